package prismq.t.script.versioning.annotate;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import prismq.t.script.versioning.history.Version;

/**
 * How old the parts of a text are beside each other, in steps from the oldest to the newest. The
 * versions that it comes from are spread evenly over the steps, because their dates rarely are.
 */
final class Ages {
  /** Number of colours that can be told apart. */
  static final int STEPS = 10;

  private final Map<Integer, Integer> steps = new HashMap<>();

  /**
   * The ages in a text.
   *
   * @param origins the versions that wrote it, by number
   */
  Ages(SortedMap<Integer, Version> origins) {
    int rank = 0;
    for (int origin : origins.keySet()) {
      steps.put(origin, rank * (STEPS - 1) / Math.max(1, origins.size() - 1));
      rank++;
    }
  }

  /** The step of a version, from 0 for the oldest. */
  int step(int origin) {
    return steps.getOrDefault(origin, 0);
  }
}
