package prismq.t.script.versioning.webhook;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** The addresses that are told what people are told. Safe for use by several threads. */
public final class Webhooks {
  /** Most addresses of one account. */
  static final int MOST = 10;

  /** Most deliveries that are shown of an address. */
  public static final int SHOWN_DELIVERIES = 50;

  private final Database database;
  private final AuditLog auditLog;
  private final Clock clock;
  private final WebhookStore store = new WebhookStore();

  /** Keeps them in this database, and notes in the log who has what told where. */
  public Webhooks(Database database, AuditLog auditLog, Clock clock) {
    this.database = database;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  /** Somebody's, oldest first. */
  public List<Webhook> list(long account) {
    return database.read(handle -> store.list(handle, account));
  }

  /** What an address was told last; what was given up comes first. */
  public List<WebhookDelivery> deliveries(Webhook webhook) {
    return database.read(handle -> store.deliveries(handle, webhook.id(), SHOWN_DELIVERIES));
  }

  /**
   * Has an address told what somebody is told from now on.
   *
   * @return the secret by which its receiver checks what comes, which is told only now
   * @throws InvalidInputException if it is no address, or one too many
   */
  public String add(long account, String url) {
    String checked = WebhookAddress.checked(url);
    String secret = WebhookSignature.newSecret();
    database.write(
        handle -> {
          if (store.list(handle, account).size() >= MOST) {
            throw new InvalidInputException("url", FilledMessage.of("webhook.too_many", MOST));
          }
          store.add(handle, account, checked, secret, now());
          auditLog.record(handle, AuditEvent.of(AuditAct.WEBHOOK_ADDED, checked));
          return null;
        });
    return secret;
  }

  /** Has an address told nothing more. */
  public void remove(long account, long id) {
    database.write(
        handle -> {
          Webhook removed = required(handle, account, id);
          store.delete(handle, id);
          auditLog.record(handle, AuditEvent.of(AuditAct.WEBHOOK_REMOVED, removed.url()));
          return null;
        });
  }

  /** Gives an address another secret, which is told only now; the one before ends at once. */
  public String renewSecret(long account, long id) {
    String secret = WebhookSignature.newSecret();
    database.write(
        handle -> {
          Webhook renewed = required(handle, account, id);
          store.updateSecret(handle, id, secret);
          auditLog.record(handle, AuditEvent.of(AuditAct.WEBHOOK_SECRET_RENEWED, renewed.url()));
          return null;
        });
    return secret;
  }

  /** How many deliveries to an address there are, of which not all are shown. */
  public int count(Webhook webhook) {
    return database.read(handle -> store.count(handle, webhook.id()));
  }

  /** Tells an address something for a trial. */
  public void tryOut(long account, long id) {
    database.write(
        handle -> {
          required(handle, account, id);
          store.addTrial(handle, id, now());
          return null;
        });
  }

  /**
   * Tells an address again what was given up.
   *
   * @param delivery which of it; null for all
   */
  public void resend(long account, long id, @Nullable Long delivery) {
    database.write(
        handle -> {
          required(handle, account, id);
          store.resend(handle, id, delivery, now());
          return null;
        });
  }

  private Webhook required(Handle handle, long account, long id) {
    return store.list(handle, account).stream()
        .filter(webhook -> webhook.id() == id)
        .findFirst()
        .orElseThrow(
            () -> new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("webhook.not_found")));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
