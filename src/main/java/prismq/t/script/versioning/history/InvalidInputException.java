package prismq.t.script.versioning.history;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** A given value is outside the rules; nothing was saved. */
public final class InvalidInputException extends Problem {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * Creates it.
   *
   * @param field the name of the field as in JSON
   * @param message a sentence on what the field must be
   */
  public InvalidInputException(String field, FilledMessage message) {
    super(ProblemKind.INVALID_INPUT, message);
    this.field = field;
  }

  /** Creates it with a text that is shown at once. */
  public InvalidInputException(String field, String message) {
    super(ProblemKind.INVALID_INPUT, message);
    this.field = field;
  }

  @Override
  public String field() {
    return field;
  }
}
