package prismq.t.script.versioning.guest;

import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** Under which names guests of share links write. Safe for use by several threads. */
public final class GuestNames {
  /** Longest name of a guest, in characters. */
  public static final int MAX_NAME = 80;

  /** They would have what follows a name read the other way round. */
  private static final Pattern BIDI_CONTROLS =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  /** As writers are called where a link hides their names. */
  private static final Pattern WRITER = Pattern.compile("(?iu)writer\\s*\\d*");

  private final Database database;
  private final Accounts accounts;
  private final AuditLog auditLog;
  private final GuestNameStore store = new GuestNameStore();

  /**
   * Keeps them in this database.
   *
   * @param accounts whose names no guest may use
   * @param auditLog gets whose account a guest has
   */
  public GuestNames(Database database, Accounts accounts, AuditLog auditLog) {
    this.database = database;
    this.accounts = accounts;
    this.auditLog = auditLog;
  }

  /** Who a guest is, as far as is known. */
  public KnownGuest known(Guest guest) {
    return database
        .read(handle -> store.find(handle, guest.visit()))
        .orElse(new KnownGuest("", null));
  }

  /**
   * Who a guest writes as: the account that they have, or else this name.
   *
   * @throws InvalidInputException if the name is outside the rules, or somebody with an account is
   *     called so or much alike
   */
  public KnownGuest writing(Guest guest, String name) {
    KnownGuest known = known(guest);
    Long account = known.account();
    if (account == null) {
      return new KnownGuest(checked(guest, name), null);
    }
    if (accounts.account(account).isDisabled()) {
      throw new Problem(ProblemKind.FORBIDDEN, FilledMessage.of("share.member_disabled"));
    }
    return known;
  }

  private String checked(Guest guest, String name) {
    String stripped = name.strip();
    int length = stripped.codePointCount(0, stripped.length());
    if (length > MAX_NAME) {
      throw invalid(FilledMessage.of("field.too_long", length, MAX_NAME));
    }
    if (BIDI_CONTROLS.matcher(stripped).find()) {
      throw invalid(FilledMessage.of("share.name_turned"));
    }
    String checked;
    try {
      checked = Account.checkedName(stripped);
    } catch (InvalidInputException e) {
      throw invalid(e.message());
    }
    if (isOfTeam(guest, checked)) {
      throw invalid(FilledMessage.of("share.name_of_member"));
    }
    return checked;
  }

  /** Whether somebody on the team, or whoever wrote the script, is called so on guests' pages. */
  private boolean isOfTeam(Guest guest, String name) {
    return WRITER.matcher(name).matches()
        || Account.areAlike(name, Messages.text("share.team"))
        || accounts.list().stream().anyMatch(account -> account.isNamedLike(name))
        || database.read(handle -> store.authors(handle, guest.shareLinkId())).stream()
            .anyMatch(author -> Account.areAlike(name, author));
  }

  private static InvalidInputException invalid(FilledMessage message) {
    return new InvalidInputException("author", message);
  }

  /** Notes who a guest wrote as, in the handle's transaction. */
  public void remember(Handle handle, Guest guest, KnownGuest writing) {
    if (!writing.isMember()) {
      store.remember(handle, guest.visit(), writing.name());
    }
  }

  /** Those who commented or decided as guests of a link. */
  public List<NamedGuest> ofLink(String shareLinkId) {
    return database.read(handle -> store.list(handle, shareLinkId));
  }

  /**
   * Says whose account a guest of a link has: what they wrote is theirs from then on.
   *
   * @param key as {@link NamedGuest} has it
   * @throws Problem if the link has no such guest
   */
  public void tie(String scriptId, String shareLinkId, String key, Account account) {
    database.write(
        handle -> {
          if (store.tie(handle, shareLinkId, key, account.id()) == 0) {
            throw new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("share.no_guest"));
          }
          store.give(handle, shareLinkId, key, account.id(), account.name());
          auditLog.record(
              handle, AuditEvent.of(AuditAct.GUEST_TIED, scriptId, "to " + account.name()));
          return null;
        });
  }
}
