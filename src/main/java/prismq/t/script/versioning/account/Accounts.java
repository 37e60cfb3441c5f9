package prismq.t.script.versioning.account;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.Actor;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** Makes and changes accounts, for pages and commands. Safe for use by several threads. */
public final class Accounts {
  private final Database database;
  private final Clock clock;
  private final Links links;
  private final AuditLog log;
  private final AccountStore store = new AccountStore();
  private final KnownPeople people = new KnownPeople();
  private final SessionStore sessions = new SessionStore();
  private final LinkStore linkStore = new LinkStore();
  private volatile boolean exist;
  private volatile long nonePastChange = -1;

  /** Keeps them in this database. */
  public Accounts(Database database, Links links, Clock clock) {
    this.database = database;
    this.links = links;
    this.clock = clock;
    this.log = new AuditLog(database, clock);
  }

  /** Whether there are any, so that everybody has to sign in; they are never deleted. */
  public boolean exist() {
    if (!exist) {
      long changeCount = database.changeCount();
      if (changeCount != nonePastChange) {
        exist = !database.read(store::isEmpty);
        nonePastChange = changeCount;
      }
    }
    return exist;
  }

  /** All, by name. */
  public List<Account> list() {
    return database.read(store::list);
  }

  /** All, and those who are known by name only from elsewhere, by their numbers. */
  public Map<Long, Account> everybody() {
    return database.read(people::all);
  }

  /** The account of an e-mail address, in whatever case. */
  public Optional<Account> find(String email) {
    return database.read(handle -> store.find(handle, email));
  }

