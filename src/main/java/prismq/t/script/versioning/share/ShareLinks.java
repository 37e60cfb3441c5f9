package prismq.t.script.versioning.share;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Passwords;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.problem.Problem;

/** Makes, opens, changes and revokes share links. Safe for use by several threads. */
public final class ShareLinks {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** There is one wherever there are accounts. */
  private static final long FIRST_ACCOUNT = 1;

  private final Database database;
  private final Accounts accounts;
  private final ScriptRights rights;
  private final Clock clock;
  private final AuditLog log;
  private final ShareLinkStore store = new ShareLinkStore();
  private final ShareVisitStore visits = new ShareVisitStore();
  private final ShareGuests guests;

  /** Keeps them in this database; they work as long as those who made them may read by these. */
  public ShareLinks(Database database, Accounts accounts, ScriptRights rights, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.rights = rights;
    this.clock = clock;
    this.log = new AuditLog(database, clock);
    this.guests = new ShareGuests(database, this, clock);
  }

  /**
   * Makes a link.
   *
   * @throws prismq.t.script.versioning.history.InvalidInputException if it cannot be made so
   */
  public MadeShareLink make(Account maker, NewShareLink made) {
    Instant now = clock.instant();
    made.terms().check(now, maker.role() == Role.ADMIN);
    made.terms().checkFor(made.thing());
    NewShareLink.checkPassword(made.password());
    // Takes a tenth of a second, in which others may write.
    @Nullable String passwordHash = hash(made.password());
    Secret token = Secret.random();
    ShareLink link =
        new ShareLink(
            newId(),
            made.scriptId(),
            maker.id(),
            made.thing(),
            made.terms(),
            passwordHash != null,
            now.truncatedTo(ChronoUnit.MILLIS),
            null,
            0,
            null);
    database.write(
        handle -> {
          store.insert(handle, link, token.hash(), passwordHash);
          record(handle, AuditAct.SHARE_LINK_MADE, link, ShareLinkWording.terms(link));
          return null;
        });
    return new MadeShareLink(link, token);
  }

  private static @Nullable String hash(@Nullable String password) {
    return password == null ? null : Passwords.hash(password);
  }

  /**
   * About 128 random bits: it opens nothing, but nobody can count links by it. None that a command
   * line would take for an option.
   */
  private static String newId() {
    byte[] bits = new byte[16];
    String id;
    do {
      RANDOM.nextBytes(bits);
      id = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    } while (id.startsWith("-"));
    return id;
  }

  private void record(Handle handle, AuditAct act, ShareLink link, String more) {
    String thing = ShareLinkWording.named(link) + (more.isEmpty() ? "" : ", " + more);
    log.record(handle, AuditEvent.of(act, link.scriptId(), thing));
  }

  /**
   * The link of a token, whether it works or not.
   *
   * @throws Problem if there is none, as for one that does not work, and after as long
   */
  public ShareLink ofToken(Secret token) {
    Optional<ShareLink> link = database.read(handle -> store.ofToken(handle, token.hash()));
    if (link.isEmpty() && accounts.exist()) {
      makerState(FIRST_ACCOUNT, "");
    }
    return link.orElseThrow(ShareLinkProblems::dead);
  }

  /**
   * Checks that a link can be opened in one browser more.
   *
   * @throws Problem if it cannot; the same whatever the reason
   */
  public void checkOpen(ShareLink link) {
    if (state(link) != ShareLinkState.OPEN) {
      throw ShareLinkProblems.dead();
    }
  }

  /**
   * Whether this is the password of a link; takes a tenth of a second, and is to be asked only in
   * turn with other attempts.
   */
  public boolean isPassword(ShareLink link, String password) {
    return database
        .read(handle -> store.passwordHash(handle, link.shareLinkId()))
        .map(hash -> Passwords.matches(password, hash))
        .orElse(false);
  }

  /** Notes that a password was wrong. */
  public void refusePassword(ShareLink link) {
    log.tryToRecord(
        AuditEvent.of(
            AuditAct.SHARE_PASSWORD_FAILED, link.scriptId(), ShareLinkWording.named(link)));
  }

  /**
   * Opens a link in a browser, which counts as one opening.
   *
   * @param browser what it is, as far as it said
   * @return the secret that the browser sends from now on
   * @throws Problem if the link does not work, or no longer; the same whatever the reason
   */
  public Secret open(Secret token, String browser) {
    Secret secret = Secret.random();
    Instant now = clock.instant();
    database.write(
        handle -> {
          ShareLink link =
              store
                  .ofToken(handle, token.hash())
                  .filter(found -> state(found) == ShareLinkState.OPEN)
                  .orElseThrow(ShareLinkProblems::dead);
          visits.insert(
              handle,
              new ShareVisit(secret.hash(), link.shareLinkId(), browser, now, now, null, null));
          record(handle, AuditAct.SHARE_LINK_OPENED, link, browser);
          return null;
        });
    return secret;
  }

  /** Whether a link can be opened now, or why not. */
  public ShareLinkState state(ShareLink link) {
    // Found out in any case, so that no answer tells by its time which reason it was.
    ShareLinkState ofMaker = makerState(link.makerId(), link.scriptId());
    ShareLinkState now = link.stateAt(clock.instant());
    ShareLinkState state = now == ShareLinkState.OPEN ? ofMaker : now;
    return state == ShareLinkState.OPEN && !link.hasOpeningsLeft() ? ShareLinkState.USED_UP : state;
  }

