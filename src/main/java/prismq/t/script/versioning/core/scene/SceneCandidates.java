package prismq.t.script.versioning.core.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which scenes of two texts may be the same: those that share a number, a heading or its
 * place, their whole text, or words that few scenes have. There are at most a few for each scene,
 * so that thousands of scenes can be compared.
 */
final class SceneCandidates {
  /** Scenes with the same heading that are looked at, before and behind the one at its place. */
  private static final int NEAR = 8;

  /** Words that more scenes have tell them apart no longer. */
  private static final int SCENES_WITH_WORDS = 8;

  private static final int BY_WORDS = 6;

  private final SceneSide from;
  private final SceneSide to;
  private final Set<Long> seen = new HashSet<>();
  private final List<int[]> found = new ArrayList<>();

  private SceneCandidates(SceneSide from, SceneSide to) {
    this.from = from;
    this.to = to;
  }

  /** Pairs of places in both lists, each once. */
  static List<int[]> of(SceneSide from, SceneSide to) {
    SceneCandidates candidates = new SceneCandidates(from, to);
    candidates.addByKey(SceneSide::headings);
    candidates.addByKey(side -> side.scenes().stream().map(Scene::number).toList());
    candidates.addByKey(side -> side.headings().stream().map(SceneHeading::place).toList());
    candidates.addByKey(side -> side.scenes().stream().map(Scene::body).toList());
    candidates.addByWords();
    return candidates.found;
  }

  private interface Keys {
    List<?> of(SceneSide side);
  }

  private void addByKey(Keys keys) {
    Map<Object, List<Integer>> places = new HashMap<>();
    List<?> ofTo = keys.of(to);
    for (int j = 0; j < ofTo.size(); j++) {
      places.computeIfAbsent(ofTo.get(j), any -> new ArrayList<>()).add(j);
    }
    Map<Object, Integer> before = new HashMap<>();
    List<?> ofFrom = keys.of(from);
    for (int i = 0; i < ofFrom.size(); i++) {
      Object key = ofFrom.get(i);
      if (!key.equals("")) {
        int rank = before.merge(key, 1, Integer::sum) - 1;
        List<Integer> same = places.getOrDefault(key, List.of());
        int last = Math.min(same.size(), rank + NEAR + 1);
        for (int k = Math.max(0, Math.min(rank, same.size()) - NEAR); k < last; k++) {
          add(i, same.get(k));
        }
      }
    }
  }

  private void addByWords() {
    Map<Long, List<Integer>> places = new HashMap<>();
    for (int j = 0; j < to.size(); j++) {
      for (long pair : to.words().get(j).pairs()) {
        List<Integer> with = places.computeIfAbsent(pair, any -> new ArrayList<>(1));
        if (with.size() <= SCENES_WITH_WORDS) {
          with.add(j);
        }
      }
    }
    for (int i = 0; i < from.size(); i++) {
      Map<Integer, Integer> shared = new HashMap<>();
      for (long pair : from.words().get(i).pairs()) {
        List<Integer> with = places.getOrDefault(pair, List.of());
        if (with.size() <= SCENES_WITH_WORDS) {
          with.forEach(j -> shared.merge(j, 1, Integer::sum));
        }
      }
      int place = i;
      shared.entrySet().stream()
          .sorted(
              Map.Entry.<Integer, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(entry -> Math.abs(entry.getKey() - place))
                  .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
          .limit(BY_WORDS)
          .forEach(entry -> add(place, entry.getKey()));
    }
  }

  private void add(int i, int j) {
    if (seen.add(((long) i << 32) | j)) {
      found.add(new int[] {i, j});
    }
  }
}
