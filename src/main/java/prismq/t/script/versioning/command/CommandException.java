package prismq.t.script.versioning.command;

import org.jspecify.annotations.Nullable;

/** A command failed; the message is the one line its user reads. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates it with what happened and what to do. */
  public CommandException(String line) {
    super(line);
  }

  /** Creates it with what happened, what to do, and what caused it, if that is known. */
  public CommandException(String line, @Nullable Exception cause) {
    super(line, cause);
  }
}
