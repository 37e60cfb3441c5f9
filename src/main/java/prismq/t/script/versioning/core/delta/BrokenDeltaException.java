package prismq.t.script.versioning.core.delta;

/** Stored bytes that cannot be turned back into the content they were made of. */
public final class BrokenDeltaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates it with what is wrong with the bytes. */
  public BrokenDeltaException(String message) {
    super(message);
  }
}
