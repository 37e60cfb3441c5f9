package prismq.t.script.versioning.transfer.imports;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** A source cannot be imported; the message says why, what was kept and what to do. */
public final class ImportException extends Problem {
  private static final long serialVersionUID = 1L;

  /** Creates it with full sentences. */
  public ImportException(FilledMessage sentences) {
    this(sentences, null);
  }

  /** Creates it with full sentences and what caused it, if that is known. */
  public ImportException(FilledMessage sentences, @Nullable Exception cause) {
    super(ProblemKind.BROKEN_SOURCE, sentences, null, cause);
  }

  /** Creates it with full sentences for whoever called a command. */
  public ImportException(String sentences) {
    this(sentences, null);
  }

  /** Creates it with such sentences and what caused it, if that is known. */
  public ImportException(String sentences, @Nullable Exception cause) {
    super(ProblemKind.BROKEN_SOURCE, sentences, null, cause);
  }
}
