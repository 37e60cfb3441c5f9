package prismq.t.script.versioning.core.fountain;

import java.util.Arrays;

/**
 * Where the lines of a text begin that is set in a column of letters of one width. Takes time in
 * proportion to the text.
 */
public final class WrappedLines {
  private static final int FIRST_WIDE = 0x1100;

  private WrappedLines() {}

  /**
   * Cuts a text behind its spaces, and words that are longer than the column within.
   *
   * @param columns how many letters fit; from 2 on
   * @return where each line begins, in {@code char}s; always one for the first
   */
  public static int[] starts(String text, int columns) {
    int[] starts = new int[4];
    int lines = 1;
    int used = 0;
    int usedToBreak = 0;
    int lineBreak = -1;
    for (int at = 0; at < text.length(); ) {
      int current = text.codePointAt(at);
      int next = at + Character.charCount(current);
      int width = width(current);
      if (used + width > columns && !isSpace(current)) {
        boolean isAtSpace = lineBreak > starts[lines - 1];
        int start = isAtSpace ? lineBreak : at;
        starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
        starts[lines++] = start;
        used = isAtSpace ? used - usedToBreak : 0;
      }
      used += width;
      if (isSpace(current) || current == '-') {
        lineBreak = next;
        usedToBreak = used;
      }
      at = next;
    }
    return Arrays.copyOf(starts, lines);
  }

  /** How many columns a text takes. */
  public static int width(String text) {
    return text.codePoints().map(WrappedLines::width).sum();
  }

  private static boolean isSpace(int codePoint) {
    return codePoint == ' ' || codePoint == '\t';
  }

  private static int width(int codePoint) {
    if (codePoint < 0x300) {
      return codePoint == '\t' ? 4 : 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return codePoint >= FIRST_WIDE && isWide(codePoint) ? 2 : 1;
  }

  private static boolean isWide(int codePoint) {
    return codePoint <= 0x115F
        || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
        || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
        || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
  }
}
