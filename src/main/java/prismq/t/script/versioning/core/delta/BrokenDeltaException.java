package prismq.t.script.versioning.core.delta;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** Stored bytes that cannot be turned back into the content they were made of. */
public final class BrokenDeltaException extends Problem {
  private static final long serialVersionUID = 1L;

  /** Creates it with what is wrong with the bytes. */
  public BrokenDeltaException(FilledMessage message) {
    super(ProblemKind.DAMAGED_VERSION, message);
  }
}
