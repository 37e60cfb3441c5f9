package prismq.t.script.versioning.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.db.Database;

/**
 * Makes accounts for tests that are about something else than passwords: theirs are kept as any,
 * but by a hash that takes no time to make and to check, where that of people takes a tenth of a
 * second and more each time.
 */
public final class QuickAccounts {
  private static final Argon2Function LEAST = Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID);
  private static final byte[] SALT = "sixteen of bytes".getBytes(StandardCharsets.US_ASCII);

  private QuickAccounts() {}

  /** Makes one that can sign in with its password. */
  public static Account add(Database database, NewAccount made, Role role) {
    byte[] password = made.password().getBytes(StandardCharsets.US_ASCII);
    String hash = LEAST.hash(password, SALT).getResult();
    AuditLog log = AuditLog.of(database);
    return database.write(
        handle -> {
          Account account =
              new AccountStore().insert(handle, made.checked(role), hash, Instant.now());
          String thing = account.named() + " as " + role.word();
          log.record(
              handle, new AuditEvent(AuditAct.ACCOUNT_MADE, CurrentActor.get(), null, null, thing));
          return account;
        });
  }
}
