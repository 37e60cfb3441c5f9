package prismq.t.script.versioning.account;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import prismq.t.script.versioning.audit.Actor;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.audit.RefusalLog;
import prismq.t.script.versioning.db.Database;

/** Checks passwords of those who want to sign in. */
public final class SignIns {
  private final Accounts accounts;
  private final PasswordChecks checks;
  private final RefusalLog failures;

  /** Checks the passwords of these accounts. */
  public SignIns(Database database, Accounts accounts, PasswordChecks checks, Clock clock) {
    this.accounts = accounts;
    this.checks = checks;
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
    Actor actor = CurrentActor.get();
    return checks.attempt(
        GuessAttempt.signIn(email, address), () -> checked(email, password, actor));
  }

  private Optional<Account> checked(String email, String password, Actor actor) {
    boolean canBeOne = email.length() <= Account.MAX_EMAIL && !Passwords.isTooLong(password);
    Optional<Account> found = canBeOne ? accounts.matching(email, password) : Optional.empty();
    if (found.isEmpty()) {
      failures.refused(actor, email);
    }
    return found;
  }
}
