package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.util.function.LongSupplier;

/** Tells a watcher that the server answers and can read its database. */
public final class Health {
  private final LongSupplier changeCount;

  /** Creates it with something that reads the database. */
  public Health(LongSupplier changeCount) {
    this.changeCount = changeCount;
  }

  /** Answers {@code /healthz}: 200 and "ok"; 500 where the database cannot be read. */
  public void show(Context context) {
    // The number itself tells nothing here; that it can be read does.
    long state = changeCount.getAsLong();
    context
        .header("Cache-Control", "no-store")
        .contentType("text/plain")
        .result("ok, database state " + state + "\n");
  }
}
