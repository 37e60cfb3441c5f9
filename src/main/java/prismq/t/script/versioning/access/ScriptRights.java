package prismq.t.script.versioning.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.group.Groups;
import prismq.t.script.versioning.history.ScriptLists;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.token.TokenLimit;

/** Who may do what with single scripts and projects. Safe for use by several threads. */
public final class ScriptRights {
  private final Database database;
  private final AuditLog auditLog;
  private final Accounts accounts;
  private final Groups groups;
  private final ScriptLists scripts;
  private final ScriptRightStore store = new ScriptRightStore();
  private volatile KnownGrants known = new KnownGrants(-1);

  /**
   * Keeps them in this database.
   *
   * @param auditLog gets what is changed
   */
  public ScriptRights(
      Database database, AuditLog auditLog, Accounts accounts, Groups groups, ScriptLists scripts) {
    this.database = database;
    this.auditLog = auditLog;
    this.accounts = accounts;
    this.groups = groups;
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

  /** Whom something is said of, within which limit. */
  private record GrantsKey(long accountId, TokenLimit limit) {}

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
    return of(account, TokenLimit.NONE);
  }

  /** The same within a limit. */
  public ScriptGrants of(Account account, TokenLimit limit) {
    return known()
        .grants
        .computeIfAbsent(
            new GrantsKey(account.id(), limit),
            key -> database.read(handle -> store.grants(handle, key.accountId, key.limit)));
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
      TokenLimit limit = program.token().limit();
      return new Requester.ByToken(account, program.token(), of(account, limit));
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

  /** Whether there is a project of this number, asking the database in any case. */
  public boolean isProjectThere(long project) {
    return database.read(handle -> store.hasProject(handle, project));
  }

  /** Who is named for a script or a project itself. */
  public ScriptAudience audience(Thing.Guarded thing) {
    return database.read(handle -> store.audience(handle, row(handle, thing)));
  }

  /** Whether something is a script that its project keeps to those who are named. */
  public boolean isRestrictedByProject(Thing.Guarded thing) {
    return thing instanceof Thing.GuardedScript script
        && database.read(handle -> store.isRestrictedByProject(handle, script.scriptId()));
  }

  private GuardedRow row(Handle handle, Thing.Guarded thing) {
    return thing instanceof Thing.GuardedScript script
        ? GuardedRow.script(store.number(handle, script.scriptId()).orElseThrow())
        : GuardedRow.project(((Thing.GuardedProject) thing).projectId());
  }

  /** Has an account manage a project that it makes. */
  public void manage(Handle handle, long project, long accountId) {
    store.insert(handle, GuardedRow.project(project), Grantee.account(accountId), Right.MANAGE);
  }

  /** Has nobody named for a project any more, which is to go. */
  public void forget(Handle handle, long project) {
    store.replace(handle, GuardedRow.project(project), new ScriptAudience(false, Map.of()));
  }

  /**
   * Changes who is named for a script or a project.
   *
   * @param name what the audit log calls it
   * @param mayLockOut whether whoever asks may lose the right to change it again
   * @throws Problem if it would be lost otherwise
   */
  public ScriptAudience change(
      Requester person,
      Thing.Guarded thing,
      String name,
      boolean mayLockOut,
      UnaryOperator<ScriptAudience> change) {
    Map<Grantee, String> names = names();
    return database.write(
        handle -> {
          GuardedRow row = row(handle, thing);
          ScriptAudience before = store.audience(handle, row);
          ScriptAudience after = change.apply(before);
          if (!after.equals(before)) {
            store.replace(handle, row, after);
            if (!mayLockOut) {
              checkKept(handle, person, thing);
            }
            auditLog.record(handle, event(thing, name, after.told(before, names)));
          }
          return after;
        });
  }

  private Map<Grantee, String> names() {
    Map<Grantee, String> names = new HashMap<>();
    accounts.list().forEach(account -> names.put(Grantee.account(account.id()), account.name()));
    groups.list().forEach(group -> names.put(Grantee.group(group.id()), group.name()));
    return names;
  }

  private static AuditEvent event(Thing.Guarded thing, String name, String told) {
    return thing instanceof Thing.GuardedScript script
        ? AuditEvent.of(AuditAct.RIGHTS_CHANGED, script.scriptId(), told)
        : AuditEvent.of(AuditAct.PROJECT_RIGHTS_CHANGED, name + ": " + told);
  }

  /** Refuses to take the right to change this from whoever asks for it. */
  private void checkKept(Handle handle, Requester person, Thing.Guarded thing) {
    @Nullable Account account = account(person);
    if (account != null
        && Access.most(account, store.grants(handle, account.id(), TokenLimit.NONE), thing)
            != Right.MANAGE) {
      throw new Problem(
          ProblemKind.LOCKS_OUT,
          FilledMessage.of("rights.locks_out"),
          FilledMessage.of("rights.locks_out_next"));
    }
  }
}
