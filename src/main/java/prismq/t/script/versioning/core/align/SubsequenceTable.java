package prismq.t.script.versioning.core.align;

import java.util.Arrays;

/** Finds the longest common subsequence by a table of all pairs (Wagner and Fischer, 1974). */
final class SubsequenceTable {
  private static final byte KEPT = 0;
  private static final byte REMOVED = 1;
  private static final byte ADDED = 2;

  private SubsequenceTable() {}

  /**
   * Where the elements of a range on the left side are in the right sequence, −1 where they are not
   * kept.
   */
  static int[] partners(int[] left, int start, int end, int[] right, int rightStart, int rightEnd) {
    int rows = end - start;
    int columns = rightEnd - rightStart;
    byte[] ways = new byte[rows * columns];
    int[] below = new int[columns + 1];
    int[] lengths = new int[columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      int number = left[start + i];
      for (int j = columns - 1; j >= 0; j--) {
        if (number == right[rightStart + j]) {
          lengths[j] = below[j + 1] + 1;
        } else if (below[j] >= lengths[j + 1]) {
          lengths[j] = below[j];
          ways[i * columns + j] = REMOVED;
        } else {
          lengths[j] = lengths[j + 1];
          ways[i * columns + j] = ADDED;
        }
      }
      int[] done = below;
      below = lengths;
      lengths = done;
    }
    return traced(ways, rows, columns, rightStart);
  }

  private static int[] traced(byte[] ways, int rows, int columns, int rightStart) {
    int[] partners = new int[rows];
    Arrays.fill(partners, -1);
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      byte way = ways[i * columns + j];
      if (way == KEPT) {
        partners[i] = rightStart + j;
      }
      i += way == ADDED ? 0 : 1;
      j += way == REMOVED ? 0 : 1;
    }
    return partners;
  }
}
