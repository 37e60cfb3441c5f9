package prismq.t.script.versioning.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import prismq.t.script.versioning.db.Database;

/**
 * Runs checks of passwords, after a wait that grows with the attempts that failed. Attempts wait
 * without a thread, so that no number of them keeps the server from answering others.
 */
public final class PasswordChecks implements AutoCloseable {
  /** Attempts that may wait at once, from all addresses. */
  private static final int MAX_WAITING = 200;

  private static final Duration WHEN_FULL = Duration.ofSeconds(10);

  private final Guessing guessing;
  private final AtomicInteger waiting = new AtomicInteger();
  private final ExecutorService checkers =
      Executors.newFixedThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work, "password-check");
            thread.setDaemon(true);
            return thread;
          });

  /** Counts attempts in this database. */
  public PasswordChecks(Database database, Clock clock) {
    this.guessing = new Guessing(database, clock);
  }

  /**
   * Runs a check in its turn, by another thread.
   *
   * @param check gives what the password fits; empty for nothing
   * @throws TooManyAttemptsException if too many were made
   */
  public <T> CompletableFuture<Optional<T>> attempt(
      GuessAttempt attempt, Supplier<Optional<T>> check) {
    if (waiting.incrementAndGet() > MAX_WAITING) {
      waiting.decrementAndGet();
      throw new TooManyAttemptsException(WHEN_FULL);
    }
    try {
      Duration wait = guessing.begin(attempt);
      return CompletableFuture.supplyAsync(
              () -> checked(attempt, check),
              CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, checkers))
          .whenComplete((found, failure) -> waiting.decrementAndGet());
    } catch (RuntimeException e) {
      waiting.decrementAndGet();
      throw e;
    }
  }

  private <T> Optional<T> checked(GuessAttempt attempt, Supplier<Optional<T>> check) {
    Optional<T> found = check.get();
    if (found.isPresent()) {
      guessing.succeeded(attempt);
    }
    return found;
  }

  @Override
  public void close() {
    checkers.shutdown();
  }
}
