package prismq.t.script.versioning.core.passage;

/**
 * A part of a passage.
 *
 * @param source number of the earlier passage it stems from; {@link #NO_SOURCE} where it is new
 * @param start where it starts in the source, in bytes; 0 where there is none
 * @param length in bytes, above 0; what is spelled anew may have another length in its source
 */
public record PassagePiece(Origination origination, int source, int start, int length) {
  /** Stands for a source where there is none. */
  public static final int NO_SOURCE = -1;

  /** How a piece came to be. */
  public enum Origination {
    /** With its passage. */
    WRITTEN,
    /** As it stands in its source, byte for byte. */
    COPIED,
    /** A word of its source with other capitals, or with accents put together otherwise. */
    SPELLED_ANEW
  }

  static PassagePiece written(int length) {
    return new PassagePiece(Origination.WRITTEN, NO_SOURCE, 0, length);
  }

  static PassagePiece copied(int source, int start, int length) {
    return new PassagePiece(Origination.COPIED, source, start, length);
  }

  static PassagePiece spelledAnew(int source, int start, int length) {
    return new PassagePiece(Origination.SPELLED_ANEW, source, start, length);
  }

  /** Whether it stems from no earlier passage. */
  boolean isWritten() {
    return origination == Origination.WRITTEN;
  }

  /** Whether its text is that of its source. */
  boolean isCopied() {
    return origination == Origination.COPIED;
  }

  /** The bytes of it from one on up to another one. */
  PassagePiece part(int from, int to) {
    int first = isCopied() ? start + from : start;
    return new PassagePiece(origination, source, first, to - from);
  }
}
