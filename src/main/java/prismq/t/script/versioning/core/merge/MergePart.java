package prismq.t.script.versioning.core.merge;

import prismq.t.script.versioning.core.text.ScriptText;

/** A stretch of a merge, in the order of the text. */
public sealed interface MergePart {
  /** A stretch that at most one side changed, or both in the same way. */
  record Merged(ScriptText text) implements MergePart {}

  /**
   * Whole paragraphs that each side changed in a way of its own.
   *
   * @param base as they were; empty if both sides inserted something here
   * @param ours what one side made of them; empty if it removed them
   * @param theirs what the other side made of them; empty if it removed them
   */
  record Conflict(ScriptText base, ScriptText ours, ScriptText theirs) implements MergePart {}
}
