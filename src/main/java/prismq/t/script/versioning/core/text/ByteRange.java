package prismq.t.script.versioning.core.text;

/** Bytes of a text, which are the characters of its exact form. */
public record ByteRange(int start, int end) implements TextRange {
  /** A range from its first byte to the one after it. */
  public ByteRange {
    TextRange.check(start, end);
  }

  /** The bytes of a stretch by their number. */
  public static ByteRange ofLength(int start, int length) {
    return new ByteRange(start, start + length);
  }

  /** This stretch of an exact text. */
  public String in(String exact) {
    return exact.substring(start, end);
  }

  /** Whether both overlap. */
  public boolean overlaps(ByteRange other) {
    return start < other.end && other.start < end;
  }

  /** Whether this range contains another one. */
  public boolean contains(ByteRange other) {
    return start <= other.start && other.end <= end;
  }

  /** The intersection with another range; may be empty. */
  public ByteRange within(ByteRange other) {
    int from = Math.min(Math.max(start, other.start), other.end);
    return new ByteRange(from, Math.max(from, Math.min(end, other.end)));
  }

  /** The range from the first byte of either to the last byte of either. */
  public ByteRange span(ByteRange other) {
    return new ByteRange(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The same range that many bytes further on, or further back where that is negative. */
  public ByteRange shifted(int by) {
    return new ByteRange(start + by, end + by);
  }
}
