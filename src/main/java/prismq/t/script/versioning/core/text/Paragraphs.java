package prismq.t.script.versioning.core.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Groups lines into paragraphs. Where every paragraph is a line, each line is one; where a
 * paragraph was broken at a fixed width, its lines belong together. The blank lines after a
 * paragraph are part of it. A stretch between two blank lines is cut without regard to the rest.
 */
public final class Paragraphs {
  /** Marks a line break inside a paragraph, in {@link #unbroken}. */
  public static final char SOFT_BREAK = '\u000B';

  /** The usual widths of broken lines, in characters. */
  private static final int NARROWEST = 40;

  private static final int WIDEST = 120;

  /** One or two line breaks are weak evidence, so they must be at a usual width. */
  private static final int FEW = 3;

  private static final int NARROWEST_OF_FEW = 55;

  /** Bullets other than those of ASCII, as they are in an exact text. */
  private static final List<String> BULLETS = Stream.of("•", "‣", "◦").map(ExactText::of).toList();

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
  public static int[] ends(Pieces lines, LineRange range) {
    Paragraphs paragraphs = new Paragraphs(lines);
    int line = range.start();
    while (line < range.end()) {
      line = paragraphs.cut(line, range.end());
    }
    return Arrays.copyOf(paragraphs.ends, paragraphs.size);
  }

  /** The exact text of all lines, with {@link #SOFT_BREAK} for line breaks inside paragraphs. */
  public static String unbroken(Pieces lines) {
    StringBuilder text = null;
    int start = 0;
    for (int end : ends(lines, LineRange.all(lines))) {
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

  /** Whether a line is only white space. */
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
    while (end < endLine && !isBlank(lines, end)) {
      end++;
    }
    int width = end - start > 1 ? width(new LineRange(start, end)) : 0;
    for (int line = start; line + 1 < end; line++) {
      if (width == 0
          || startsAnew(line + 1)
          || 2 * (reach(line) + 1 + firstWord(line + 1)) < width) {
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

  /**
   * The width at which lines were broken: the one that most lines fit, but not with the next word;
   * 0 where that holds for fewer than half.
   */
  private int width(LineRange stretch) {
    int[] votes = new int[WIDEST + 2];
    int pairs = 0;
    for (int line = stretch.start(); line + 1 < stretch.end(); line++) {
      if (startsAnew(line + 1)) {
        continue;
      }
      pairs++;
      int least = fitTogether(line) ? WIDEST + 1 : reach(line);
      if (least <= WIDEST) {
        votes[least]++;
        votes[Math.min(WIDEST + 1, least + 1 + firstWord(line + 1))]--;
      }
    }
    int best = 0;
    int most = 0;
    int current = 0;
    for (int width = 0; width <= WIDEST; width++) {
      current += votes[width];
      if (current >= most && width >= (pairs < FEW ? NARROWEST_OF_FEW : NARROWEST)) {
        most = current;
        best = width;
      }
    }
    return most > 0 && 2 * most >= pairs ? best : 0;
  }

  /**
   * Whether a line and the next one together fit the narrowest width, so that no width broke them.
   */
  private boolean fitTogether(int line) {
    return lines.end(line + 1) - lines.start(line) < NARROWEST;
  }

  private void add(int end) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ends[size++] = end;
  }

  /** Number of characters of a line. */
  private int reach(int line) {
    return characters(lines.bytes(line));
  }

  /** Number of characters of the first word of a line. */
  private int firstWord(int line) {
    int start = lines.start(line);
    int end = start;
    while (end < lines.end(line) && !isSpace(lines.text().charAt(end))) {
      end++;
    }
    return characters(new ByteRange(start, end));
  }

  /**
   * Whether a line starts an item, a heading, a quotation, a table row or a fence, or follows a
   * heading.
   */
  private boolean startsAnew(int line) {
    String text = lines.text();
    if (text.charAt(lines.start(line - 1)) == '#') {
      return true;
    }
    int end = lines.end(line);
    int at = lines.start(line);
    while (at + 1 < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    char first = text.charAt(at);
    char second = at + 1 < end ? text.charAt(at + 1) : ' ';
    if (first == '-' || first == '*' || first == '+') {
      return isSpace(second);
    }
    for (String bullet : BULLETS) {
      if (text.startsWith(bullet, at)) {
        return isSpaceAt(at + bullet.length(), end);
      }
    }
    if (first == '#' || first == '>' || first == '|' || first == '~' || first == '=') {
      return true;
    }
    if (first == '`') {
      return second == '`';
    }
    int number = first == '(' ? at + 1 : at;
    int sign = number;
    while (sign < end && text.charAt(sign) >= '0' && text.charAt(sign) <= '9') {
      sign++;
    }
    return sign > number
        && sign < end
        && (text.charAt(sign) == ')' || (text.charAt(sign) == '.' && first != '('))
        && isSpaceAt(sign + 1, end);
  }

  private boolean isSpaceAt(int at, int end) {
    return at < end && isSpace(lines.text().charAt(at));
  }

  /**
   * Number of characters without the line ending, as far as they may be in a broken line; of UTF-8,
   * the bytes that start one.
   */
  private int characters(ByteRange range) {
    String text = lines.text();
    int characters = 0;
    for (int i = range.start(); i < range.end() && characters <= WIDEST; i++) {
      char exact = text.charAt(i);
      if (exact != '\n' && exact != '\r' && (exact < 0x80 || exact >= 0xC0)) {
        characters++;
      }
    }
    return characters;
  }
}
