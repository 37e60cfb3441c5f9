package prismq.t.script.versioning.core.fountain;

import java.util.List;
import prismq.t.script.versioning.core.fountain.FountainPiece.PieceKind;

/**
 * Which visible characters of a line are its text, and which its number; all others only say what
 * the line is.
 *
 * @param numberStart not before the end of the text; equal to the end where there is no number
 */
record LineShape(int textStart, int textEnd, int numberStart, int numberEnd) {
  /** What stands before each of the borders in turn, and behind the last. */
  static final List<PieceKind> KINDS =
      List.of(PieceKind.MARK, PieceKind.TEXT, PieceKind.MARK, PieceKind.NUMBER, PieceKind.MARK);

  /** All of a line, but for the white space around it. */
  static LineShape stripped(String visible) {
    return within(visible, 0, visible.length());
  }

  /** Whether there is nothing but white space. */
  static boolean isBlank(String visible) {
    LineShape shape = stripped(visible);
    return shape.textStart == shape.textEnd;
  }

  /** What stands between two places, but for the white space around it. */
  static LineShape within(String visible, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isSpace(visible.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(visible.charAt(to - 1))) {
      to--;
    }
    return new LineShape(from, to, to, to);
  }

  /** All behind the white space and signs that a line begins with. */
  static LineShape behind(String visible, int signs) {
    int start = stripped(visible).textStart;
    return within(visible, Math.min(visible.length(), start + signs), visible.length());
  }

  /** The same line, with what stands between two places as its number. */
  LineShape withNumber(String visible, int start, int end) {
    return new LineShape(textStart, within(visible, textStart, start - 1).textEnd, start, end);
  }

  private static boolean isSpace(char character) {
    return character == '\uFEFF' || Character.isWhitespace(character) || character == '\u00A0';
  }
}
