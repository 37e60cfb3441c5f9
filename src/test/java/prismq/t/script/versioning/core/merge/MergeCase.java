package prismq.t.script.versioning.core.merge;

import prismq.t.script.versioning.core.text.ScriptText;

/** Three texts to merge. */
public record MergeCase(ScriptText base, ScriptText ours, ScriptText theirs) {
  /** What we make of it. */
  public Merge merge() {
    return new ThreeWayMerge().merge(base, ours, theirs);
  }

  MergeCase swapped() {
    return new MergeCase(base, /* ours= */ theirs, /* theirs= */ ours);
  }
}
