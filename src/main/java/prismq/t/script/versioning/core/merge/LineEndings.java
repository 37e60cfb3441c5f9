package prismq.t.script.versioning.core.merge;

import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Gives the last paragraph of each text the ending of those before it, and undoes that; otherwise a
 * paragraph that moved to or from the end would not be equal to itself.
 */
final class LineEndings {
  private LineEndings() {}

  /** The texts with the line breaks at their ends as they are between paragraphs. */
  static Triple evened(Triple texts) {
    String between = between(texts.base().text());
    return new Triple(
        withEnding(texts.base(), between),
        withEnding(texts.ours(), between),
        withEnding(texts.theirs(), between));
  }

  /** The texts in their new order with the ends they had in the old one. */
  static Triple restored(Triple moved, Triple texts) {
    return new Triple(
        withEnding(moved.base(), ending(texts.base())),
        withEnding(moved.ours(), ending(texts.ours())),
        withEnding(moved.theirs(), ending(texts.theirs())));
  }

  /** The line breaks before the last paragraph, or before the last line if none are blank. */
  private static String between(String text) {
    int end = withoutBreaks(text, text.length());
    int at =
        Math.max(
            text.lastIndexOf("\r\r", end - 1),
            Math.max(text.lastIndexOf("\n\n", end - 1), text.lastIndexOf("\n\r\n", end - 1)));
    if (at < 0) {
      at = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1));
    }
    if (at < 0) {
      return "\n";
    }
    int after = at;
    while (isBreak(text.charAt(after))) {
      after++;
    }
    return text.substring(withoutBreaks(text, at), after);
  }

  private static Pieces withEnding(Pieces lines, String ending) {
    String text = lines.text();
    return ScriptText.ofExact(text.substring(0, withoutBreaks(text, text.length())) + ending)
        .exactLines();
  }

  private static String ending(Pieces lines) {
    String text = lines.text();
    return text.substring(withoutBreaks(text, text.length()));
  }

  /** Where the line breaks start that end at a position. */
  private static int withoutBreaks(String text, int end) {
    int start = end;
    while (start > 0 && isBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isBreak(char exact) {
    return exact == '\n' || exact == '\r';
  }
}
