package prismq.t.script.versioning.search;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.db.BusyException;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.search.index.IndexLock;
import prismq.t.script.versioning.search.index.IndexLock.HeldLock;
import prismq.t.script.versioning.search.index.IndexWriter;

/**
 * Updates the index from the versions, or rebuilds it. Writes in small steps, so that others can
 * save meanwhile, in whatever process. Ends when no script is behind: from then on every save adds
 * what it saves itself. Safe for use by several threads.
 */
public final class Indexing implements AutoCloseable {
  private static final int SCRIPTS_AT_ONCE = 500;

  /** After so many rounds over what others saved meanwhile they are held up for the rest. */
  private static final int MAX_ROUNDS = 1;

  private static final long BETWEEN_TRIES_MILLISECONDS = 100;

  /** Shorter than the five seconds that others wait for their turn. */
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(1);

  /** Of a write, each of which waits for seconds. */
  private static final int MAX_TRIES = 24;

  /** Somebody may have rebuilt meanwhile what could not be continued. */
  private static final Duration BETWEEN_TRIES_OF_STUCK = Duration.ofMinutes(1);

  private final Database database;
  private final VersionManager versionManager;
  private final IndexWriter index;
  private final VersionsToIndex versions;
  private final IndexLock lock;
  private final IndexCompletion completion;
  private volatile boolean isClosed;

  /** The scripts whose index could not be continued when that was tried last. */
  private volatile Set<String> stuck = Set.of();

  /** Whether it could not be written the last time, as on a disk that is full. */
  private volatile boolean isUnwritable;

  private volatile long triedAt;

  /** Indexes this database, whose versions are read by the version manager. */
  public Indexing(Database database, VersionManager versionManager) {
    this.database = database;
    this.versionManager = versionManager;
    this.index = new IndexWriter();
    this.versions = new VersionsToIndex(versionManager);
    this.lock = new IndexLock(database.file());
    this.completion = new IndexCompletion(this::completeOrLeave);
  }

  /**
   * Empties an index that another release made otherwise, so that {@link #complete} makes it anew.
   * To be called before anything is read from it.
   */
  public void clearIfOutdated() {
    if (!database.isReadOnly() && !database.read(index::isCurrent)) {
      write(
          handle -> {
            index.clearIfOutdated(handle);
            return null;
          });
    }
  }

  /** Rebuilds the index from the versions, as soon as nobody else makes it. */
  public void rebuild(IntConsumer done) {
    HeldLock held = hold();
    try {
      write(
          handle -> {
            index.clear(handle);
            return null;
          });
      completeAll(done);
      // In steps, because others cannot save while it is made smaller.
      boolean isFirst = true;
      while (!isClosed && optimizeStep(isFirst)) {
        isFirst = false;
      }
    } finally {
      held.close();
    }
  }

  private boolean optimizeStep(boolean isFirst) {
    return write(handle -> index.optimizeStep(handle, isFirst));
  }

