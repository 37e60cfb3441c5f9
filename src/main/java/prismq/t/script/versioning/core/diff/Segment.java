package prismq.t.script.versioning.core.diff;

/**
 * A stretch of text that is of one kind, for display.
 *
 * @param category what the change is about that it is a part of
 * @param move the number of the move that it is one end of, from 1; 0 where it is of none
 * @param replacement equal for neighbours that read better as one, from 1; 0 where it stands alone
 */
public record Segment(
    SegmentKind kind, ChangeCategory category, int move, int replacement, String text) {
  /** What happened to a line or to a stretch of text. */
  public enum SegmentKind {
    /** On both sides. */
    UNCHANGED,
    /** Only on the left side. */
    DELETED,
    /** Only on the right side. */
    INSERTED
  }

  /** Whether it was removed or added, and is not elsewhere on the other side. */
  public boolean isMarked() {
    return kind != SegmentKind.UNCHANGED && move == 0;
  }

  /** A stretch on one side only. */
  static Segment marked(SegmentKind kind, String text) {
    return new Segment(kind, ChangeCategory.WORDS, 0, 0, text);
  }

  /** The same with another text. */
  public Segment with(String other) {
    return new Segment(kind, category, move, replacement, other);
  }

  /** A stretch that did not change. */
  public static Segment unchanged(String text) {
    return new Segment(SegmentKind.UNCHANGED, ChangeCategory.NONE, 0, 0, text);
  }
}
