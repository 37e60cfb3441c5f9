package prismq.t.script.versioning.core.text;

import java.util.function.IntPredicate;

/**
 * Binary search by a predicate, where {@link java.util.Arrays#binarySearch} has nothing to compare.
 */
public final class BinarySearch {
  private BinarySearch() {}

  /**
   * The first index that passes; the size where none does.
   *
   * @param size number of indexes, from 0
   * @param passes true for every index after one that it is true for
   */
  public static int first(int size, IntPredicate passes) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (passes.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
