package prismq.t.script.versioning.project;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.db.Database;

/** The scripts that each person keeps at the top of their list. For several threads. */
public final class Pins {
  private final Database database;
  private final PinStore store = new PinStore();
  private volatile KnownPins known = new KnownPins(-1, Map.of());

  /** Keeps them in this database. */
  public Pins(Database database) {
    this.database = database;
  }

  /** What was read while the database was in one state; of account 0 where there is none. */
  private record KnownPins(long changeCount, Map<Long, Set<String>> ofAccounts) {}

  /** The ids of those that this person pinned, of which some may be hidden from them by now. */
  public Set<String> of(Requester person) {
    // Before the read: a change after it makes what was read count as old.
    long changeCount = database.changeCount();
    KnownPins before = known;
    if (before.changeCount != changeCount) {
      before = new KnownPins(changeCount, new ConcurrentHashMap<>());
      known = before;
    }
    return before.ofAccounts.computeIfAbsent(
        account(person), account -> database.read(handle -> store.pinned(handle, account)));
  }

  /** Pins a script, or no longer. */
  public void pin(Requester person, String scriptId, boolean isPinned) {
    database.write(
        handle -> {
          if (isPinned) {
            store.pin(handle, account(person), scriptId);
          } else {
            store.unpin(handle, account(person), scriptId);
          }
          return null;
        });
  }

  /** The number of the account; 0 for whoever uses the computer where nobody has one. */
  private static long account(Requester person) {
    return person instanceof Requester.SignedIn signedIn ? signedIn.account().id() : 0;
  }
}
