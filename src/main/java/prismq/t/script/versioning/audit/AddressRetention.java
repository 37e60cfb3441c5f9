package prismq.t.script.versioning.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the log forget addresses when the time has come, while the server runs. */
public final class AddressRetention implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AddressRetention.class);
  private static final int HOURS_BETWEEN = 6;

  private final AuditLog log;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "old addresses");
            thread.setDaemon(true);
            return thread;
          });

  /** Works on this log. */
  public AddressRetention(AuditLog log) {
    this.log = log;
  }

  /** Looks now, and every few hours. */
  public void start() {
    var unused = timer.scheduleWithFixedDelay(this::forget, 0, HOURS_BETWEEN, TimeUnit.HOURS);
  }

  private void forget() {
    try {
      log.forgetAddresses();
    } catch (RuntimeException e) {
      // The next time does it; a full disk must not end the timer.
      LOG.warn("Old addresses of the audit log were not forgotten: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
