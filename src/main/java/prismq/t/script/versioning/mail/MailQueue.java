package prismq.t.script.versioning.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.problem.OneLine;

/**
 * Sends mails one after the other in a thread of its own, so that nobody waits for it, nor can tell
 * from the time an answer takes whether there is a mail.
 */
public final class MailQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailQueue.class);

  /** More wait only where somebody asks for them in masses, or the mail server hangs. */
  private static final int MAX_WAITING = 200;

  private static final int LAST_SECONDS = 5;

  private final MailServer server;
  private final Clock clock;
  private final ThreadPoolExecutor sender;
  private volatile @Nullable MailFailure failure;

  /** Sends by this server. */
  public MailQueue(MailSettings settings, Clock clock) {
    this.server = new MailServer(settings);
    this.clock = clock;
    this.sender =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            work -> {
              Thread thread = new Thread(work, "mail");
              thread.setDaemon(true);
              return thread;
            },
            (work, full) -> fail("too many mails wait"));
  }

  /** Has a mail written and sent; empty where there is none to send after all. */
  public void add(Supplier<Optional<Mail>> written) {
    add(written, () -> {});
  }

  /**
   * The same.
   *
   * @param unsent run where it was written, but not sent
   */
  public void add(Supplier<Optional<Mail>> written, Runnable unsent) {
    sender.execute(() -> send(written, unsent));
  }

  private void send(Supplier<Optional<Mail>> written, Runnable unsent) {
    try {
      Optional<Mail> mail = written.get();
      if (mail.isPresent()) {
        server.send(mail.get());
        failure = null;
      }
    } catch (MessagingException e) {
      fail(OneLine.of(e));
      unsent.run();
    } catch (RuntimeException e) {
      // The thread goes on with the next one.
      LOG.error("A mail could not be written", e);
      unsent.run();
    }
  }

  private void fail(String reason) {
    LOG.warn("A mail was not sent: {}", reason);
    failure = new MailFailure(clock.instant(), reason);
  }

  /** Why the last mail was not sent; empty if it was. */
  public Optional<MailFailure> failure() {
    return Optional.ofNullable(failure);
  }

  /** Sends what waits, for a few seconds. */
  @Override
  public void close() {
    sender.shutdown();
    try {
      if (!sender.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("{} mails were not sent", sender.getQueue().size() + 1);
        sender.shutdownNow();
      }
    } catch (InterruptedException e) {
      sender.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
