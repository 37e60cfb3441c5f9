package prismq.t.script.versioning.web;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** A request that cannot be understood; nothing was done. */
public final class BadRequestException extends Problem {
  private static final long serialVersionUID = 1L;

  /** Creates it with a sentence on what is wrong and what would be right. */
  public BadRequestException(FilledMessage message) {
    super(ProblemKind.BAD_REQUEST, message);
  }

  /** Creates it with such a sentence that is shown at once. */
  public BadRequestException(String message) {
    super(ProblemKind.BAD_REQUEST, message);
  }
}
