package prismq.t.script.versioning.history;

import java.util.List;
import prismq.t.script.versioning.db.Database;

/** The versions of all scripts in the order they were saved. Safe for use by several threads. */
public final class Changes {
  private final Database database;
  private final VersionStore versions = new VersionStore();

  /** Reads from this database. */
  public Changes(Database database) {
    this.database = database;
  }

  /**
   * Those saved after another one, oldest first.
   *
   * @param number of that one; 0 for the beginning
   * @param limit maximum number
   */
  public List<ChangeEntry> after(ReadableScripts readable, long number, int limit) {
    return database.read(handle -> versions.changes(handle, readable, number, limit));
  }

  /**
   * Those saved last, newest first.
   *
   * @param limit maximum number
   */
  public List<ChangeEntry> latest(ReadableScripts readable, int limit) {
    return database.read(handle -> versions.latestChanges(handle, readable, limit));
  }

  /** A number that changes whenever any process has saved something. */
  public long count() {
    return database.changeCount();
  }
}
