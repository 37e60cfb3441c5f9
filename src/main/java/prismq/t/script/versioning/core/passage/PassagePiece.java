package prismq.t.script.versioning.core.passage;

/**
 * A part of a passage: copied from an earlier passage, or written with it.
 *
 * @param source number of the passage it is copied from; {@link #WRITTEN} where it is from none
 * @param start where it starts in the source, in bytes; 0 where there is none
 * @param length in bytes, above 0
 */
public record PassagePiece(int source, int start, int length) {
  /** Stands for a source where there is none. */
  public static final int WRITTEN = -1;

  static PassagePiece written(int length) {
    return new PassagePiece(WRITTEN, 0, length);
  }

  /** Whether the passage is its first occurrence. */
  public boolean isWritten() {
    return source == WRITTEN;
  }
}
