package prismq.t.script.versioning.core.scene;

import java.util.ArrayList;
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
    WordPairIndex index = new WordPairIndex(to.words());
    int[] shared = new int[to.size()];
    for (int i = 0; i < from.size(); i++) {
      List<Integer> touched = new ArrayList<>();
      for (long pair : from.words().get(i).pairs()) {
        for (int j : index.scenes(pair, SCENES_WITH_WORDS)) {
          if (shared[j]++ == 0) {
            touched.add(j);
          }
        }
      }
      for (int j : best(touched, shared, i)) {
        add(i, j);
      }
      touched.forEach(j -> shared[j] = 0);
    }
  }

  /** Those that share most, and of these the nearest; sorting all of them takes far longer. */
  private static int[] best(List<Integer> touched, int[] shared, int place) {
    int[] best = new int[Math.min(BY_WORDS, touched.size())];
    int count = 0;
    for (int j : touched) {
      int at = count;
      while (at > 0 && isBetter(j, best[at - 1], shared, place)) {
        at--;
      }
      if (at < best.length) {
        count = Math.min(count + 1, best.length);
        System.arraycopy(best, at, best, at + 1, count - at - 1);
        best[at] = j;
      }
    }
    return best;
  }

  private static boolean isBetter(int one, int other, int[] shared, int place) {
    if (shared[one] != shared[other]) {
      return shared[one] > shared[other];
    }
    int nearness = Math.abs(other - place) - Math.abs(one - place);
    return nearness == 0 ? one < other : nearness > 0;
  }

  private void add(int i, int j) {
    if (seen.add(((long) i << 32) | j)) {
      found.add(new int[] {i, j});
    }
  }
}
