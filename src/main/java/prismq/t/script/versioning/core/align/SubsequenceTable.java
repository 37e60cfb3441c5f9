package prismq.t.script.versioning.core.align;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the longest common subsequence by a table of all pairs, 64 pairs at a step (Hyyrö,
 * “Bit-parallel LCS-length computation revisited”, 2004).
 */
final class SubsequenceTable {
  private final int[] left;
  private final int start;
  private final int[] right;
  private final int rightStart;
  private final int rows;
  private final int columns;
  private final int words;

  /**
   * A row for each element on the left side, from which on the left side counts; a bit for each
   * element on the right side, the last one first. It is set where a suffix of the right side has
   * no longer subsequence in common with the left side than the suffix without its first element.
   */
  private final long[] table;

  private SubsequenceTable(
      int[] left, int start, int end, int[] right, int rightStart, int rightEnd) {
    this.left = left;
    this.start = start;
    this.right = right;
    this.rightStart = rightStart;
    this.rows = end - start;
    this.columns = rightEnd - rightStart;
    this.words = (columns + Long.SIZE - 1) / Long.SIZE;
    this.table = new long[(rows + 1) * words];
  }

  /** About how many steps a table of so many pairs takes. */
  static long steps(long pairs) {
    return pairs / (Long.SIZE / 4);
  }

  /**
   * Where the elements of a range on the left side are in the right sequence, −1 where they are not
   * kept.
   */
  static int[] partners(int[] left, int start, int end, int[] right, int rightStart, int rightEnd) {
    SubsequenceTable table = new SubsequenceTable(left, start, end, right, rightStart, rightEnd);
    table.fill();
    return table.traced();
  }

  private void fill() {
    Map<Integer, long[]> places = places();
    long[] none = new long[words];
    Arrays.fill(table, rows * words, (rows + 1) * words, -1L);
    for (int i = rows - 1; i >= 0; i--) {
      long[] equal = places.getOrDefault(left[start + i], none);
      long carry = 0;
      for (int w = 0; w < words; w++) {
        long row = table[(i + 1) * words + w];
        long common = row & equal[w];
        long sum = row + common;
        long carried = sum + carry;
        boolean overflows = Long.compareUnsigned(sum, row) < 0 || (carry == 1 && carried == 0);
        table[i * words + w] = carried | (row & ~common);
        carry = overflows ? 1 : 0;
      }
    }
  }

  /** The bits of the places on the right side of each element. */
  private Map<Integer, long[]> places() {
    Map<Integer, long[]> places = new HashMap<>();
    for (int bit = 0; bit < columns; bit++) {
      int element = right[rightStart + columns - 1 - bit];
      long[] bits = places.computeIfAbsent(element, key -> new long[words]);
      bits[bit / Long.SIZE] |= 1L << bit;
    }
    return places;
  }

  private int[] traced() {
    int[] partners = new int[rows];
    Arrays.fill(partners, -1);
    int i = 0;
    int j = 0;
    int length = length(0, 0);
    while (i < rows && j < columns) {
      if (left[start + i] == right[rightStart + j]) {
        partners[i++] = rightStart + j++;
        length--;
      } else if (length(i + 1, j) == length) {
        i++;
      } else {
        j++;
      }
    }
    return partners;
  }

  /** How long the subsequence of all elements from these on is. */
  private int length(int i, int j) {
    int bits = columns - j;
    int length = bits;
    int at = i * words;
    for (int w = 0; w < bits / Long.SIZE; w++) {
      length -= Long.bitCount(table[at + w]);
    }
    if (bits % Long.SIZE != 0) {
      length -= Long.bitCount(table[at + bits / Long.SIZE] & ((1L << bits) - 1));
    }
    return length;
  }
}
