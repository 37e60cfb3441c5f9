package prismq.t.script.versioning.core.text;

/** A stretch of a text: its start belongs to it, its end does not; both count from 0. */
public sealed interface TextRange permits ByteRange, CharacterRange, CodePointRange, LineRange {
  /** The first position of the range. */
  int start();

  /** The first position after the range. */
  int end();

  /** Number of positions. */
  default int length() {
    return end() - start();
  }

  /** Whether it has no position. */
  default boolean isEmpty() {
    return start() == end();
  }

  /** Whether a position is in the range. */
  default boolean contains(int position) {
    return start() <= position && position < end();
  }

  /**
   * For the constructors of ranges.
   *
   * @throws IllegalArgumentException where the start is negative or after the end
   */
  static void check(int start, int end) {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no range goes from " + start + " to " + end);
    }
  }
}
