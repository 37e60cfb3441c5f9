package prismq.t.script.versioning.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.ReadableScripts;

/**
 * What people are told on pages; of scripts that they may not read any more, nothing. Safe for use
 * by several threads.
 */
public final class Notifications {
  /** How long they are kept. */
  public static final Duration KEPT = Duration.ofDays(90);

  private final Database database;
  private final Clock clock;
  private final NotificationStore store = new NotificationStore();
  private volatile KnownUnseen known = new KnownUnseen(-1, Map.of());

  /** Keeps them in this database, by this clock. */
  public Notifications(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What was read while the database was in one state, by the numbers of accounts. */
  private record KnownUnseen(long changeCount, Map<Long, List<Long>> scripts) {}

  /** How many somebody has not looked at, from memory until anything has changed. */
  public int unseen(SignedIn person) {
    // Before the read: a change after it makes what was read count as old.
    long changeCount = database.changeCount();
    KnownUnseen now = known;
    if (now.changeCount != changeCount) {
      now = new KnownUnseen(changeCount, new ConcurrentHashMap<>());
      known = now;
    }
    List<Long> scripts =
        now.scripts.computeIfAbsent(
            person.account().id(),
            account -> database.read(handle -> store.unseen(handle, account)));
    if (scripts.isEmpty()) {
      return 0;
    }
    ReadableScripts readable = Access.readable(person);
    return (int) scripts.stream().filter(readable::include).count();
  }

  /** Somebody's from below a number on, newest first. */
  public List<Notification> list(SignedIn person, long below, int limit) {
    return database.read(
        handle -> store.list(handle, person.account().id(), Access.readable(person), below, limit));
  }

  /** The newest of an account, of these scripts. */
  public List<Notification> newest(long account, ReadableScripts readable, int limit) {
    return database.read(handle -> store.list(handle, account, readable, Integer.MAX_VALUE, limit));
  }

  /** One of an account's, where it is about one of these scripts. */
  public Optional<Notification> find(long account, long id, ReadableScripts readable) {
    return database
        .read(handle -> store.find(handle, account, id))
        .filter(one -> readable.include(one.scriptNumber()));
  }

  /** One of somebody's, which they look at by that; empty where there is none that they may see. */
  public Optional<Notification> open(SignedIn person, long id) {
    long account = person.account().id();
    Optional<Notification> found = find(account, id, Access.readable(person));
    if (found.isPresent() && !found.get().isSeen()) {
      database.write(
          handle -> {
            store.see(handle, account, id, now());
            return null;
          });
    }
    return found;
  }

  /** Notes that somebody looked at all up to one. */
  public void seeAll(SignedIn person, long last) {
    database.write(
        handle -> {
          store.seeAll(handle, person.account().id(), last, now());
          return null;
        });
  }

  /** Notes that somebody has seen the versions of a script up to one, because they read it. */
  public void seeVersions(long account, String scriptId, int version) {
    database.write(
        handle -> {
          store.seeVersions(handle, account, scriptId, version, now());
          return null;
        });
  }

  /** Deletes those that are too old. */
  public void forgetOld() {
    database.writeUncounted(
        handle -> {
          store.forget(handle, now().minus(KEPT));
          return null;
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
