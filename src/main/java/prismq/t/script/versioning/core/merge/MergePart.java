package prismq.t.script.versioning.core.merge;

import prismq.t.script.versioning.core.text.ScriptText;

/** A stretch of a merge, in the order of the text. */
public sealed interface MergePart {
  /** A stretch that at most one side changed, or both in the same way. */
  record Merged(ScriptText text) implements MergePart {}

  /** Why a person is asked. */
  enum Cause {
    /** Each side wrote something else here. */
    EDITED,
    /** One side moved text here, the other one moved the same text to another place. */
    MOVED_APART,
    /** One side moved text here, the other one removed it. */
    MOVED_AND_REMOVED,
    /** One side added text here, the other one added the same text in another place. */
    ADDED_TWICE;

    /** What to say where both are the case: whatever is about a place, first about moves. */
    Cause or(Cause other) {
      if (this == EDITED || other == EDITED) {
        return this == EDITED ? other : this;
      }
      return compareTo(other) <= 0 ? this : other;
    }
  }

  /**
   * Whole paragraphs that each side changed in a way of its own, or where one side put what the
   * other put elsewhere or removed; one of the sides may then be as it was.
   *
   * @param base as they were; empty if something was only inserted here
   * @param ours what one side made of them; empty if it removed them
   * @param theirs what the other side made of them; empty if it removed them
   */
  record Conflict(ScriptText base, ScriptText ours, ScriptText theirs, Cause cause)
      implements MergePart {
    /** A conflict of what each side wrote. */
    public Conflict(ScriptText base, ScriptText ours, ScriptText theirs) {
      this(base, ours, theirs, Cause.EDITED);
    }

    /** Whether it is about where text stands, or whether at all, rather than about its words. */
    public boolean isAboutPlace() {
      return cause != Cause.EDITED;
    }
  }
}
