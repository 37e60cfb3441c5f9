package prismq.t.script.versioning.core.merge;

import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Merges two texts that were both made of a third one: by line as git does it; where that would be
 * a conflict, with paragraphs that one side moved followed to their new place, and by word. Where
 * changes of both sides still overlap or touch there is a conflict of whole paragraphs, never more
 * of them than by line. What git merges cleanly comes out the same, unless that has text twice
 * which no side has twice, or text back which a side removed: then there is a conflict at each
 * place that one side put it at, so that either side chosen for all is right. Swapping the sides
 * swaps them in the conflicts and changes nothing else. Stateless, so safe for use by several
 * threads.
 *
 * <p>This is diff3 as S. Khanna, K. Kunal and B. C. Pierce describe it, “A Formal Investigation of
 * Diff3”, 2007, once with lines and once with positions in exact texts in their place.
 */
public final class ThreeWayMerge {
  /** Merges ours and theirs, which were both made of the base. */
  public Merge merge(ScriptText base, ScriptText ours, ScriptText theirs) {
    Triple texts = Triple.of(base, ours, theirs);
    MergeAttempt draft = MergeAttempt.of(texts);
    Triple rearranged = Rearranging.of(texts, draft.conflicts());
    if (rearranged == null) {
      return PlaceQuestions.asked(draft).merge();
    }
    MergeAttempt moved = MergeAttempt.of(rearranged);
    return PlaceQuestions.asked(moved.isNoWorseThan(draft) ? moved : draft).merge();
  }
}
