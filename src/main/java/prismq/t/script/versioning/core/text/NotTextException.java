package prismq.t.script.versioning.core.text;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** The given bytes or characters are not a text that can be stored exactly. */
public final class NotTextException extends Problem {
  private static final long serialVersionUID = 1L;

  /** Creates it with a sentence for the person who sent the text. */
  public NotTextException(FilledMessage message) {
    super(ProblemKind.NOT_TEXT, message);
  }

  @Override
  public String field() {
    return "content";
  }
}
