package prismq.t.script.versioning.db;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** The database cannot be opened; the message tells a person why and what to do. */
public final class UnusableDatabaseException extends Problem {
  private static final long serialVersionUID = 1L;

  UnusableDatabaseException(String message) {
    super(ProblemKind.UNUSABLE_DATABASE, message);
  }

  UnusableDatabaseException(FilledMessage message, Exception cause) {
    super(ProblemKind.UNUSABLE_DATABASE, message, null, cause);
  }

  UnusableDatabaseException(String message, Exception cause) {
    super(ProblemKind.UNUSABLE_DATABASE, message, null, cause);
  }
}
