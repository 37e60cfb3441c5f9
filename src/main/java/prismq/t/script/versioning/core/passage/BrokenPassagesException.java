package prismq.t.script.versioning.core.passage;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** Stored passages that cannot be read; reindexing rebuilds them from the versions. */
public final class BrokenPassagesException extends Problem {
  private static final long serialVersionUID = 1L;

  /** Says what is broken, in half a sentence for whoever mends it, and what to do. */
  public BrokenPassagesException(String key, @Nullable Object... values) {
    super(
        ProblemKind.DAMAGED_INDEX,
        FilledMessage.of("problem.damaged_index", FilledMessage.of(key, values)),
        FilledMessage.of("problem.damaged_index_next"));
  }
}
