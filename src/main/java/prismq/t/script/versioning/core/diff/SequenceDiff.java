package prismq.t.script.versioning.core.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import prismq.t.script.versioning.core.align.LongestIncreasing;

/**
 * Aligns two sequences of numbers. Elements that are unique on both sides anchor the alignment
 * (patience diff, Cohen 2003); between anchors the longest run around the rarest common element
 * splits (histogram diff, JGit); where all common elements are frequent, Myers' O(ND) in linear
 * space (1986) decides. All of it counts its steps, never the clock, so that the same pair always
 * gives the same alignment; when the steps are used up, what is left counts as replaced.
 */
final class SequenceDiff {
  /** An element that is more frequent on the left side does not split a region. */
  private static final int MAX_OCCURRENCES = 64;

  /** Myers looks at least that deep before it takes what it has: what git does, roughly. */
  private static final int MIN_DEPTH = 32;

  private static final int MAX_DEPTH = 4_096;

  private final int[] left;
  private final int[] right;
  private final int kinds;
  private final BitSet leftMatched;
  private final BitSet rightMatched;
  private final Deque<Region> regions = new ArrayDeque<>();
  private long stepsLeft;
  private boolean coarse;

  private SequenceDiff(int[] left, int[] right, int kinds, long steps) {
    this.left = left;
    this.right = right;
    this.kinds = kinds;
    this.leftMatched = new BitSet(left.length);
    this.rightMatched = new BitSet(right.length);
    this.stepsLeft = steps;
  }

  record Region(int leftStart, int leftEnd, int rightStart, int rightEnd) {
    boolean isOneSided() {
      return leftStart == leftEnd || rightStart == rightEnd;
    }
  }

  /**
   * @param kinds all elements are from 0 to kinds − 1
   * @param steps about how many comparisons are allowed
   */
  static Alignment diff(int[] left, int[] right, int kinds, long steps) {
    SequenceDiff diff = new SequenceDiff(left, right, kinds, steps);
    diff.run(true);
    return new Alignment(diff.edits(), diff.coarse);
  }

  /** The same without anchors, so that as much as possible is matched. */
  static Alignment shortest(int[] left, int[] right, int kinds, long steps) {
    SequenceDiff diff = new SequenceDiff(left, right, kinds, steps);
    diff.run(false);
    return new Alignment(diff.edits(), diff.coarse);
  }

  private void run(boolean anchored) {
    Occurrences occurrences = new Occurrences(kinds, left.length);
    regions.push(new Region(0, left.length, 0, right.length));
    while (!regions.isEmpty()) {
      Region region = trim(regions.pop());
      if (region.isOneSided()) {
        continue;
      }
      stepsLeft -= (region.leftEnd - region.leftStart) + (region.rightEnd - region.rightStart);
      if (stepsLeft <= 0) {
        coarse = true;
        continue;
      }
      if (!anchored) {
        splitByMyers(region);
        continue;
      }
      occurrences.read(region);
      if (!splitAtUnique(region, occurrences) && !splitAtRarest(region, occurrences)) {
        if (occurrences.foundCommon) {
          splitByMyers(region);
        }
      }
      occurrences.clear(region);
    }
  }

  private void match(int leftIndex, int rightIndex, int length) {
    leftMatched.set(leftIndex, leftIndex + length);
    rightMatched.set(rightIndex, rightIndex + length);
  }

  private Region trim(Region region) {
    int leftStart = region.leftStart;
    int rightStart = region.rightStart;
    int leftEnd = region.leftEnd;
    int rightEnd = region.rightEnd;
    while (leftStart < leftEnd && rightStart < rightEnd && left[leftStart] == right[rightStart]) {
      leftStart++;
      rightStart++;
    }
    while (leftStart < leftEnd
        && rightStart < rightEnd
        && left[leftEnd - 1] == right[rightEnd - 1]) {
      leftEnd--;
      rightEnd--;
    }
    match(region.leftStart, region.rightStart, leftStart - region.leftStart);
    match(leftEnd, rightEnd, region.leftEnd - leftEnd);
    return new Region(leftStart, leftEnd, rightStart, rightEnd);
  }

  /** Where each element of a region stands on its left side, and how often on its right side. */
  private final class Occurrences {
    final int[] first;
    final int[] next;
    final int[] leftCount;
    final int[] rightCount;
    boolean foundCommon;

    Occurrences(int kinds, int leftLength) {
      first = new int[kinds];
      next = new int[leftLength];
      leftCount = new int[kinds];
      rightCount = new int[kinds];
    }

    void read(Region region) {
      foundCommon = false;
      for (int i = region.leftEnd - 1; i >= region.leftStart; i--) {
        next[i] = leftCount[left[i]] == 0 ? -1 : first[left[i]];
        first[left[i]] = i;
        leftCount[left[i]]++;
      }
      for (int j = region.rightStart; j < region.rightEnd; j++) {
        rightCount[right[j]]++;
      }
    }

