package prismq.t.script.versioning.core.passage;

import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** Stored passages that cannot be read; reindexing rebuilds them from the versions. */
public final class BrokenPassagesException extends Problem {
  private static final long serialVersionUID = 1L;

  /** Says what is broken, in half a sentence, and what to do. */
  public BrokenPassagesException(String what) {
    super(
        ProblemKind.DAMAGED_INDEX,
        "The search index is damaged: "
            + what
            + ". No version is concerned. The command reindex makes the index anew.");
  }
}
