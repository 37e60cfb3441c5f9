package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.db.DatabaseCondition;

/** Reports to monitoring that the server answers, can read its database, and can save. */
public final class Health {
  private final Database database;

  /** Creates it with what it looks after. */
  public Health(Database database) {
    this.database = database;
  }

  /**
   * Answers {@code /healthz}: 200 and "ok"; 507 where the disk is full, 503 where it failed, and
   * 500 where the database cannot be read. A server that is only to read is well.
   */
  public void show(Context context) {
    // Only that it can be read matters, not the number.
    long state = database.changeCount();
    DatabaseCondition condition = database.triedCondition();
    context
        .status(status(condition))
        .header("Cache-Control", "no-store")
        .contentType("text/plain")
        .result(said(condition) + ", database state " + state + "\n" + condition.sentence());
  }

  private static int status(DatabaseCondition condition) {
    return switch (condition) {
      case WELL, READ_ONLY -> 200;
      case DISK_FULL -> 507;
      case DISK_FAILED -> 503;
    };
  }

  private static String said(DatabaseCondition condition) {
    return switch (condition) {
      case WELL -> "ok";
      case READ_ONLY -> "ok, read-only";
      case DISK_FULL -> "disk full";
      case DISK_FAILED -> "disk failed, read-only until checked";
    };
  }
}
