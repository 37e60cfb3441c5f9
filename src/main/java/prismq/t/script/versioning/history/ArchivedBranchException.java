package prismq.t.script.versioning.history;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** The branch is archived, so nothing can be saved on it until it is restored. */
public final class ArchivedBranchException extends Problem {
  private static final long serialVersionUID = 1L;

  private final String scriptId;

  ArchivedBranchException(Script script, Branch branch) {
    super(
        ProblemKind.ARCHIVED_BRANCH,
        FilledMessage.of("history.archived", branch.name()),
        FilledMessage.of("history.archived_next"));
    this.scriptId = script.scriptId();
  }

  @Override
  public String scriptId() {
    return scriptId;
  }
}
