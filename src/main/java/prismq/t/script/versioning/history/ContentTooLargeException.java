package prismq.t.script.versioning.history;

/** A text is over the size limit; nothing was saved. */
public final class ContentTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates it with the size and the limit in bytes. */
  public ContentTooLargeException(long size, long limit) {
    super(
        "The text has "
            + size
            + " bytes; at most "
            + limit
            + " are taken. Nothing was saved. Whoever runs the server can raise the limit with"
            + " --size-limit.");
  }
}
