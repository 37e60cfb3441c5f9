package prismq.t.script.versioning.account;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/**
 * Lets in those whom somebody else vouches for: a provider of single sign-on, or a proxy. They need
 * an account or an open invitation. Safe for use by several threads.
 */
public final class Admissions {
  private static final Logger LOG = LoggerFactory.getLogger(Admissions.class);

  private final Database database;
  private final Accounts accounts;
  private final Clock clock;
  private final AuditLog log;
  private final AccountStore store = new AccountStore();
  private final IdentityStore identities = new IdentityStore();
  private final LinkStore links = new LinkStore();

  /** Lets them into these accounts. */
  public Admissions(Database database, Accounts accounts, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.clock = clock;
    this.log = new AuditLog(database, clock);
  }

  /**
   * The account of somebody whom a provider vouches for: the one that is tied to the identity; else
   * the one of the e-mail address, if an admin named that; else a new one, if there is an
   * invitation for the address.
   *
   * @throws Problem if there is none for them
   */
  public Account admit(ProvenIdentity identity) {
    Account admitted =
        database.write(
            handle -> {
              Optional<Long> known = identities.accountId(handle, identity);
              if (known.isPresent()) {
                return enabled(store.find(handle, known.get()).orElseThrow());
              }
              @Nullable String email = identity.email();
              if (email == null) {
                throw refused("sign_on.no_email", "sign_on.no_email_next");
              }
              Account account =
                  store
                      .find(handle, email)
                      .map(found -> tied(handle, identity, found))
                      .orElseGet(() -> invited(handle, email, identity.name(), identity.role()));
              connect(handle, account, identity);
              return account;
            });
    return withRoleOf(identity, admitted);
  }

  private Account tied(Handle handle, ProvenIdentity identity, Account account) {
    enabled(account);
    // What its owner typed may be the address of somebody else, who would be led in here.
    if (!store.isEmailVouched(handle, account.id())) {
      throw refused("sign_on.not_vouched", "sign_on.not_vouched_next");
    }
    if (identities.has(handle, account.id(), identity.issuer())) {
      throw refused("sign_on.other_identity", "sign_on.other_identity_next");
    }
    return account;
  }

  private static Account enabled(Account account) {
    if (account.isDisabled()) {
      throw refused("sign_on.disabled", "sign_on.disabled_next");
    }
    return account;
  }

  private Account invited(Handle handle, String email, String name, @Nullable Role role) {
    SingleUseLink invitation =
        links.list(handle, LinkPurpose.INVITATION, clock.instant()).stream()
            .filter(link -> isFor(link, email))
            .findFirst()
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemKind.FORBIDDEN,
                        FilledMessage.of("sign_on.not_invited", email),
                        FilledMessage.of("sign_on.not_invited_next")));
    links.use(handle, invitation, clock.instant());
    Role given = role == null ? invitation.role() : role;
    return accounts.addWithoutPassword(handle, name, email, Objects.requireNonNull(given));
  }

  private static boolean isFor(SingleUseLink link, String email) {
    @Nullable String invited = link.email();
    return invited != null && Account.emailKey(invited).equals(Account.emailKey(email));
  }

  private Account withRoleOf(ProvenIdentity identity, Account account) {
    @Nullable Role role = identity.role();
    if (role == null || role == account.role()) {
      return account;
    }
    try {
      return accounts.change(account.id(), before -> before.withRole(role));
    } catch (Problem e) {
      if (e.kind() != ProblemKind.LAST_ADMIN) {
        throw e;
      }
      // Somebody has to look after the others; the provider cannot take that away.
      LOG.warn("The role of account {} stays admin: {}", account.id(), e.sentence());
      return account;
    }
  }

  /**
   * The account of an e-mail address that a proxy vouches for; empty where there is none to let in,
   * and no invitation.
   */
  public Optional<Account> admit(String email) {
    if (accounts.find(email).isEmpty() && isInvited(email)) {
      database.write(
          handle -> store.find(handle, email).orElseGet(() -> invited(handle, email, "", null)));
    }
    // As in sign-on: what its owner typed may be the address of somebody else.
    return database.read(
        handle ->
            store
                .find(handle, email)
                .filter(account -> !account.isDisabled())
                .filter(account -> store.isEmailVouched(handle, account.id())));
  }

  private boolean isInvited(String email) {
    return database
        .read(handle -> links.list(handle, LinkPurpose.INVITATION, clock.instant()))
        .stream()
        .anyMatch(link -> isFor(link, email));
  }

  /**
   * Ties an identity to the account of whoever is signed in.
   *
   * @throws Problem if one of them is tied already
   */
  public void connect(long accountId, ProvenIdentity identity) {
    database.write(
        handle -> {
          Optional<Long> known = identities.accountId(handle, identity);
          if (known.isPresent() && known.get() == accountId) {
            return null;
          }
          if (known.isPresent() || identities.has(handle, accountId, identity.issuer())) {
            throw refused("sign_on.other_identity", "sign_on.other_identity_next");
          }
          connect(handle, store.find(handle, accountId).orElseThrow(), identity);
          return null;
        });
  }

  private void connect(Handle handle, Account account, ProvenIdentity identity) {
    identities.insert(handle, identity, account.id(), clock.instant());
    String thing = account.named() + " to " + identity.issuer();
    log.record(handle, AuditEvent.of(AuditAct.SIGN_ON_CONNECTED, thing).as(account.name()));
  }

  /** Whether an account can sign in at an issuer. */
  public boolean isConnected(Account account, String issuer) {
    return database.read(handle -> identities.has(handle, account.id(), issuer));
  }

  /** The ids of all accounts that can. */
  public Set<Long> connected(String issuer) {
    return database.read(handle -> identities.accountIds(handle, issuer));
  }

  /** Unties an account from its identity at an issuer. */
  public void disconnect(Account account, String issuer) {
    database.write(
        handle -> {
          identities.delete(handle, account.id(), issuer);
          String thing = account.named() + " from " + issuer;
          log.record(handle, AuditEvent.of(AuditAct.SIGN_ON_DISCONNECTED, thing));
          return null;
        });
  }

  private static Problem refused(String happened, String next) {
    return new Problem(ProblemKind.FORBIDDEN, FilledMessage.of(happened), FilledMessage.of(next));
  }
}
