package prismq.t.script.versioning.core.diff;

/**
 * A stretch of text that is of one kind, for display.
 *
 * @param category what the change is about that it is a part of
 */
public record Segment(SegmentKind kind, ChangeCategory category, String text) {
  /** What happened to a line or to a stretch of text. */
  public enum SegmentKind {
    /** On both sides. */
    UNCHANGED,
    /** Only on the left side. */
    DELETED,
    /** Only on the right side. */
    INSERTED
  }

  /** A stretch that did not change. */
  static Segment unchanged(String text) {
    return new Segment(SegmentKind.UNCHANGED, ChangeCategory.NONE, text);
  }
}