  ShareLinkState makerState(long makerId, String scriptId) {
    Account maker = accounts.account(makerId);
    if (maker.isDisabled()) {
      return ShareLinkState.MAKER_DISABLED;
    }
    return Access.most(maker, rights.of(maker), new Thing.GuardedScript(scriptId)) == Right.NONE
        ? ShareLinkState.MAKER_MAY_NOT_READ
        : ShareLinkState.OPEN;
  }

  /** What guests may do by a link now: less than it says once its maker may no longer do it. */
  Right rightOfGuests(ShareLink link) {
    Account maker = accounts.account(link.makerId());
    Thing.GuardedScript script = new Thing.GuardedScript(link.scriptId());
    return Access.most(maker, rights.of(maker), script).includes(link.right())
        ? link.right()
        : Right.READ;
  }

  /** Whether guests of a link may decide: it says so, and its maker may decide themselves. */
  boolean mayGuestsDecide(ShareLink link) {
    Account maker = accounts.account(link.makerId());
    Thing.GuardedScript script = new Thing.GuardedScript(link.scriptId());
    return link.terms().decisions()
        && Access.most(maker, rights.of(maker), script).includes(Right.WRITE);
  }

  /** Whom links were opened by. */
  public ShareGuests guests() {
    return guests;
  }

  /**
   * A link by its id.
   *
   * @throws Problem if there is none
   */
  public ShareLink link(String shareLinkId) {
    return database
        .read(handle -> store.find(handle, shareLinkId))
        .orElseThrow(ShareLinkProblems::notFound);
  }

  /**
   * A link of a script by its id, for who made it or manages the script.
   *
   * @param maker the number of the account that asks; null for none
   * @throws Problem if there is none, or it is somebody else's, which looks the same
   */
  public ShareLink link(
      String scriptId, String shareLinkId, @Nullable Long maker, boolean isManager) {
    ShareLink link = link(shareLinkId);
    boolean isTheirs = isManager || Long.valueOf(link.makerId()).equals(maker);
    if (!link.scriptId().equals(scriptId) || !isTheirs) {
      throw ShareLinkProblems.notFound();
    }
    return link;
  }

  /** The links of a script, newest first. */
  public List<ShareLink> ofScript(String scriptId) {
    return database.read(handle -> store.ofScript(handle, scriptId));
  }

  /** Some of the links that are asked for: those that have not ended first, newest first. */
  public List<ShareLink> list(ShareLinkChoice choice, int limit, int offset) {
    return database.read(handle -> store.list(handle, choice, clock.instant(), limit, offset));
  }

  /** Number of the links that are asked for. */
  public int count(ShareLinkChoice choice) {
    return database.read(handle -> store.count(handle, choice));
  }

  /** The browsers that a link was opened in, used last first. */
  public List<ShareVisit> visits(ShareLink link) {
    return database.read(handle -> visits.list(handle, link.shareLinkId()));
  }

  /**
   * Gives a link other terms.
   *
   * @param by who does that
   * @throws prismq.t.script.versioning.history.InvalidInputException if they do not keep the rules
   */
  public ShareLink change(Account by, ShareLink link, UnaryOperator<ShareTerms> change) {
    return database.write(
        handle -> {
          ShareLink before = changeable(handle, link);
          ShareTerms after = change.apply(before.terms());
          if (!after.equals(before.terms())) {
            after.checkFor(link.thing());
            after.check(before.terms(), clock.instant(), by.role() == Role.ADMIN);
            store.update(handle, link.shareLinkId(), after);
            ShareLink changed = required(handle, link);
            record(handle, AuditAct.SHARE_LINK_CHANGED, changed, ShareLinkWording.terms(changed));
          }
          return required(handle, link);
        });
  }

  private ShareLink changeable(Handle handle, ShareLink link) {
    ShareLink now = required(handle, link);
    if (now.revokedAt() != null) {
      throw ShareLinkProblems.revoked();
    }
    return now;
  }

  private ShareLink required(Handle handle, ShareLink link) {
    return store.find(handle, link.shareLinkId()).orElseThrow(ShareLinkProblems::notFound);
  }

  /**
   * Gives a link another password, or none; where it was opened before, nobody is asked for it.
   *
   * @throws prismq.t.script.versioning.history.InvalidInputException if it is no good
   */
  public void changePassword(ShareLink link, @Nullable String password) {
    NewShareLink.checkPassword(password);
    @Nullable String passwordHash = hash(password);
    database.write(
        handle -> {
          changeable(handle, link);
          store.updatePassword(handle, link.shareLinkId(), passwordHash);
          String told = passwordHash == null ? "without a password" : "with another password";
          record(handle, AuditAct.SHARE_LINK_CHANGED, link, told);
          return null;
        });
  }

  /** Has a link work no more, from the next request on; does nothing where that was done before. */
  public void revoke(ShareLink link) {
    database.write(
        handle -> {
          if (store.revoke(handle, link.shareLinkId(), clock.instant()) > 0) {
            record(handle, AuditAct.SHARE_LINK_REVOKED, link, "");
          }
          return null;
        });
  }
}