  private HeldLock hold() {
    while (true) {
      Optional<HeldLock> held = lock.tryHold();
      if (held.isPresent()) {
        return held.get();
      }
      try {
        Thread.sleep(BETWEEN_TRIES_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while somebody else makes the index", e);
      }
    }
  }

  /**
   * Adds every version that the index does not have yet, unless somebody else is doing that.
   *
   * @param done receives the number of further versions done
   */
  public void complete(IntConsumer done) {
    Optional<HeldLock> held = lock.tryHold();
    if (held.isPresent()) {
      try {
        completeAll(done);
      } finally {
        held.get().close();
      }
    }
  }

  private void completeOrLeave() {
    try {
      complete(done -> {});
    } catch (BusyException e) {
      // Somebody writes for long; whoever searches next has this tried again.
      triedAt = System.nanoTime();
    } catch (Problem e) {
      LoggerFactory.getLogger(Indexing.class).warn("The search index: {}", OneLine.of(e));
      isUnwritable = true;
      triedAt = System.nanoTime();
    }
  }

  /** Adds in the background what the index does not have, unless somebody does so already. */
  public void completeSoon() {
    if (!database.isReadOnly()) {
      completion.start();
    }
  }

  /**
   * Whether somebody makes the index now, in whatever process; where nobody does, this starts to,
   * unless it could not go on the last time.
   */
  boolean isBeingMade() {
    if (lock.isHeld() || completion.isRunning()) {
      return true;
    }
    if (database.isReadOnly()) {
      return false;
    }
    boolean mayGoOn = stuck.isEmpty() && !isUnwritable;
    if (mayGoOn || System.nanoTime() - triedAt > BETWEEN_TRIES_OF_STUCK.toNanos()) {
      completeSoon();
    }
    return mayGoOn;
  }

  /** In rounds, because a script may be added or fall behind while others are worked on. */
  private void completeAll(IntConsumer done) {
    Set<String> notContinued = new HashSet<>();
    boolean isBehind = true;
    for (int round = 1; isBehind && !isClosed; round++) {
      isBehind =
          round <= MAX_ROUNDS
              ? completeRound(notContinued, done)
              : completeWhileNobodySaves(notContinued, done);
    }
    triedAt = System.nanoTime();
    isUnwritable = false;
    stuck = Set.copyOf(notContinued);
  }

  /** Whether any script was behind that could be worked on. */
  private boolean completeRound(Set<String> notContinued, IntConsumer done) {
    boolean isBehind = false;
    List<String> scripts = database.read(handle -> index.behind(handle, null, SCRIPTS_AT_ONCE));
    while (!scripts.isEmpty() && !isClosed) {
      for (String scriptId : scripts) {
        if (!isClosed && !notContinued.contains(scriptId)) {
          isBehind = true;
          if (!catchUp(scriptId, done)) {
            notContinued.add(scriptId);
          }
        }
      }
      String last = scripts.get(scripts.size() - 1);
      scripts = database.read(handle -> index.behind(handle, last, SCRIPTS_AT_ONCE));
    }
    return isBehind;
  }

  /**
   * Adds what is left in one transaction, so that nobody gets ahead, for as long as others can be
   * held up; whether there may be more.
   */
  private boolean completeWhileNobodySaves(Set<String> notContinued, IntConsumer done) {
    return write(
        handle -> {
          long until = System.nanoTime() + LONGEST_HOLD.toNanos();
          List<String> scripts = index.behind(handle, null, SCRIPTS_AT_ONCE);
          for (String scriptId : scripts) {
            if (System.nanoTime() < until
                && !notContinued.contains(scriptId)
                && !catchUp(handle, scriptId, until, done)) {
              notContinued.add(scriptId);
            }
          }
          return !notContinued.containsAll(index.behind(handle, null, SCRIPTS_AT_ONCE));
        });
  }

  private boolean catchUp(Handle handle, String scriptId, long until, IntConsumer done) {
    Script script = versionManager.script(scriptId);
    int indexed = index.indexedVersion(handle, scriptId);
    while (indexed < script.latestVersion() && System.nanoTime() < until) {
      int reached = add(handle, script, indexed, versions.next(script, Math.max(0, indexed) + 1));
      if (reached == indexed) {
        return false;
      }
      tell(indexed, reached, done);
      indexed = reached;
    }
    return true;
  }

  /** The same for one script, up to the version that is its latest when this begins. */
  public void complete(String scriptId, IntConsumer done) {
    catchUp(scriptId, done);
  }

  /** Whether the existing index can be continued; verify reports it where it cannot. */
  private boolean catchUp(String scriptId, IntConsumer done) {
    Script script = versionManager.script(scriptId);
    int indexed = database.read(handle -> index.indexedVersion(handle, scriptId));
    while (indexed < script.latestVersion() && !isClosed) {
      List<IndexWriter.IndexedVersion> additions = versions.next(script, Math.max(0, indexed) + 1);
      int before = indexed;
      indexed = write(handle -> add(handle, script, before, additions));
      if (indexed == before) {
        return false;
      }
      tell(before, indexed, done);
    }
    return true;
  }

  /** Adds versions, and the title where not even that is there; the last version then indexed. */
  private int add(
      Handle handle, Script script, int indexed, List<IndexWriter.IndexedVersion> additions) {
    if (indexed < 0) {
      String title = versionManager.script(script.scriptId()).title();
      index.scriptAdded(handle, script.scriptId(), title);
    }
    additions.forEach(addition -> index.add(handle, script.scriptId(), addition));
    return index.indexedVersion(handle, script.scriptId());
  }

  /** Fewer are indexed than before where somebody else has emptied the index meanwhile. */
  private static void tell(int before, int reached, IntConsumer done) {
    if (reached > Math.max(0, before)) {
      done.accept(reached - Math.max(0, before));
    }
  }

  /** Writes when it is its turn, for which others who save without a pause may let it wait long. */
  private <T> T write(HandleCallback<T, RuntimeException> work) {
    for (int tries = 1; ; tries++) {
      try {
        return database.write(work);
      } catch (BusyException e) {
        if (isClosed || tries == MAX_TRIES) {
          throw e;
        }
      }
    }
  }

  /** Stops indexing after the current step. */
  @Override
  public void close() {
    isClosed = true;
    completion.close();
  }
}
