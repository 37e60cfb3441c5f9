package prismq.t.script.versioning.history;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** A text is over the size limit; nothing was saved. */
public final class ContentTooLargeException extends Problem {
  private static final long serialVersionUID = 1L;

  /** Creates it with the size and the limit in bytes. */
  public ContentTooLargeException(long size, long limit) {
    super(
        ProblemKind.TOO_LARGE,
        FilledMessage.of("field.too_large", size, limit),
        FilledMessage.of("field.too_large_next"));
  }

  @Override
  public String field() {
    return "content";
  }
}
