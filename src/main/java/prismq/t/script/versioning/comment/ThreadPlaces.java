package prismq.t.script.versioning.comment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

  private final SharedCache<PlacesKey, Map<Long, Placement>> known;

  /** Keeps as many places as the bound allows. */
  ThreadPlaces(CacheBound bound) {
    this.known = SharedCache.ofRecentlyUsed(bound, places -> 200L + WEIGHT * places.size());
  }

  /** A version of a script. */
  private record PlacesKey(String scriptId, int version) {}

  /** What the places are found by. */
  record ScriptLineage(String scriptId, PassageHistory history, VersionGraph graph) {}

  /** The places of these threads in a version, by the threads' numbers. */
  Map<Long, Placement> of(ScriptLineage lineage, int version, List<CommentThread> threads) {
    CarriedTexts texts = new CarriedTexts(lineage.history);
    // From one version to the next little changes, so that it is found fast.
    for (int between : sinceKnown(lineage, version)) {
      known(lineage, texts, between, threads);
    }
    return known(lineage, texts, version, threads);
  }

  private Map<Long, Placement> known(
      ScriptLineage lineage, CarriedTexts texts, int version, List<CommentThread> threads) {
    return known.get(
        new PlacesKey(lineage.scriptId, version),
        places -> threads.stream().allMatch(thread -> places.containsKey(thread.id())),
        () -> find(lineage, texts, version, threads));
  }

  /** The same of threads that are not kept, and so have no numbers to know them by. */
  Map<Long, Placement> once(ScriptLineage lineage, int version, List<CommentThread> threads) {
    return find(lineage, new CarriedTexts(lineage.history), version, threads);
  }

  private Map<Long, Placement> find(
      ScriptLineage lineage, CarriedTexts texts, int version, List<CommentThread> threads) {
    @Nullable Map<Long, Placement> own = find(lineage, version);
    Map<Long, Placement> places = new HashMap<>(own == null ? Map.of() : own);
    AnchorPlacer placer =
        new AnchorPlacer(
            texts,
            new HistoryPaths(
                lineage.graph.latest(),
                lineage.graph::parent,
                lineage.graph::mergeParent,
                version));
    int earlier = lineage.graph.parent(version);
    @Nullable Map<Long, Placement> found = find(lineage, earlier);
    Map<Long, Placement> before = found == null ? Map.of() : found;
    // Those of one version one after the other, so that what is known of it is at hand.
    List<CommentThread> byVersion = new ArrayList<>(threads);
    byVersion.sort(Comparator.comparingInt(thread -> thread.anchor().version()));
    for (CommentThread thread : byVersion) {
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

  /** Whether all of these places are in memory. */
  boolean areKnown(ScriptLineage lineage, int version, List<CommentThread> threads) {
    @Nullable Map<Long, Placement> places = find(lineage, version);
    return places != null && threads.stream().allMatch(thread -> places.containsKey(thread.id()));
  }

  /** Whether places are in memory from which those of a version are found fast. */
  boolean isKnownNear(ScriptLineage lineage, int version) {
    return nearest(lineage, version).stream().anyMatch(near -> find(lineage, near) != null);
  }

  /** Keeps in memory what was found before. */
  void remember(ScriptLineage lineage, int version, Map<Long, Placement> places) {
    known.put(new PlacesKey(lineage.scriptId, version), places);
  }

  private @Nullable Map<Long, Placement> find(ScriptLineage lineage, int version) {
    return known.find(new PlacesKey(lineage.scriptId, version));
  }

  /** A version and those before it, as far back as is worth while, the nearest first. */
  List<Integer> nearest(ScriptLineage lineage, int version) {
    List<Integer> nearest = new ArrayList<>();
    for (int at = version; nearest.size() <= MAX_STEPS_BACK && at > 0; ) {
      nearest.add(at);
      at = lineage.graph.parent(at);
    }
    return nearest;
  }

  /** The versions between the nearest ancestor whose places are known and a version. */
  private List<Integer> sinceKnown(ScriptLineage lineage, int version) {
    List<Integer> between = new ArrayList<>();
    for (int earlier : nearest(lineage, version)) {
      if (earlier != version && find(lineage, earlier) != null) {
        Collections.reverse(between);
        return between;
      }
      if (earlier != version) {
        between.add(earlier);
      }
    }
    return List.of();
  }
}
