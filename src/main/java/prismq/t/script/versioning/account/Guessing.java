package prismq.t.script.versioning.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.account.AttemptStore.Attempts;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.db.Database;

/**
 * Slows down who guesses passwords: the more attempts fail for an account or from an address, the
 * longer the next one waits. An account is never locked, because that would let anybody lock its
 * owner out: attempts for it wait some seconds at most, whoever makes them. Those from one address
 * wait for each other; where the queue is long, the address is asked to come back.
 */
final class Guessing {
  /** Attempts that do not wait: everybody mistypes a password now and then. */
  private static final int FREE_ATTEMPTS = 4;

  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration MAX_WAIT_FOR_ACCOUNT = Duration.ofSeconds(4);
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

  /** An attempt for an account from an address. Of neither more than a hash is kept. */
  record SignInAttempt(String ofAccount, String ofAddress) {
    static SignInAttempt of(String email, String address) {
      return new SignInAttempt(
          subject("account", Account.emailKey(email)),
          subject("address", ClientNetwork.of(address)));
    }

    private static String subject(String kind, String text) {
      byte[] bytes = (kind + ":" + text).getBytes(StandardCharsets.UTF_8);
      return ContentHash.of(bytes).hex();
    }
  }

  /**
   * Counts an attempt as failed until {@link #succeeded} says otherwise.
   *
   * @return how long it has to wait
   * @throws TooManyAttemptsException if it would wait too long; then it is not counted
   */
  Duration begin(SignInAttempt attempt) {
    Instant now = clock.instant();
    Duration turn = Duration.between(now, turn(attempt.ofAddress, now));
    if (turn.compareTo(LONGEST_QUEUE) > 0) {
      throw new TooManyAttemptsException(turn);
    }
    return database.write(
        handle -> {
          store.deleteOlder(handle, now.minus(MEMORY));
          Duration forAddress = count(handle, attempt.ofAddress, now, MAX_WAIT_FOR_ADDRESS);
          Duration forAccount = count(handle, attempt.ofAccount, now, MAX_WAIT_FOR_ACCOUNT);
          Duration own =
              forAccount.compareTo(MAX_WAIT_FOR_ACCOUNT) > 0 ? MAX_WAIT_FOR_ACCOUNT : forAccount;
          return forAddress.compareTo(own) > 0 ? forAddress : own;
        });
  }

  private Instant turn(String subject, Instant now) {
    Instant next =
        database.read(handle -> store.find(handle, subject)).orElse(Attempts.NONE).nextAt();
    return next.isAfter(now) ? next : now;
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

  /** Forgets the attempts for an account that its owner ended, and this one from the address. */
  void succeeded(SignInAttempt attempt) {
    database.write(
        handle -> {
          store.delete(handle, attempt.ofAccount);
          store
              .find(handle, attempt.ofAddress)
              .ifPresent(
                  attempts ->
                      store.put(
                          handle,
                          attempt.ofAddress,
                          new Attempts(
                              attempts.count() - 1, attempts.lastAt(), attempts.nextAt())));
          return null;
        });
  }
}