  /**
   * The same of an address that somebody gave to a command.
   *
   * @throws Problem if there is none
   */
  public Account named(String email) {
    return find(email)
        .orElseThrow(
            () -> new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("account.no_email")));
  }

  /**
   * The account of an id.
   *
   * @throws Problem if there is none
   */
  public Account account(long id) {
    return database.read(handle -> required(handle, id));
  }

  private Account required(Handle handle, long id) {
    return store
        .find(handle, id)
        .orElseThrow(
            () -> new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("account.not_found")));
  }

  /**
   * Makes the first account, an admin, by a link.
   *
   * @throws DeadLinkException if the link cannot be used
   */
  public Account setUp(Secret link, NewAccount made) {
    links.find(link, LinkPurpose.SET_UP);
    return add(
        made,
        Role.ADMIN,
        true,
        handle -> {
          links.use(handle, link, LinkPurpose.SET_UP);
          checkNone(handle);
          return themselves(made);
        });
  }

  /** Makes the first account, an admin, for whoever uses the computer of the server. */
  public Account addFirst(NewAccount made) {
    return add(
        made,
        Role.ADMIN,
        true,
        handle -> {
          checkNone(handle);
          return themselves(made);
        });
  }

  private void checkNone(Handle handle) {
    if (!store.isEmpty(handle)) {
      throw new Problem(
          ProblemKind.FORBIDDEN,
          FilledMessage.of("account.first_taken"),
          FilledMessage.of("account.first_taken_next"));
    }
  }

  /**
   * Makes an account by an invitation, with the role that it gives.
   *
   * @throws DeadLinkException if the invitation cannot be used
   */
  public Account accept(Secret invitation, NewAccount made) {
    SingleUseLink link = links.find(invitation, LinkPurpose.INVITATION);
    checkFor(link, made.email());
    return add(
        made,
        Objects.requireNonNull(link.role()),
        link.email() != null,
        handle -> {
          links.use(handle, invitation, LinkPurpose.INVITATION);
          String role = "as " + Objects.requireNonNull(link.role()).word();
          log.record(handle, AuditEvent.of(AuditAct.INVITATION_ACCEPTED, role).as(made.name()));
          return themselves(made);
        });
  }

  private static void checkFor(SingleUseLink invitation, String email) {
    @Nullable String invited = invitation.email();
    if (invited != null && !Account.emailKey(invited).equals(Account.emailKey(email))) {
      throw new InvalidInputException("email", "This invitation is for " + invited + ".");
    }
  }

  /** Makes an account for somebody who is vouched for; a name that is taken gets the address. */
  Account addWithoutPassword(Handle handle, String name, String email, Role role) {
    String address = Account.checkedEmail(email);
    Account account =
        new Account(
            0,
            shownName(name, address),
            address,
            ZoneId.of("UTC"),
            Account.LANGUAGE_OF_BROWSER,
            role,
            false);
    boolean isTaken = store.list(handle).stream().anyMatch(has -> has.isNamedLike(account.name()));
    Account told = isTaken ? account.named(account.name() + " (" + address + ")") : account;
    checkFree(handle, told);
    Account made = store.insert(handle, told, "", clock.instant());
    String as = " as " + role.word();
    log.record(handle, AuditEvent.of(AuditAct.INVITATION_ACCEPTED, as.strip()).as(made.name()));
    log.record(handle, AuditEvent.of(AuditAct.ACCOUNT_MADE, made.named() + as).as(made.name()));
    return made;
  }

  /** The start of the address, where the name cannot be that of an author. */
  private static String shownName(String name, String email) {
    try {
      return Account.checkedName(name);
    } catch (InvalidInputException e) {
      return Account.checkedName(email.substring(0, email.indexOf('@')));
    }
  }

  /** Whether an account has a password. */
  public boolean hasPassword(Account account) {
    return database.read(handle -> store.hasPassword(handle, account.id()));
  }

  /**
   * Makes an account.
   *
   * @throws Problem if it is the first one and no admin
   */
  public Account add(NewAccount made, Role role) {
    return add(
        made,
        role,
        true,
        handle -> {
          if (role != Role.ADMIN && store.isEmpty(handle)) {
            throw new Problem(
                ProblemKind.FORBIDDEN,
                FilledMessage.of("account.first_is_admin"),
                FilledMessage.of("account.first_is_admin_next"));
          }
          return CurrentActor.get();
        });
  }

  /** Checks, in the transaction that makes an account, that it may be made; tells by whom. */
  private interface Before {
    Actor run(Handle handle);
  }

  private static Actor themselves(NewAccount made) {
    return CurrentActor.get().named(made.name());
  }

  private Account add(NewAccount made, Role role, boolean isEmailVouched, Before before) {
    Account checked = made.checked(role);
    // Takes a tenth of a second, in which others may write.
    String hash = Passwords.hash(made.password());
    return database.write(
        handle -> {
          Actor actor = before.run(handle);
          checkFree(handle, checked);
          linkStore.deleteAll(handle, LinkPurpose.SET_UP);
          Account account = store.insert(handle, checked, hash, clock.instant());
          if (!isEmailVouched) {
            store.setEmailUnvouched(handle, account.id());
          }
          String thing = account.named() + " as " + role.word();
          log.record(handle, new AuditEvent(AuditAct.ACCOUNT_MADE, actor, null, null, thing));
          return account;
        });
  }

  private void checkFree(Handle handle, Account account) {
    if (store.find(handle, account.email()).filter(has -> has.id() != account.id()).isPresent()) {
      throw new InvalidInputException("email", FilledMessage.of("account.email_taken"));
    }
    // Versions are shown under names, so that one like another's would pass for it.
    if (store.list(handle).stream()
        .anyMatch(has -> has.id() != account.id() && has.isNamedLike(account.name()))) {
      throw new InvalidInputException("name", FilledMessage.of("account.name_taken"));
    }
  }

  /** Changes what an account says of itself. */
  public Account change(long id, UnaryOperator<Account> change) {
    return database.write(
        handle -> {
          Account before = required(handle, id);
          Account after = change.apply(before);
          checkFree(handle, after);
          store.update(handle, after);
          if (!Account.emailKey(before.email()).equals(Account.emailKey(after.email()))) {
            store.setEmailUnvouched(handle, id);
          }
          if (store.adminCount(handle) == 0) {
            throw new Problem(
                ProblemKind.LAST_ADMIN,
                FilledMessage.of("account.only_admin", before.name()),
                FilledMessage.of("account.only_admin_next"));
          }
          if (store.adminWithPasswordCount(handle) == 0) {
            throw new Problem(
                ProblemKind.LAST_ADMIN,
                FilledMessage.of("account.only_password", before.name()),
                FilledMessage.of("account.only_password_next"));
          }
          recordChange(handle, before, after);
          if (!before.email().equals(after.email())) {
            linkStore.deleteResets(handle, id);
          }
          if (after.isDisabled()) {
            sessions.deleteOthers(handle, id, "");
            linkStore.deleteResets(handle, id);
          }
          return after;
        });
  }

  private void recordChange(Handle handle, Account before, Account after) {
    if (!before.named().equals(after.named())) {
      record(handle, AuditAct.ACCOUNT_CHANGED, before.named() + " to " + after.named());
    }
    if (before.role() != after.role()) {
      String roles = " from " + before.role().word() + " to " + after.role().word();
      record(handle, AuditAct.ROLE_CHANGED, after.named() + roles);
    }
    if (before.isDisabled() != after.isDisabled()) {
      AuditAct act = after.isDisabled() ? AuditAct.ACCOUNT_DISABLED : AuditAct.ACCOUNT_ENABLED;
      record(handle, act, after.named());
    }
  }

  private void record(Handle handle, AuditAct act, String thing) {
    log.record(handle, AuditEvent.of(act, thing));
  }

  /**
   * Gives an account a new password by a link, and ends all its sessions.
   *
   * @throws DeadLinkException if the link cannot be used
   */
  public Account resetPassword(Secret link, String password) {
    Account account = ofReset(link);
    checkPassword(account, password);
    String hash = Passwords.hash(password);
    return database.write(
        handle -> {
          links.use(handle, link, LinkPurpose.RESET);
          store.updatePassword(handle, account.id(), hash);
          sessions.deleteOthers(handle, account.id(), "");
          log.record(
              handle, AuditEvent.of(AuditAct.PASSWORD_RESET, account.named()).as(account.name()));
          return required(handle, account.id());
        });
  }

  /**
   * The account whose password a link resets.
   *
   * @throws DeadLinkException if the link cannot be used
   */
  public Account ofReset(Secret link) {
    return account(Objects.requireNonNull(links.find(link, LinkPurpose.RESET).accountId()));
  }

  /** Refuses a password that an account should not have. */
  public static void checkPassword(Account account, String password) {
    Passwords.check(password, List.of(account.name(), account.email()));
  }

  /** Gives an account a new password, and ends all its sessions but one. */
  public void changePassword(Account account, String password, Secret kept) {
    checkPassword(account, password);
    String hash = Passwords.hash(password);
    database.write(
        handle -> {
          store.updatePassword(handle, account.id(), hash);
          sessions.deleteOthers(handle, account.id(), kept.hash());
          linkStore.deleteResets(handle, account.id());
          record(handle, AuditAct.PASSWORD_CHANGED, account.named());
          return null;
        });
  }

  /** The account that an e-mail address and a password fit; takes as long where there is none. */
  Optional<Account> matching(String email, String password) {
    Passwords.prepare();
    record AccountWithHash(Account account, String hash) {}
    Optional<AccountWithHash> known =
        database.read(
            handle ->
                store
                    .find(handle, email)
                    .filter(account -> !account.isDisabled())
                    .map(
                        account ->
                            new AccountWithHash(account, store.passwordHash(handle, account)))
                    .filter(account -> !account.hash().isEmpty()));
    boolean matches =
        known.isPresent()
            ? Passwords.matches(password, known.get().hash())
            : Passwords.matchesNobody(password);
    return matches ? known.map(AccountWithHash::account) : Optional.empty();
  }
}
