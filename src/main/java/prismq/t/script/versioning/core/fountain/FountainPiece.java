package prismq.t.script.versioning.core.fountain;

/**
 * A part of an element.
 *
 * @param start in {@code char}s of the source
 * @param end the first one that no longer belongs to it
 */
public record FountainPiece(PieceKind kind, int start, int end) {
  /** What a part of an element is. */
  public enum PieceKind {
    /** What is read, with the signs of emphasis in it. */
    TEXT,
    /** The number of a scene or page. */
    NUMBER,
    /** A sign that says what the element is, or white space around its text. */
    MARK,
    /** A note to whoever writes. */
    NOTE,
    /** What was struck out. */
    BONEYARD,
    /** The end of the line. */
    LINE_END
  }
}
