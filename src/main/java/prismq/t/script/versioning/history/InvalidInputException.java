package prismq.t.script.versioning.history;

/** A value somebody gave is outside the rules; nothing was saved. */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * Creates it.
   *
   * @param field the name of the field as in JSON
   * @param message a sentence on what the field must be
   */
  public InvalidInputException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The name of the field as in JSON. */
  public String field() {
    return field;
  }
}
