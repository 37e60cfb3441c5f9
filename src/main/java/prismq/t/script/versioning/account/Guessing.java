package prismq.t.script.versioning.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.account.AttemptStore.Attempts;
import prismq.t.script.versioning.db.Database;

/**
 * Slows down who guesses passwords: the more attempts fail for an account or a share link, or from
 * an address, the longer the next one waits. Neither is ever locked, because that would let anybody
 * lock those out who know the password: attempts for it wait some seconds at most, whoever makes
 * them. Those from one address wait for each other; where the queue is long, the address is asked
 * to come back.
 */
final class Guessing {
  /** Attempts that do not wait: everybody mistypes a password now and then. */
  private static final int FREE_ATTEMPTS = 4;

  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration MAX_WAIT_FOR_THING = Duration.ofSeconds(4);
  private static final Duration MAX_WAIT_FOR_ADDRESS = Duration.ofSeconds(15);

  /** How long attempts count after the last of them. */
  private static final Duration MEMORY = Duration.ofHours(6);

  /** How long a request may be kept waiting. */
  private static final Duration LONGEST_QUEUE = Duration.ofSeconds(20);

  private final Database database;
  private final Clock clock;
  private final AttemptStore store = new AttemptStore();

  Guessing(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Counts an attempt as failed until {@link #succeeded} says otherwise.
   *
   * @return how long it has to wait
   * @throws TooManyAttemptsException if it would wait too long; then it is not counted
   */
  Duration begin(GuessAttempt attempt) {
    Instant now = clock.instant();
    // Before anything is written, so that who is asked to come back keeps nobody from writing.
    database.read(
        handle -> {
          checkQueue(handle, attempt, now);
          return null;
        });
    return database.write(
        handle -> {
          // Again, as attempts that were made at the same time have passed the first check, too.
          checkQueue(handle, attempt, now);
          store.deleteOlder(handle, now.minus(MEMORY));
          Duration forAddress = count(handle, attempt.ofAddress(), now, MAX_WAIT_FOR_ADDRESS);
          Duration forThing = count(handle, attempt.ofThing(), now, MAX_WAIT_FOR_THING);
          Duration own = forThing.compareTo(MAX_WAIT_FOR_THING) > 0 ? MAX_WAIT_FOR_THING : forThing;
          return forAddress.compareTo(own) > 0 ? forAddress : own;
        });
  }

  private void checkQueue(Handle handle, GuessAttempt attempt, Instant now) {
    Attempts before = store.find(handle, attempt.ofAddress()).orElse(Attempts.NONE);
    Duration turn = Duration.between(now, before.nextAt());
    if (turn.compareTo(LONGEST_QUEUE) > 0) {
      throw new TooManyAttemptsException(turn);
    }
  }

  private Duration count(Handle handle, String subject, Instant now, Duration longest) {
    Attempts before = store.find(handle, subject).orElse(Attempts.NONE);
    Instant turn = before.nextAt().isAfter(now) ? before.nextAt() : now;
    int count = before.count() + 1;
    store.put(handle, subject, new Attempts(count, now, turn.plus(pause(count, longest))));
    return Duration.between(now, turn);
  }

  private static Duration pause(int count, Duration longest) {
    if (count < FREE_ATTEMPTS) {
      return Duration.ZERO;
    }
    Duration pause = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE_ATTEMPTS, 20));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }

  /** Forgets the attempts for what somebody knew the password of, and this one from the address. */
  void succeeded(GuessAttempt attempt) {
    database.write(
        handle -> {
          store.delete(handle, attempt.ofThing());
          store
              .find(handle, attempt.ofAddress())
              .ifPresent(
                  attempts ->
                      store.put(
                          handle,
                          attempt.ofAddress(),
                          new Attempts(
                              attempts.count() - 1, attempts.lastAt(), attempts.nextAt())));
          return null;
        });
  }
}
