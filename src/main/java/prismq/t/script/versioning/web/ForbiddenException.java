package prismq.t.script.versioning.web;

/** A request may not do what it asks for; nothing was done. */
public final class ForbiddenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates it with a sentence on why and what to do. */
  public ForbiddenException(String message) {
    super(message);
  }
}
