package prismq.t.script.versioning.statistics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jdbi.v3.core.HandleCallback;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.core.statistics.MeasureBytes;
import prismq.t.script.versioning.core.statistics.TextMeasure;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.Problem;

/**
 * Measures versions, and keeps in the database what was measured, because versions never change.
 * Safe for use by several threads.
 */
public final class Measures implements AutoCloseable {
  /** Versions that are kept together. */
  private static final int CHUNK = 64;

  /** How long a page waits; what is missing then is measured after it. */
  private static final Duration PATIENCE = Duration.ofMillis(400);

  private final Database database;
  private final VersionManager versions;
  private final MeasureStore store = new MeasureStore();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService later =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "measures");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean isClosed;

  /** Measures what the version manager reads, and keeps it in this database. */
  public Measures(Database database, VersionManager versions) {
    this.database = database;
    this.versions = versions;
  }

  /**
   * What was measured of versions, by their numbers.
   *
   * @param waiting how many are still to be measured
   */
  record Measured(SortedMap<Integer, TextMeasure> measures, int waiting) {}

  /**
   * The measures of versions, newest first as far as there is time for; the others are measured
   * after that, and of those that cannot be read there are none.
   */
  Measured of(Script script, Collection<Integer> numbers) {
    boolean isUnderWay = underWay.contains(script.scriptId());
    long patience = isUnderWay ? 0 : PATIENCE.toNanos();
    Measured found = measure(script, numbers, System.nanoTime() + patience, false);
    if (found.waiting > 0) {
      measureLater(script, List.copyOf(numbers));
    }
    return found;
  }

  /** The same, however long it takes. */
  SortedMap<Integer, TextMeasure> all(Script script, Collection<Integer> numbers) {
    return measure(script, numbers, System.nanoTime() + Long.MAX_VALUE / 2, false).measures;
  }

  private void measureLater(Script script, List<Integer> numbers) {
    if (underWay.add(script.scriptId())) {
      try {
        later.execute(
            () -> {
              try {
                measureRest(script, numbers);
              } catch (Problem e) {
                // Whoever opens the page next has it tried again.
                LoggerFactory.getLogger(Measures.class).debug("Lengths: {}", e.getMessage());
              } finally {
                underWay.remove(script.scriptId());
              }
            });
      } catch (RejectedExecutionException e) {
        // The server is stopping.
        underWay.remove(script.scriptId());
      }
    }
  }

  /**
   * In steps, each of which is kept, so that pages show more and more; until one brings nothing on,
   * as where nothing can be written.
   */
  private void measureRest(Script script, List<Integer> numbers) {
    int before = Integer.MAX_VALUE;
    int waiting = Integer.MAX_VALUE - 1;
    while (waiting > 0 && waiting < before && !isClosed) {
      before = waiting;
      waiting = measure(script, numbers, System.nanoTime() + PATIENCE.toNanos(), true).waiting;
    }
  }

  private static String formatOf(Script script) {
    TextFormat format = script.format();
    return format == null ? "" : format.word();
  }

  /**
   * Measures until a time.
   *
   * @param isCounted whether pages that are kept show less than what is known after it
   */
  private Measured measure(
      Script script, Collection<Integer> numbers, long until, boolean isCounted) {
    SortedMap<Integer, TextMeasure> known = kept(script, numbers);
    List<Integer> missing = new ArrayList<>(new TreeSet<>(numbers).descendingSet());
    missing.removeAll(known.keySet());
    Set<Integer> changed = new HashSet<>();
    int done = 0;
    for (int number : missing) {
      if (System.nanoTime() - until >= 0) {
        break;
      }
      done++;
      try {
        ScriptText text = versions.content(script.scriptId(), number);
        known.put(number, TextMeasure.of(TextFormat.of(script.format(), text), text.characters()));
        changed.add(number / CHUNK);
      } catch (DamagedVersionException e) {
        // It is told on its own page.
      }
    }
    keep(script, known, changed, isCounted);
    known.keySet().retainAll(new HashSet<>(numbers));
    return new Measured(known, missing.size() - done);
  }

  /** All that is kept in the chunks of these numbers. */
  private SortedMap<Integer, TextMeasure> kept(Script script, Collection<Integer> numbers) {
    Set<Integer> chunks = new TreeSet<>();
    numbers.forEach(number -> chunks.add(number / CHUNK));
    Map<Integer, byte[]> found =
        database.read(handle -> store.find(handle, script.scriptId(), formatOf(script), chunks));
    SortedMap<Integer, TextMeasure> known = new TreeMap<>();
    found.values().forEach(bytes -> known.putAll(MeasureBytes.read(bytes)));
    return known;
  }

  private void keep(
      Script script,
      SortedMap<Integer, TextMeasure> known,
      Set<Integer> changed,
      boolean isCounted) {
    if (changed.isEmpty() || database.isReadOnly()) {
      return;
    }
    HandleCallback<Integer, RuntimeException> work =
        handle -> {
          for (int chunk : changed) {
            SortedMap<Integer, TextMeasure> all = known.subMap(chunk * CHUNK, (chunk + 1) * CHUNK);
            store.put(handle, script.scriptId(), formatOf(script), chunk, MeasureBytes.of(all));
          }
          return changed.size();
        };
    try {
      if (isCounted) {
        database.write(work);
      } else {
        database.writeUncounted(work);
      }
    } catch (Problem e) {
      // They are measured again, which takes as long.
      LoggerFactory.getLogger(Measures.class).debug("Lengths: {}", e.getMessage());
    }
  }

  /** Leaves undone what is still to be measured. */
  @Override
  public void close() {
    isClosed = true;
    later.shutdownNow();
  }
}
