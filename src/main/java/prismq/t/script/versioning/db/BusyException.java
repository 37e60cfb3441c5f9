package prismq.t.script.versioning.db;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** The database did not become free in time; nothing was written. */
public final class BusyException extends Problem {
  private static final long serialVersionUID = 1L;

  BusyException(Exception cause) {
    super(
        ProblemKind.DATABASE_BUSY,
        FilledMessage.of("problem.busy"),
        FilledMessage.of("problem.busy_next"),
        cause);
  }
}
