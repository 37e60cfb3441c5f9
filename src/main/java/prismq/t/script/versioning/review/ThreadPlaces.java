package prismq.t.script.versioning.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;
import prismq.t.script.versioning.core.anchor.Anchor;
import prismq.t.script.versioning.core.anchor.AnchorPlacer;
import prismq.t.script.versioning.core.anchor.HistoryPaths;
import prismq.t.script.versioning.core.anchor.Placement;
import prismq.t.script.versioning.core.passage.CarriedTexts;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.history.VersionGraph;

/**
 * Finds where threads stand in versions, and keeps it: versions never change, and so a place that
 * is found once holds for good. Safe for use by several threads.
 */
final class ThreadPlaces {
  /** From a version so far back that is known already, others are found without looking anew. */
  private static final int MAX_STEPS_BACK = 20;

  /** About how many bytes a place takes in memory. */
  private static final long WEIGHT = 150;

  private final SharedCache<PlacesKey, Map<Long, Placement>> known =
      SharedCache.ofRecentlyUsed(CacheBound.THREAD_PLACES, places -> 200L + WEIGHT * places.size());

  /** A version of a script. */
  private record PlacesKey(String scriptId, int version) {}

  /** What the places are found by. */
  record ScriptLineage(String scriptId, PassageHistory history, VersionGraph graph) {}

  /** The places of these threads in a version, by the threads' numbers. */
  Map<Long, Placement> of(ScriptLineage lineage, int version, List<CommentThread> threads) {
    return known.get(
        new PlacesKey(lineage.scriptId, version),
        places -> threads.stream().allMatch(thread -> places.containsKey(thread.id())),
        () -> find(lineage, version, threads));
  }

  /** The same of threads that are not kept, and so have no numbers to know them by. */
  Map<Long, Placement> once(ScriptLineage lineage, int version, List<CommentThread> threads) {
    return find(lineage, version, threads);
  }

  private Map<Long, Placement> find(
      ScriptLineage lineage, int version, List<CommentThread> threads) {
    @Nullable Map<Long, Placement> own = known.find(new PlacesKey(lineage.scriptId, version));
    Map<Long, Placement> places = new HashMap<>(own == null ? Map.of() : own);
    AnchorPlacer placer =
        new AnchorPlacer(
            new CarriedTexts(lineage.history),
            new HistoryPaths(
                lineage.graph.latest(),
                lineage.graph::parent,
                lineage.graph::mergeParent,
                version));
    int earlier = knownBefore(lineage, version);
    @Nullable Map<Long, Placement> found = known.find(new PlacesKey(lineage.scriptId, earlier));
    Map<Long, Placement> before = found == null ? Map.of() : found;
    for (CommentThread thread : threads) {
      Anchor anchor = thread.anchor();
      places.computeIfAbsent(
          thread.id(),
          id -> {
            @Nullable Placement placed = before.get(id);
            return placed == null || anchor.version() == version
                ? placer.place(anchor.version(), anchor.bytes())
                : placer.place(anchor.version(), anchor.bytes(), earlier, placed);
          });
    }
    return places;
  }

  /** The nearest ancestor whose places are known; 0 for none. */
  private int knownBefore(ScriptLineage lineage, int version) {
    int earlier = version;
    for (int step = 0; step < MAX_STEPS_BACK && earlier > 0; step++) {
      earlier = lineage.graph.parent(earlier);
      if (known.find(new PlacesKey(lineage.scriptId, earlier)) != null) {
        return earlier;
      }
    }
    return 0;
  }
}
