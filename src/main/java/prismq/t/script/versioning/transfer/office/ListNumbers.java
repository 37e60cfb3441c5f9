package prismq.t.script.versioning.transfer.office;

import java.util.HashMap;
import java.util.Map;

/** Counts the items of numbered lists, each level of each list by itself. */
final class ListNumbers {
  private static final int LEVELS = 10;

  private final Map<String, int[]> counts = new HashMap<>();

  /**
   * The mark of the next item.
   *
   * @param first the number of the first one, if the list begins here
   */
  String next(String list, int level, int first) {
    int at = Math.min(level, LEVELS - 1);
    int[] count = counts.computeIfAbsent(list, key -> new int[LEVELS]);
    count[at] = count[at] == 0 ? Math.max(first, 1) : count[at] + 1;
    endBelow(list, level);
    return count[at] + ".";
  }

  /** Lists inside an item of this level are over. */
  void endBelow(String list, int level) {
    int[] count = counts.computeIfAbsent(list, key -> new int[LEVELS]);
    for (int below = level + 1; below < LEVELS; below++) {
      count[below] = 0;
    }
  }

  /** The list begins anew. */
  void restart(String list) {
    counts.remove(list);
  }
}
