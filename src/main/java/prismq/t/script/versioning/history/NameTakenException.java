package prismq.t.script.versioning.history;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** A script, or a branch or another version of it, has that name already; nothing was changed. */
public final class NameTakenException extends Problem {
  private static final long serialVersionUID = 1L;

  NameTakenException(FilledMessage message) {
    super(ProblemKind.NAME_TAKEN, message);
  }
}
