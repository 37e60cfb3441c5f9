package prismq.t.script.versioning.core.text;

import java.util.Arrays;

/**
 * Puts lines together to paragraphs. Where every paragraph is a line, each line is one; where a
 * paragraph was broken at a fixed width, its lines belong together. The blank lines after a
 * paragraph are part of it. How a stretch between two blank lines is cut depends on nothing outside
 * of it.
 */
public final class Paragraphs {
  /** Stands where a line was broken inside a paragraph, in {@link #unbroken}. */
  public static final char SOFT_BREAK = '\u000B';

  /** Who breaks lines at a width chooses one of these; no text is set much narrower or wider. */
  private static final int NARROWEST = 40;

  private static final int WIDEST = 120;

  private final Pieces lines;
  private int[] ends = new int[16];
  private int size;

  private Paragraphs(Pieces lines) {
    this.lines = lines;
  }

  /**
   * Where the paragraphs of some lines end.
   *
   * @param lines exact lines, as {@link ScriptText#exactLines} gives them
   * @return for each paragraph the index of the line after it
   */
  public static int[] ends(Pieces lines, int firstLine, int endLine) {
    Paragraphs paragraphs = new Paragraphs(lines);
    int line = firstLine;
    while (line < endLine) {
      line = paragraphs.cut(line, endLine);
    }
    return Arrays.copyOf(paragraphs.ends, paragraphs.size);
  }

  /** The exact text of all lines, with {@link #SOFT_BREAK} for line breaks inside paragraphs. */
  public static String unbroken(Pieces lines) {
    StringBuilder text = null;
    int start = 0;
    for (int end : ends(lines, 0, lines.size())) {
      for (int line = start; line + 1 < end && !isBlank(lines, line + 1); line++) {
        text = text == null ? new StringBuilder(lines.text()) : text;
        for (int i = lines.end(line) - 1; text.charAt(i) == '\n' || text.charAt(i) == '\r'; i--) {
          text.setCharAt(i, SOFT_BREAK);
        }
      }
      start = end;
    }
    return text == null ? lines.text() : text.toString();
  }

  /** Whether a line has nothing but white space. */
  public static boolean isBlank(Pieces lines, int line) {
    String text = lines.text();
    for (int i = lines.start(line); i < lines.end(line); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a byte of an exact text is white space. */
  public static boolean isSpace(char exact) {
    return exact == ' ' || (exact >= '\t' && exact <= '\r');
  }

  /** Cuts the lines up to a blank one, and those that are blank after them. */
  private int cut(int start, int endLine) {
    int end = start;
    int widest = 0;
    while (end < endLine && !isBlank(lines, end)) {
      widest = Math.max(widest, width(lines.start(end), lines.end(end)));
      end++;
    }
    if (widest >= NARROWEST && widest <= WIDEST) {
      for (int line = start; line + 1 < end; line++) {
        if (!goesOn(line, widest)) {
          add(line + 1);
        }
      }
    } else {
      for (int line = start; line + 1 < end; line++) {
        add(line + 1);
      }
    }
    int afterBlank = end;
    while (afterBlank < endLine && isBlank(lines, afterBlank)) {
      afterBlank++;
    }
    add(afterBlank);
    return afterBlank;
  }

  private void add(int end) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ends[size++] = end;
  }

  /** Whether a line was broken only because the next word had no room on it. */
  private boolean goesOn(int line, int widest) {
    int next = lines.start(line + 1);
    int end = lines.end(line + 1);
    if (lines.text().charAt(lines.start(line)) == '#' || startsAnew(next, end)) {
      return false;
    }
    int wordEnd = next;
    while (wordEnd < end && !isSpace(lines.text().charAt(wordEnd))) {
      wordEnd++;
    }
    return width(lines.start(line), lines.end(line)) + 1 + width(next, wordEnd) > widest;
  }

  /** Whether a line starts an item, a heading, a quotation, a table row or a fence. */
  private boolean startsAnew(int start, int end) {
    String text = lines.text();
    int at = start;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    char first = text.charAt(at);
    char second = at + 1 < end ? text.charAt(at + 1) : ' ';
    if (first == '-' || first == '*' || first == '+') {
      return isSpace(second);
    }
    if (first == '#' || first == '>' || first == '|' || first == '~' || first == '=') {
      return true;
    }
    if (first == '`') {
      return second == '`';
    }
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return first >= '0'
        && first <= '9'
        && at + 1 < end
        && (text.charAt(at) == '.' || text.charAt(at) == ')')
        && isSpace(text.charAt(at + 1));
  }

  /** Number of characters without the line ending; of UTF-8, the bytes that start one. */
  private int width(int start, int end) {
    String text = lines.text();
    int width = 0;
    for (int i = start; i < end; i++) {
      char exact = text.charAt(i);
      if (exact != '\n' && exact != '\r' && (exact < 0x80 || exact >= 0xC0)) {
        width++;
      }
    }
    return width;
  }
}
