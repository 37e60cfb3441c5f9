package prismq.t.script.versioning.core.text;

/** The bytes or characters given are not a text that can be kept exactly. */
public final class NotTextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates it with a sentence for the person who sent the text. */
  public NotTextException(String message) {
    super(message);
  }
}
