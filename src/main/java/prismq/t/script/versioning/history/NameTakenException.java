package prismq.t.script.versioning.history;

/** A script, or a branch or another version of it, has that name already; nothing was changed. */
public final class NameTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NameTakenException(String message) {
    super(message);
  }
}
