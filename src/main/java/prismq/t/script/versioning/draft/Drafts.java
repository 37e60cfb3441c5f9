package prismq.t.script.versioning.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.draft.DraftOutcome.DraftKept;
import prismq.t.script.versioning.draft.DraftOutcome.OtherDraft;
import prismq.t.script.versioning.draft.DraftOutcome.TooManyDrafts;
import prismq.t.script.versioning.history.SavedBeside;

/**
 * Drafts of people, each for its writer alone. No page that is kept shows any, so that writing one
 * leaves such pages as they are. Safe for use by several threads.
 */
public final class Drafts {
  /** How long one is kept that nobody writes on. */
  private static final Duration LIFE = Duration.ofDays(90);

  /** How many a person may have: more than anybody works on, and a bound for a broken program. */
  static final int MOST = 200;

  private final Database database;
  private final Clock clock;
  private final DraftStore store = new DraftStore();

  /** Keeps them in this database. */
  public Drafts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Keeps what a page holds, in place of what it wrote before and of what it has seen of other
   * pages. Of one page the latest revision wins, in whatever order they arrive.
   */
  public DraftOutcome keep(DraftPlace place, DraftKeys keys, long revision, DraftFields fields) {
    NewDraft draft = NewDraft.of(keys.own(), revision, fields, clock.instant());
    return database.writeUncounted(
        handle -> {
          @Nullable DraftHead before = store.head(handle, place).orElse(null);
          if (before != null && !keys.cover(before)) {
            return new OtherDraft(store.find(handle, place).orElseThrow());
          }
          if (before == null && store.count(handle, place.accountId()) >= MOST) {
            return new TooManyDrafts();
          }
          if (before == null) {
            store.insert(handle, place, draft);
          } else if (!before.pageKey().equals(keys.own()) || before.revision() < revision) {
            store.replace(handle, before.id(), draft);
          }
          return new DraftKept();
        });
  }

  /** The draft of a place. */
  public Optional<StoredDraft> find(DraftPlace place) {
    return database.read(handle -> store.find(handle, place));
  }

  /** One of this person's, by its number. */
  Optional<StoredDraft> find(long accountId, long id) {
    return database.read(handle -> store.find(handle, accountId, id));
  }

  /** How many somebody has kept here, of scripts that they may still read. */
  public int count(Requester person) {
    if (!(person instanceof SignedIn signedIn)) {
      return 0;
    }
    return (int)
        rows(signedIn.account().id()).stream().filter(row -> row.lets(person, Right.READ)).count();
  }

  /** All of this person's, newest first, also of scripts that they may no longer read. */
  public List<DraftRow> rows(long accountId) {
    return database.read(handle -> store.rows(handle, accountId));
  }

  /** Removes the draft of a place where it is one of these; another one stays. */
  public void discard(DraftPlace place, DraftKeys keys) {
    database.writeUncounted(
        handle -> {
          remove(handle, place, keys);
          return null;
        });
  }

  /** Removes one of this person's where it has not been written on since it was seen. */
  void discard(long accountId, long id, DraftKeys keys) {
    database.writeUncounted(
        handle -> {
          store
              .head(handle, accountId, id)
              .filter(keys::cover)
              .ifPresent(head -> store.delete(handle, head.id()));
          return null;
        });
  }

  /** The same as {@link #discard} in the transaction of the save that the draft belongs to. */
  public SavedBeside removal(DraftPlace place, DraftKeys keys) {
    return handle -> remove(handle, place, keys);
  }

  private void remove(Handle handle, DraftPlace place, DraftKeys keys) {
    store
        .head(handle, place)
        .filter(keys::cover)
        .ifPresent(head -> store.delete(handle, head.id()));
  }

  /** Deletes those whose time is over, of whomever they are. */
  public void forgetOld() {
    Instant earliest = clock.instant().minus(LIFE);
    database.writeUncounted(
        handle -> {
          store.deleteOlder(handle, earliest);
          return null;
        });
  }
}
