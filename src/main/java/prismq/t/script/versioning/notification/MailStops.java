package prismq.t.script.versioning.notification;

import prismq.t.script.versioning.db.Database;

/**
 * People who want no mails about what happens to scripts, whatever they say of single ones. Safe
 * for use by several threads.
 */
public final class MailStops {
  private final Database database;
  private final MailStopStore store = new MailStopStore();

  /** Keeps them in this database. */
  public MailStops(Database database) {
    this.database = database;
  }

  /** Whether somebody wants none. */
  public boolean has(long account) {
    return database.read(handle -> store.has(handle, account));
  }

  /** Keeps whether somebody wants none. */
  public void set(long account, boolean isStopped) {
    database.write(
        handle -> {
          if (isStopped) {
            store.add(handle, account);
          } else {
            store.delete(handle, account);
          }
          return null;
        });
  }
}
