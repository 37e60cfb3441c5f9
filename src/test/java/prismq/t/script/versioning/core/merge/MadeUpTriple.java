package prismq.t.script.versioning.core.merge;

import prismq.t.script.versioning.core.text.ScriptText;

/** Three texts to merge. */
record MadeUpTriple(ScriptText base, ScriptText ours, ScriptText theirs) {
  Merge merge() {
    return new ThreeWayMerge().merge(base, ours, theirs);
  }

  MadeUpTriple swapped() {
    return new MadeUpTriple(base, /* ours= */ theirs, /* theirs= */ ours);
  }
}
