package prismq.t.script.versioning;

import org.jspecify.annotations.Nullable;

/** A command failed; the message is the one line its user reads. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates it with the line and what caused it. */
  public CommandException(String line, @Nullable Exception cause) {
    super(line, cause);
  }
}
