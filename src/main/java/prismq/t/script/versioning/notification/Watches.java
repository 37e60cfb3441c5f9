package prismq.t.script.versioning.notification;

import java.util.function.UnaryOperator;
import prismq.t.script.versioning.db.Database;

/** What people want to be told of scripts. Safe for use by several threads. */
public final class Watches {
  private final Database database;
  private final WatchStore store = new WatchStore();

  /** Keeps it in this database. */
  public Watches(Database database) {
    this.database = database;
  }

  /** What somebody wants to be told of a script. */
  public Watch of(long account, String scriptId) {
    return database.read(handle -> store.find(handle, account, scriptId)).orElse(Watch.PRESET);
  }

  /** Changes it. */
  public Watch change(long account, String scriptId, UnaryOperator<Watch> change) {
    return database.write(
        handle -> {
          Watch after = change.apply(store.find(handle, account, scriptId).orElse(Watch.PRESET));
          store.put(handle, account, scriptId, after);
          return after;
        });
  }
}
