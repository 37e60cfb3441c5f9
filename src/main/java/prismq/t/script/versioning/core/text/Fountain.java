package prismq.t.script.versioning.core.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises screenplays in Fountain (fountain.io/syntax). */
public final class Fountain {
  private static final Pattern SCENE_HEADING =
      Pattern.compile(
          "(?:int|ext|est|int\\./ext|int/ext|i/e)[. ].|\\.[A-Z0-9]", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHARACTER =
      Pattern.compile("^\\s*@?[A-Z][A-Z0-9 .'’()-]{1,40}\\r?\\n[^\\s]", Pattern.MULTILINE);
  private static final Pattern MARKDOWN = Pattern.compile("^#{1,6} \\S", Pattern.MULTILINE);

  private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";

  private Fountain() {}

  /** Whether the text has scene headings and dialogue, and no headings of Markdown. */
  public static boolean looksLike(String text) {
    String start = text.substring(0, Math.min(text.length(), 20_000));
    return hasSceneHeading(start)
        && CHARACTER.matcher(start).find()
        && !MARKDOWN.matcher(start).find();
  }

  /** Line by line, because the first character rules most lines out. */
  private static boolean hasSceneHeading(String text) {
    Matcher heading = SCENE_HEADING.matcher(text);
    for (int at = 0; at < text.length(); at++) {
      if ("iIeE.".indexOf(text.charAt(at)) >= 0
          && (at == 0 || LINE_ENDS.indexOf(text.charAt(at - 1)) >= 0)
          && heading.region(at, text.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }
}
