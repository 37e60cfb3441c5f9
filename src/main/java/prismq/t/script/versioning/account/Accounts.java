package prismq.t.script.versioning.account;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** Makes and changes accounts, for pages and commands. Safe for use by several threads. */
public final class Accounts {
  private final Database database;
  private final Clock clock;
  private final Links links;
  private final AccountStore store = new AccountStore();
  private final SessionStore sessions = new SessionStore();
  private final LinkStore linkStore = new LinkStore();
  private volatile boolean exist;
  private volatile long nonePastChange = -1;

  /** Keeps them in this database. */
  public Accounts(Database database, Links links, Clock clock) {
    this.database = database;
    this.links = links;
    this.clock = clock;
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

  /** The account of an e-mail address, in whatever case. */
  public Optional<Account> find(String email) {
    return database.read(handle -> store.find(handle, email));
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
        .orElseThrow(() -> new Problem(ProblemKind.NOT_FOUND, "There is no such account."));
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
        });
  }

  /** Makes the first account, an admin, for whoever uses the computer of the server. */
  public Account addFirst(NewAccount made) {
    return add(made, Role.ADMIN, true, this::checkNone);
  }

  private void checkNone(Handle handle) {
    if (!store.isEmpty(handle)) {
      throw new Problem(
          ProblemKind.FORBIDDEN,
          "Somebody made the first account meanwhile.",
          "Sign in, or ask an admin for an invitation.");
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
        handle -> links.use(handle, invitation, LinkPurpose.INVITATION));
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
    boolean isTaken = store.list(handle).stream().anyMatch(has -> has.isNamedLike(account));
    Account told = isTaken ? account.named(account.name() + " (" + address + ")") : account;
    checkFree(handle, told);
    return store.insert(handle, told, "", clock.instant());
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
                "The first account is an admin, who can look after the others.",
                "Add an admin first.");
          }
        });
  }

  /** What is done in the transaction that makes an account, before that. */
  private interface Before {
    void run(Handle handle);
  }

  private Account add(NewAccount made, Role role, boolean isEmailVouched, Before before) {
    Account checked = made.checked(role);
    // Takes a tenth of a second, in which others may write.
    String hash = Passwords.hash(made.password());
    return database.write(
        handle -> {
          before.run(handle);
          checkFree(handle, checked);
          linkStore.deleteAll(handle, LinkPurpose.SET_UP);
          Account account = store.insert(handle, checked, hash, clock.instant());
          if (!isEmailVouched) {
            store.setEmailUnvouched(handle, account.id());
          }
          return account;
        });
  }

  private void checkFree(Handle handle, Account account) {
    if (store.find(handle, account.email()).filter(has -> has.id() != account.id()).isPresent()) {
      throw new InvalidInputException("email", "Somebody has an account with this e-mail address.");
    }
    // Versions are shown under names, so that one like another's would pass for it.
    if (store.list(handle).stream()
        .anyMatch(has -> has.id() != account.id() && has.isNamedLike(account))) {
      throw new InvalidInputException(
          "name", "Somebody else has this name here. Add something that tells you apart.");
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
                before.name() + " is the only admin.",
                "Make somebody else an admin first.");
          }
          if (store.adminWithPasswordCount(handle) == 0) {
            throw new Problem(
                ProblemKind.LAST_ADMIN,
                before.name() + " is the only admin with a password.",
                "Give another admin a password first, by a password link.");
          }
          if (after.isDisabled()) {
            sessions.deleteOthers(handle, id, "");
            linkStore.deleteResets(handle, id);
          }
          return after;
        });
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
