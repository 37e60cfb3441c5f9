package prismq.t.script.versioning.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.db.Database;

/**
 * Has people told of what happened while the server runs. It looks after every change, whichever
 * process made it, so that whoever saves waits for nothing.
 */
public final class NotificationTimer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationTimer.class);
  private static final int MILLISECONDS_BETWEEN = 500;

  /** How long a mail that has to wait for a time may be late. */
  private static final Duration AT_LEAST = Duration.ofMinutes(1);

  private final Database database;
  private final Notifier notifier;
  private final @Nullable NotificationMails mails;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "notifications");
            thread.setDaemon(true);
            return thread;
          });

  private long lookedAt = -1;
  private Instant lastLook = Instant.EPOCH;

  /** Runs these; no mails are sent where they are null. */
  public NotificationTimer(
      Database database, Notifier notifier, @Nullable NotificationMails mails, Clock clock) {
    this.database = database;
    this.notifier = notifier;
    this.mails = mails;
    this.clock = clock;
  }

  /** Starts to look, unless nothing can be written. */
  public void start() {
    if (!database.isReadOnly()) {
      var unused =
          timer.scheduleWithFixedDelay(this::look, 0, MILLISECONDS_BETWEEN, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    try {
      long changeCount = database.changeCount();
      Instant now = clock.instant();
      if (changeCount != lookedAt || now.isAfter(lastLook.plus(AT_LEAST))) {
        lastLook = now;
        notifier.run();
        if (mails != null) {
          mails.run();
        }
        lookedAt = changeCount;
      }
    } catch (RuntimeException e) {
      // The next time does it; a full disk must not end the timer.
      lookedAt = database.changeCount();
      LOG.warn("Nobody was told of what happened: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    timer.shutdown();
    try {
      // What it writes must not come after the database is closed.
      if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
