package prismq.t.script.versioning.core.text;

/** Lines of a text by their indexes. */
public record LineRange(int start, int end) implements TextRange {
  /** A range from its first line to the one after it. */
  public LineRange {
    TextRange.check(start, end);
  }

  /** All lines of a text. */
  public static LineRange all(Pieces lines) {
    return new LineRange(0, lines.size());
  }

  /** The range from the first line of either to the last line of either. */
  public LineRange span(LineRange other) {
    return new LineRange(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The number of its first line, counted from 1. */
  public int firstNumber() {
    return start + 1;
  }
}
