package prismq.t.script.versioning.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import prismq.t.script.versioning.account.Guessing.SignInAttempt;
import prismq.t.script.versioning.audit.Actor;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.audit.RefusalLog;
import prismq.t.script.versioning.db.Database;

/**
 * Checks passwords of those who want to sign in. Attempts wait without a thread, so that no number
 * of them keeps the server from answering others.
 */
public final class SignIns implements AutoCloseable {
  /** Attempts that may wait at once, from all addresses. */
  private static final int MAX_WAITING = 200;

  private static final Duration WHEN_FULL = Duration.ofSeconds(10);

  private final Accounts accounts;
  private final Guessing guessing;
  private final RefusalLog failures;
  private final AtomicInteger waiting = new AtomicInteger();
  private final ExecutorService checkers =
      Executors.newFixedThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work, "sign-in");
            thread.setDaemon(true);
            return thread;
          });

  /** Checks the passwords of these accounts. */
  public SignIns(Database database, Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.guessing = new Guessing(database, clock);
    this.failures = new RefusalLog(new AuditLog(database, clock), AuditAct.SIGN_IN_FAILED, clock);
  }

  /**
   * The account that an e-mail address and a password fit, after a wait that grows with the
   * attempts that failed; empty where they fit none, and why is not told.
   *
   * @param address where the attempt comes from
   * @throws TooManyAttemptsException if too many were made
   */
  public CompletableFuture<Optional<Account>> attempt(
      String email, String password, String address) {
    if (waiting.incrementAndGet() > MAX_WAITING) {
      waiting.decrementAndGet();
      throw new TooManyAttemptsException(WHEN_FULL);
    }
    try {
      SignInAttempt attempt = SignInAttempt.of(email, address);
      Actor actor = CurrentActor.get();
      Duration wait = guessing.begin(attempt);
      return CompletableFuture.supplyAsync(
              () -> checked(email, password, attempt, actor),
              CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, checkers))
          .whenComplete((account, failure) -> waiting.decrementAndGet());
    } catch (RuntimeException e) {
      waiting.decrementAndGet();
      throw e;
    }
  }

  private Optional<Account> checked(
      String email, String password, SignInAttempt attempt, Actor actor) {
    boolean canBeOne = email.length() <= Account.MAX_EMAIL && !Passwords.isTooLong(password);
    Optional<Account> found = canBeOne ? accounts.matching(email, password) : Optional.empty();
    found.ifPresentOrElse(
        account -> guessing.succeeded(attempt), () -> failures.refused(actor, email));
    return found;
  }

  @Override
  public void close() {
    checkers.shutdown();
  }
}
