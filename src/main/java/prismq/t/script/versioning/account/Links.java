package prismq.t.script.versioning.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;

/** Links that let their holder in once. Safe for use by several threads. */
public final class Links {
  private final Database database;
  private final Clock clock;
  private final AuditLog log;
  private final LinkStore store = new LinkStore();

  /** Keeps them in this database. */
  public Links(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.log = new AuditLog(database, clock);
  }

  /** A link to make the first account; those made before no longer work. */
  public Secret setUp() {
    return database.write(
        handle -> {
          store.deleteAll(handle, LinkPurpose.SET_UP);
          return insert(handle, LinkPurpose.SET_UP, null, null, null);
        });
  }

  /** A link to make an account with a role, for anybody. */
  public Secret invite(Role role) {
    return database.write(
        handle -> {
          log.record(handle, AuditEvent.of(AuditAct.INVITATION_MADE, "as " + role.word()));
          return insert(handle, LinkPurpose.INVITATION, role, null, null);
        });
  }

  /** A link to make an account with a role and this e-mail address. */
  public Secret invite(Role role, String email) {
    String thing = "for " + email + " as " + role.word();
    return database.write(
        handle -> {
          log.record(handle, AuditEvent.of(AuditAct.INVITATION_MADE, thing));
          return insert(handle, LinkPurpose.INVITATION, role, null, email);
        });
  }

  /** A link to give an account a new password; those made before no longer work. */
  public Secret reset(Account account) {
    return database.write(
        handle -> {
          store.deleteResets(handle, account.id());
          log.record(handle, AuditEvent.of(AuditAct.PASSWORD_LINK_MADE, "for " + account.named()));
          return insert(handle, LinkPurpose.RESET, null, account.id(), null);
        });
  }

  private Secret insert(
      Handle handle,
      LinkPurpose purpose,
      @Nullable Role role,
      @Nullable Long accountId,
      @Nullable String email) {
    Secret secret = Secret.random();
    Instant now = clock.instant();
    store.insert(
        handle,
        new SingleUseLink(
            secret.hash(), purpose, role, accountId, email, now, now.plus(purpose.life())));
    return secret;
  }

  /**
   * The link of a secret.
   *
   * @throws DeadLinkException if it cannot be used
   */
  public SingleUseLink find(Secret secret, LinkPurpose purpose) {
    return database.read(handle -> required(handle, secret, purpose));
  }

  /**
   * Uses a link up in a transaction.
   *
   * @throws DeadLinkException if it cannot be used
   */
  SingleUseLink use(Handle handle, Secret secret, LinkPurpose purpose) {
    SingleUseLink link = required(handle, secret, purpose);
    store.use(handle, link, clock.instant());
    return link;
  }

  private SingleUseLink required(Handle handle, Secret secret, LinkPurpose purpose) {
    return store
        .find(handle, secret.hash(), purpose, clock.instant())
        .orElseThrow(() -> new DeadLinkException(purpose));
  }

  /** Invitations that nobody has taken yet, newest first. */
  public List<SingleUseLink> openInvitations() {
    return database.read(handle -> store.list(handle, LinkPurpose.INVITATION, clock.instant()));
  }

  /** Takes an invitation back; does nothing where there is none of that hash. */
  public void withdrawInvitation(String secretHash) {
    database.write(
        handle -> {
          store
              .find(handle, secretHash, LinkPurpose.INVITATION, clock.instant())
              .ifPresent(
                  link -> {
                    store.delete(handle, secretHash, LinkPurpose.INVITATION);
                    String role = "as " + Objects.requireNonNull(link.role()).word();
                    log.record(handle, AuditEvent.of(AuditAct.INVITATION_WITHDRAWN, role));
                  });
          return null;
        });
  }

  /** What somebody sent as a secret. */
  public static Secret secret(String text, LinkPurpose purpose) {
    return Secret.read(text).orElseThrow(() -> new DeadLinkException(purpose));
  }
}
