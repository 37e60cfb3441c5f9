package prismq.t.script.versioning.history;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** All that would be merged is there already, so there is nothing to do. */
public final class NothingToMergeException extends Problem {
  private static final long serialVersionUID = 1L;

  private final String scriptId;

  NothingToMergeException(Script script, String key, Object... values) {
    super(ProblemKind.NOTHING_TO_MERGE, FilledMessage.of(key, values));
    this.scriptId = script.scriptId();
  }

  @Override
  public String scriptId() {
    return scriptId;
  }
}
