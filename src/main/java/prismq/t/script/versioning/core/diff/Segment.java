package prismq.t.script.versioning.core.diff;

/** A stretch of a line that is of one kind, for display. */
public record Segment(Kind kind, String text) {
  /** What happened to a line or to a stretch of it. */
  public enum Kind {
    /** On both sides. */
    UNCHANGED,
    /** Only on the left side. */
    DELETED,
    /** Only on the right side. */
    INSERTED
  }
}
