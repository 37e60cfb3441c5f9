package prismq.t.script.versioning.core.align;

import java.util.ArrayList;
import java.util.List;

/** Finds runs of elements that stand once in either of two sequences. */
final class UniqueRuns {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final int SEVERAL = -1;

  private final int[] left;
  private final int[] right;
  private final int length;
  private final int mask;

  /**
   * @param length of a run
   * @param every of the runs one in so many is looked up, by what it is; a power of two
   */
  UniqueRuns(int[] left, int[] right, int length, int every) {
    this.left = left;
    this.right = right;
    this.length = length;
    this.mask = every - 1;
  }

  /** The runs in the order of the left sequence, each as its right and its left position. */
  List<int[]> runs() {
    List<int[]> unique = new ArrayList<>();
    if (left.length < length || right.length < length) {
      return unique;
    }
    long[] leftHashes = hashes(left);
    int chosen = 0;
    for (long hash : leftHashes) {
      chosen += isChosen(hash) ? 1 : 0;
    }
    int size = Integer.highestOneBit(Math.max(8, chosen)) << 2;
    long[] hashes = new long[size];
    int[] lefts = new int[size];
    int[] rights = new int[size];
    for (int i = 0; i < leftHashes.length; i++) {
      if (isChosen(leftHashes[i])) {
        int slot = slot(hashes, lefts, leftHashes[i]);
        hashes[slot] = leftHashes[i];
        lefts[slot] = lefts[slot] == 0 ? i + 1 : SEVERAL;
      }
    }
    long[] rightHashes = hashes(right);
    for (int j = 0; j < rightHashes.length; j++) {
      int slot = isChosen(rightHashes[j]) ? slot(hashes, lefts, rightHashes[j]) : -1;
      if (slot >= 0 && lefts[slot] > 0) {
        rights[slot] = rights[slot] == 0 ? j + 1 : SEVERAL;
      }
    }
    for (int i = 0; i < leftHashes.length; i++) {
      int slot = isChosen(leftHashes[i]) ? slot(hashes, lefts, leftHashes[i]) : -1;
      boolean isUnique = slot >= 0 && lefts[slot] == i + 1 && rights[slot] > 0;
      if (isUnique && isSame(i, rights[slot] - 1)) {
        unique.add(new int[] {rights[slot] - 1, i});
      }
    }
    return unique;
  }

  private boolean isChosen(long hash) {
    return (hash >>> 33 & mask) == 0;
  }

  private boolean isSame(int i, int j) {
    for (int t = 0; t < length; t++) {
      if (left[i + t] != right[j + t]) {
        return false;
      }
    }
    return true;
  }

  /** A hash of every run (the rolling one of Karp and Rabin, 1987, mixed at the end). */
  private long[] hashes(int[] sequence) {
    long oldest = 1;
    for (int t = 0; t < length; t++) {
      oldest *= FACTOR;
    }
    long[] hashes = new long[sequence.length - length + 1];
    long rolling = 0;
    for (int i = 0; i < sequence.length; i++) {
      rolling = rolling * FACTOR + sequence[i] + 1;
      if (i >= length) {
        rolling -= oldest * (1L + sequence[i - length]);
      }
      if (i >= length - 1) {
        hashes[i - length + 1] = (rolling ^ rolling >>> 32) * FACTOR;
      }
    }
    return hashes;
  }

  /** The slot of a hash; one more than are taken is always free. */
  private static int slot(long[] hashes, int[] taken, long hash) {
    int slot = (int) (hash >>> 32) & (hashes.length - 1);
    while (taken[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }
}
