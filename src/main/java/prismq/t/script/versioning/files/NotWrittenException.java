package prismq.t.script.versioning.files;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** A file or folder was not created; the message says why, what was kept and what to do. */
public final class NotWrittenException extends Problem {
  private static final long serialVersionUID = 1L;

  /** Creates it with full sentences. */
  public NotWrittenException(String sentences) {
    this(sentences, null);
  }

  /** Creates it with full sentences and what caused it, if that is known. */
  public NotWrittenException(String sentences, @Nullable Exception cause) {
    super(ProblemKind.NOT_WRITTEN, sentences, null, cause);
  }
}