    void clear(Region region) {
      for (int i = region.leftStart; i < region.leftEnd; i++) {
        leftCount[left[i]] = 0;
      }
      for (int j = region.rightStart; j < region.rightEnd; j++) {
        rightCount[right[j]] = 0;
      }
    }
  }

  private boolean splitAtUnique(Region region, Occurrences occurrences) {
    List<int[]> unique = new ArrayList<>();
    for (int j = region.rightStart; j < region.rightEnd; j++) {
      int element = right[j];
      if (occurrences.rightCount[element] == 1 && occurrences.leftCount[element] == 1) {
        unique.add(new int[] {occurrences.first[element], j});
      }
    }
    if (unique.isEmpty()) {
      return false;
    }
    int leftStart = region.leftStart;
    int rightStart = region.rightStart;
    for (int[] anchor : LongestIncreasing.of(unique)) {
      regions.push(new Region(leftStart, anchor[0], rightStart, anchor[1]));
      match(anchor[0], anchor[1], 1);
      leftStart = anchor[0] + 1;
      rightStart = anchor[1] + 1;
    }
    regions.push(new Region(leftStart, region.leftEnd, rightStart, region.rightEnd));
    return true;
  }

  private boolean splitAtRarest(Region region, Occurrences occurrences) {
    int bestLeft = 0;
    int bestRight = 0;
    int bestLength = 0;
    int bestCount = MAX_OCCURRENCES;
    int j = region.rightStart;
    while (j < region.rightEnd) {
      int afterRun = j + 1;
      int count = occurrences.leftCount[right[j]];
      occurrences.foundCommon |= count > 0;
      if (count > 0 && count <= bestCount && stepsLeft > 0) {
        int i = occurrences.first[right[j]];
        while (i >= 0) {
          int leftStart = i;
          int rightStart = j;
          int rarest = count;
          while (leftStart > region.leftStart
              && rightStart > region.rightStart
              && left[leftStart - 1] == right[rightStart - 1]) {
            leftStart--;
            rightStart--;
            rarest = Math.min(rarest, occurrences.leftCount[left[leftStart]]);
          }
          int leftEnd = i + 1;
          int rightEnd = j + 1;
          while (leftEnd < region.leftEnd
              && rightEnd < region.rightEnd
              && left[leftEnd] == right[rightEnd]) {
            rarest = Math.min(rarest, occurrences.leftCount[left[leftEnd]]);
            leftEnd++;
            rightEnd++;
          }
          stepsLeft -= leftEnd - leftStart;
          int length = leftEnd - leftStart;
          if (length > bestLength || rarest < bestCount) {
            bestLeft = leftStart;
            bestRight = rightStart;
            bestLength = length;
            bestCount = rarest;
          }
          afterRun = Math.max(afterRun, rightEnd);
          do {
            i = occurrences.next[i];
          } while (i >= 0 && i < leftEnd);
        }
      }
      j = afterRun;
    }
    if (bestLength == 0) {
      return false;
    }
    match(bestLeft, bestRight, bestLength);
    regions.push(new Region(region.leftStart, bestLeft, region.rightStart, bestRight));
    regions.push(
        new Region(bestLeft + bestLength, region.leftEnd, bestRight + bestLength, region.rightEnd));
    return true;
  }

  /**
   * Splits a region in the middle of a shortest edit path, searched from both of its ends. Where
   * the path is too long for the steps left, the region is split at what was reached so far, as in
   * git's xdiff.
   */
  private void splitByMyers(Region whole) {
    Region region = whole;
    while (!region.isOneSided()) {
      int size = region.leftEnd - region.leftStart + region.rightEnd - region.rightStart;
      int deepest = (int) Math.max(MIN_DEPTH, Math.min(MAX_DEPTH, stepsLeft / (4L * size)));
      EditPath path = new EditPath(left, right, region, Math.min(deepest, (size + 1) / 2));
      stepsLeft -= path.steps();
      regions.push(
          new Region(region.leftStart, path.leftMiddle(), region.rightStart, path.rightMiddle()));
      region = new Region(path.leftMiddle(), region.leftEnd, path.rightMiddle(), region.rightEnd);
      if (path.complete()) {
        regions.push(region);
        return;
      }
      if (stepsLeft <= 0) {
        coarse = true;
        return;
      }
      region = trim(region);
    }
  }

  private List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < left.length || j < right.length) {
      int leftStart = i;
      int rightStart = j;
      i =
          Math.min(
              leftMatched.nextSetBit(i) < 0 ? left.length : leftMatched.nextSetBit(i), left.length);
      j =
          Math.min(
              rightMatched.nextSetBit(j) < 0 ? right.length : rightMatched.nextSetBit(j),
              right.length);
      if (i > leftStart || j > rightStart) {
        edits.add(new Edit(leftStart, i, rightStart, j));
      }
      int run = Math.min(leftMatched.nextClearBit(i) - i, rightMatched.nextClearBit(j) - j);
      i += run;
      j += run;
    }
    return edits;
  }
}
