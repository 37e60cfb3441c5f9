package prismq.t.script.versioning.core.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ranges in which two lists differ, in order; the same pair always has the same ones.
 *
 * @param coarse whether the steps did not suffice, so that some ranges are larger than need be
 */
record Alignment(List<Edit> edits, boolean coarse) {
  /** Aligns two lists with about so many comparisons; 100 million take about half a second. */
  static <T> Alignment of(List<T> from, List<T> to, long steps) {
    Map<T, Integer> kinds = new HashMap<>();
    int[] left = numbered(from, kinds);
    int[] right = numbered(to, kinds);
    return SequenceDiff.diff(left, right, kinds.size(), steps);
  }

  private static <T> int[] numbered(List<T> elements, Map<T, Integer> kinds) {
    int[] numbers = new int[elements.size()];
    int i = 0;
    for (T element : elements) {
      Integer known = kinds.putIfAbsent(element, kinds.size());
      numbers[i++] = known == null ? kinds.size() - 1 : known;
    }
    return numbers;
  }
}
