package prismq.t.script.versioning.access;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.ScriptLists;

/** Who may do what with single scripts. Safe for use by several threads. */
public final class ScriptRights {
  private final Database database;
  private final AuditLog auditLog;
  private final Accounts accounts;
  private final ScriptLists scripts;
  private final ScriptRightStore store = new ScriptRightStore();
  private volatile KnownGrants known = new KnownGrants(-1);

  /**
   * Keeps them in this database.
   *
   * @param auditLog gets what is changed
   */
  public ScriptRights(
      Database database, AuditLog auditLog, Accounts accounts, ScriptLists scripts) {
    this.database = database;
    this.auditLog = auditLog;
    this.accounts = accounts;
    this.scripts = scripts;
  }

  /** What was read while the database was in one state. */
  private static final class KnownGrants {
    private final long changeCount;
    private final Map<GrantsKey, ScriptGrants> grants = new ConcurrentHashMap<>();

    /** Ids that there are. */
    private final Set<String> scripts = ConcurrentHashMap.newKeySet();

    private volatile @Nullable Map<String, Integer> audienceSizes;

    KnownGrants(long changeCount) {
      this.changeCount = changeCount;
    }
  }

  /** Whom something is said of, on which scripts only; none for all. */
  private record GrantsKey(long accountId, Set<Long> only) {}

  /** From memory until anything in the database has changed, by whichever process. */
  private KnownGrants known() {
    // Before any read: a change after it makes what was read count as old.
    long changeCount = database.changeCount();
    KnownGrants before = known;
    if (before.changeCount != changeCount) {
      before = new KnownGrants(changeCount);
      known = before;
    }
    return before;
  }

  /** What is said of an account on single scripts. */
  public ScriptGrants of(Account account) {
    return of(account, Set.of());
  }

  /**
   * The same on some scripts only.
   *
   * @param only their numbers; none for all
   */
  public ScriptGrants of(Account account, Set<Long> only) {
    return known()
        .grants
        .computeIfAbsent(
            new GrantsKey(account.id(), only),
            key -> database.read(handle -> store.grants(handle, key.accountId, key.only)));
  }

  /** Somebody with what counts for them now, for work that goes on after their request. */
  public Requester now(Requester before) {
    @Nullable Account known = account(before);
    if (known == null) {
      return before;
    }
    Account account = accounts.account(known.id());
    if (account.isDisabled()) {
      return new Requester.Nobody(true);
    }
    if (before instanceof Requester.ByToken program) {
      Set<Long> only = program.token().scripts();
      return new Requester.ByToken(account, program.token(), of(account, only));
    }
    return new Requester.SignedIn(account, ((Requester.SignedIn) before).session(), of(account));
  }

  private static @Nullable Account account(Requester person) {
    if (person instanceof Requester.ByToken program) {
      return program.owner();
    }
    return person instanceof Requester.SignedIn signedIn ? signedIn.account() : null;
  }

  /** Whether there is a script of this id. */
  public boolean exists(String scriptId) {
    Set<String> existing = known().scripts;
    boolean exists = existing.contains(scriptId) || isThere(scriptId);
    if (exists) {
      existing.add(scriptId);
    }
    return exists;
  }

  /** The same, asking the database in any case. */
  public boolean isThere(String scriptId) {
    return scripts.has(scriptId);
  }

  /** How many people each restricted script is restricted to, by the scripts' ids. */
  public Map<String, Integer> audienceSizes() {
    KnownGrants now = known();
    Map<String, Integer> sizes = now.audienceSizes;
    if (sizes == null) {
      sizes = database.read(store::audienceSizes);
      now.audienceSizes = sizes;
    }
    return sizes;
  }

  /** Who is named for a script. */
  public ScriptAudience audience(String scriptId) {
    return database.read(handle -> store.audience(handle, number(handle, scriptId)));
  }

  private long number(Handle handle, String scriptId) {
    return store.number(handle, scriptId).orElseThrow();
  }

  /**
   * Changes who is named for a script.
   *
   * @param mayLockOut whether whoever asks may lose the right to change it again
   * @throws prismq.t.script.versioning.problem.Problem if it would be lost otherwise
   */
  public ScriptAudience change(
      Requester person, String scriptId, boolean mayLockOut, UnaryOperator<ScriptAudience> change) {
    Map<Long, String> names =
        accounts.list().stream().collect(Collectors.toMap(Account::id, Account::name));
    return database.write(
        handle -> {
          long script = number(handle, scriptId);
          ScriptAudience before = store.audience(handle, script);
          ScriptAudience after = change.apply(before);
          @Nullable Account account = account(person);
          if (!mayLockOut && account != null && account.role() != Role.ADMIN) {
            after.checkKept(account.id());
          }
          if (!after.equals(before)) {
            store.replace(handle, script, after);
            auditLog.record(
                handle,
                AuditEvent.of(AuditAct.RIGHTS_CHANGED, scriptId, after.told(before, names)));
          }
          return after;
        });
  }
}
