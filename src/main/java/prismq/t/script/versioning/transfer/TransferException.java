package prismq.t.script.versioning.transfer;

/** A transfer cannot be done; the message tells a person why and what to do. */
final class TransferException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TransferException(String message) {
    super(message);
  }

  TransferException(String message, Exception cause) {
    super(message, cause);
  }
}
