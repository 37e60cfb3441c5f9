package prismq.t.script.versioning.db;

/** The database did not become free in time; nothing was written. */
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BusyException(Exception cause) {
    super("The database is busy with another writer. Nothing was saved; try again.", cause);
  }
}
