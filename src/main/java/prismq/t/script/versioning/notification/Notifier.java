package prismq.t.script.versioning.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.notification.HappeningStore.FoundHappenings;
import prismq.t.script.versioning.statistics.LengthWarnings;

/** Finds what happened, and notes whom that is told. For one thread. */
public final class Notifier {
  private final Database database;
  private final Accounts accounts;
  private final ScriptRights rights;
  private final LengthWarnings lengths;
  private final HappeningStore happenings = new HappeningStore();
  private final WatchStore watches = new WatchStore();
  private final NotificationStore store = new NotificationStore();

  /**
   * Tells of what these accounts may read.
   *
   * @param lengths finds versions that no longer are as long as they are to be
   */
  public Notifier(
      Database database, Accounts accounts, ScriptRights rights, LengthWarnings lengths) {
    this.database = database;
    this.accounts = accounts;
    this.rights = rights;
    this.lengths = lengths;
  }

  /** A version that was looked at. */
  private record LookedAtVersion(String scriptId, int number) {}

  /** What is told to whom. */
  private record Told(long account, Happening happening) {}

  /** Notes all that is new; another process may have done it already. */
  public void run() {
    FoundHappenings found = database.read(happenings::find);
    if (found.isNothing()) {
      return;
    }
    List<Happening> all = new ArrayList<>(found.happenings());
    all.addAll(lengths(found.happenings()));
    List<Told> told = told(all);
    if (told.isEmpty()) {
      // Pages that are kept show nothing of it.
      database.writeUncounted(handle -> happenings.advance(handle, found));
      return;
    }
    database.write(
        handle -> {
          if (happenings.advance(handle, found)) {
            told.forEach(one -> store.add(handle, one.account, one.happening));
          }
          return null;
        });
  }

  /** Versions that no longer are as long as they are to be, by what was saved or said of them. */
  private List<Happening> lengths(List<Happening> found) {
    List<Happening> all = new ArrayList<>();
    Set<LookedAtVersion> looked = new HashSet<>();
    for (Happening cause : found) {
      boolean isScored =
          cause.kind() == NotificationKind.VERSION || cause.kind() == NotificationKind.VERDICT;
      if (isScored && lengths.areOn(cause.scriptId())) {
        for (int number = cause.firstVersion(); number <= cause.versionNumber(); number++) {
          if (looked.add(new LookedAtVersion(cause.scriptId(), number))) {
            lengths
                .of(cause.scriptId(), number)
                .filter(warning -> !isLengthTold(cause.scriptId(), warning.version()))
                .ifPresent(
                    warning -> all.add(Happening.length(cause, warning, owners(cause.scriptId()))));
          }
        }
      }
    }
    return all;
  }

  private boolean isLengthTold(String scriptId, int version) {
    return database.read(handle -> store.isLengthTold(handle, scriptId, version));
  }

  private Set<Long> owners(String scriptId) {
    return database.read(handle -> HappeningStore.owners(handle, scriptId));
  }

  private List<Told> told(List<Happening> found) {
    List<Told> told = new ArrayList<>();
    List<Account> people =
        accounts.list().stream().filter(account -> !account.isDisabled()).toList();
    Map<String, Map<Long, Watch>> known = new HashMap<>();
    for (Happening happening : found) {
      Map<Long, Watch> watching =
          known.computeIfAbsent(
              happening.scriptId(),
              script -> database.read(handle -> watches.ofScript(handle, script)));
      for (Account person : people) {
        Watch watch = watching.getOrDefault(person.id(), Watch.PRESET);
        if (isTold(person, watch, happening)) {
          told.add(new Told(person.id(), happening));
        }
      }
    }
    return told;
  }

  private boolean isTold(Account person, Watch watch, Happening happening) {
    boolean isOwnAct = happening.actor() != null && happening.actor() == person.id();
    boolean isWanted =
        watch.level() == WatchLevel.ALL
            || (watch.level() == WatchLevel.MINE && happening.concerned().contains(person.id()));
    return isWanted && !isOwnAct && mayRead(rights, person, happening.scriptId());
  }

  /** Whether somebody may read a script now. */
  static boolean mayRead(ScriptRights rights, Account person, String scriptId) {
    return !person.isDisabled()
        && Access.most(person, rights.of(person), new Thing.GuardedScript(scriptId)) != Right.NONE;
  }
}
