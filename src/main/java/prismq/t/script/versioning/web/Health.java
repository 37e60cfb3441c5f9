package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.util.function.LongSupplier;

/** Reports to monitoring that the server answers and can read its database. */
public final class Health {
  private final LongSupplier changeCount;

  /** Creates it with something that reads the database. */
  public Health(LongSupplier changeCount) {
    this.changeCount = changeCount;
  }

  /** Answers {@code /healthz}: 200 and "ok"; 500 where the database cannot be read. */
  public void show(Context context) {
    // Only that it can be read matters, not the number.
    long state = changeCount.getAsLong();
    context
        .header("Cache-Control", "no-store")
        .contentType("text/plain")
        .result("ok, database state " + state + "\n");
  }
}
