package prismq.t.script.versioning.transfer.archive;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** A file is no archive, damaged or malicious; nothing of it was imported. */
public final class BrokenArchiveException extends Problem {
  private static final long serialVersionUID = 1L;

  /**
   * Creates it.
   *
   * @param what a sentence on what is wrong
   */
  BrokenArchiveException(FilledMessage what) {
    this(what, null);
  }

  /** Creates it with what caused it. */
  BrokenArchiveException(FilledMessage what, @Nullable Exception cause) {
    super(ProblemKind.BROKEN_SOURCE, FilledMessage.of("import.archive.refused", what), null, cause);
  }
}
