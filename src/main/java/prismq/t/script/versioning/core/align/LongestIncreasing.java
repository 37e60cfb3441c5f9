package prismq.t.script.versioning.core.align;

import java.util.Arrays;
import java.util.List;

/** Finds as many pairs as rise together (patience sorting), which is what a patience diff keeps. */
public final class LongestIncreasing {
  private LongestIncreasing() {}

  /** The longest subsequence whose first numbers rise; the second ones rise already. */
  public static List<int[]> of(List<int[]> pairs) {
    if (pairs.isEmpty()) {
      return pairs;
    }
    int[] lastOfLength = new int[pairs.size()];
    int[] previous = new int[pairs.size()];
    int length = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(lastOfLength[middle])[0] < pairs.get(i)[0]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : lastOfLength[low - 1];
      lastOfLength[low] = i;
      length = Math.max(length, low + 1);
    }
    int[][] longest = new int[length][];
    int at = lastOfLength[length - 1];
    for (int i = length - 1; i >= 0; i--) {
      longest[i] = pairs.get(at);
      at = previous[at];
    }
    return Arrays.asList(longest);
  }
}
