package prismq.t.script.versioning.comment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.comment.ThreadPlaces.ScriptLineage;
import prismq.t.script.versioning.core.anchor.Placement;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.problem.Problem;

/**
 * Finds where threads stand in versions, and keeps in the database what took long to find. Safe for
 * use by several threads.
 */
final class KeptPlaces {
  private static final Duration LONG = Duration.ofMillis(100);

  /** So that versions whose places are kept are never far, though each took little. */
  private static final int EVERY = 16;

  private final Database database;
  private final ThreadPlaces places = new ThreadPlaces(CacheBound.THREAD_PLACES);
  private final PlaceStore store = new PlaceStore();

  KeptPlaces(Database database) {
    this.database = database;
  }

  /** The places of these threads in a version, by the threads' numbers. */
  Map<Long, Placement> of(ScriptLineage lineage, int version, List<CommentThread> threads) {
    if (places.areKnown(lineage, version, threads)) {
      return places.of(lineage, version, threads);
    }
    if (!places.isKnownNear(lineage, version)) {
      load(lineage, version);
    }
    long start = System.nanoTime();
    Map<Long, Placement> found = places.of(lineage, version, threads);
    if (System.nanoTime() - start > LONG.toNanos() || version % EVERY == 0) {
      keep(lineage.scriptId(), version, found);
    }
    return found;
  }

  /** The same of threads that are not kept. */
  Map<Long, Placement> once(ScriptLineage lineage, int version, List<CommentThread> threads) {
    return places.once(lineage, version, threads);
  }

  private void load(ScriptLineage lineage, int version) {
    database.read(
        handle -> {
          for (int near : places.nearest(lineage, version)) {
            byte[] kept = store.find(handle, lineage.scriptId(), near).orElse(null);
            if (kept != null) {
              places.remember(lineage, near, PlaceBytes.read(kept));
              break;
            }
          }
          return null;
        });
  }

  private void keep(String scriptId, int version, Map<Long, Placement> found) {
    if (database.isReadOnly()) {
      return;
    }
    try {
      database.writeUncounted(
          handle -> {
            store.keep(handle, scriptId, version, PlaceBytes.of(found));
            return null;
          });
    } catch (Problem e) {
      // They are found again, which takes as long.
      LoggerFactory.getLogger(KeptPlaces.class).debug("Places of comments: {}", e.getMessage());
    }
  }
}
