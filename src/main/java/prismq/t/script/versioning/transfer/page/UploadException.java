package prismq.t.script.versioning.transfer.page;

/** What was uploaded is not taken, and nothing of it was kept. */
final class UploadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * Creates it.
   *
   * @param status of HTTP
   * @param message sentences on what is wrong and what to do
   */
  UploadException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
