package prismq.t.script.versioning.core.text;

import java.util.regex.Pattern;

/** Recognises screenplays in Fountain (fountain.io/syntax). */
public final class Fountain {
  private static final Pattern SCENE_HEADING =
      Pattern.compile(
          "^(?:int|ext|est|int\\./ext|int/ext|i/e)[. ].+$|^\\.[A-Za-z0-9].*$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final Pattern CHARACTER =
      Pattern.compile("^\\s*@?[A-Z][A-Z0-9 .'’()-]{1,40}\\r?\\n[^\\s]", Pattern.MULTILINE);
  private static final Pattern MARKDOWN = Pattern.compile("^#{1,6} \\S", Pattern.MULTILINE);

  private Fountain() {}

  /** Whether the text has scene headings and dialogue, and no headings of Markdown. */
  public static boolean looksLike(String text) {
    String start = text.substring(0, Math.min(text.length(), 20_000));
    return SCENE_HEADING.matcher(start).find()
        && CHARACTER.matcher(start).find()
        && !MARKDOWN.matcher(start).find();
  }
}
