package prismq.t.script.versioning.core.merge;

import prismq.t.script.versioning.core.text.ScriptText;

public final class ThreeWayMerge {
  /** Merges ours and theirs, which were both made of the base. */
  public Merge merge(ScriptText base, ScriptText ours, ScriptText theirs) {
    return Draft.of(Triple.of(base, ours, theirs)).merge();
  }
}
