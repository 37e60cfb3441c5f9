package prismq.t.script.versioning;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has forgotten what is only kept for a time, such as addresses and drafts, while the server runs.
 */
final class Retention implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int HOURS_BETWEEN = 6;

  private final List<Runnable> duties;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "retention");
            thread.setDaemon(true);
            return thread;
          });

  /** Has each of these forget what is too old. */
  Retention(Runnable... duties) {
    this.duties = List.of(duties);
  }

  /** Looks now, and every few hours. */
  void start() {
    var unused = timer.scheduleWithFixedDelay(this::forget, 0, HOURS_BETWEEN, TimeUnit.HOURS);
  }

  private void forget() {
    duties.forEach(Retention::attempt);
  }

  private static void attempt(Runnable duty) {
    try {
      duty.run();
    } catch (RuntimeException e) {
      // The next time does it; a full disk must not end the timer.
      LOG.warn("What was kept for a time was not forgotten: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
