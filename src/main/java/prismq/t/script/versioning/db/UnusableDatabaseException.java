package prismq.t.script.versioning.db;

/** The database cannot be opened; the message tells a person why and what to do. */
public final class UnusableDatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableDatabaseException(String message) {
    super(message);
  }

  UnusableDatabaseException(String message, Exception cause) {
    super(message, cause);
  }
}
