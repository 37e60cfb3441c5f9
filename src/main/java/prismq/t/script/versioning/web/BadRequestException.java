package prismq.t.script.versioning.web;

/** A request that cannot be understood; nothing was done. */
public final class BadRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates it with a sentence on what is wrong and what would be right. */
  public BadRequestException(String message) {
    super(message);
  }
}
