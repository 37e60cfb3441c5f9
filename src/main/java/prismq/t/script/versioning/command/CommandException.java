package prismq.t.script.versioning.command;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** A command failed; the message is the one line its user reads. */
public final class CommandException extends Problem {
  private static final long serialVersionUID = 1L;

  /** Creates it with what happened and what to do. */
  public CommandException(String line) {
    super(ProblemKind.COMMAND_FAILED, line);
  }

  /** Creates it with what happened, what to do, and what caused it, if that is known. */
  public CommandException(String line, @Nullable Exception cause) {
    super(ProblemKind.COMMAND_FAILED, line, null, cause);
  }
}
