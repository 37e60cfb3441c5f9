package prismq.t.script.versioning.core.align;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Keeps as many elements of two sequences in their order as possible. Elements that the other side
 * lacks are left out first, as GNU diff does, which changes no result; what is left is aligned by
 * Myers' O(ND) where it is short, else between runs that stand once on either side. Steps are
 * counted, never the clock.
 */
public final class ShortestAlignment {
  /** Up to so many elements of both sides are aligned without anchors. */
  private static final int MAX_WITHOUT_ANCHORS = 8_000;

  /** In tables of pairs. */
  private static final long MAX_CELLS = 64_000_000;

  /** How long runs are that are looked for at first. */
  private static final int LONGEST_ANCHOR = 8;

  /** Of so many elements not every run is looked up. */
  private static final int VERY_LONG = 40_000;

  /** What is aligned for itself where nothing stands once. */
  private static final int PIECE = 2_000;

  private final int[] a;
  private final int[] b;
  private final int[] partners;
  private final int[] stamps;
  private final WorkBudget budget;
  private final MiddleSnake snake = new MiddleSnake();
  private final Deque<CommonRegion> regions = new ArrayDeque<>();
  private int stamp;
  private boolean coarse;

  /**
   * A part of both sequences without what the other side lacks.
   *
   * @param aAt where the elements stand in the whole left sequence
   * @param gram how long runs are that may be anchors
   */
  private record CommonRegion(
      int[] aAt, int aStart, int aEnd, int[] bAt, int bStart, int bEnd, int gram) {
    boolean isOneSided() {
      return aStart == aEnd || bStart == bEnd;
    }

    int size() {
      return aEnd - aStart + bEnd - bStart;
    }
  }

  /**
   * Aligns two sequences.
   *
   * @param kinds all elements are from 0 to kinds − 1
   * @param partners where the kept elements of the right side go, by those of the left side
   */
  public ShortestAlignment(int[] a, int[] b, int kinds, int[] partners, WorkBudget budget) {
    this.a = a;
    this.b = b;
    this.partners = partners;
    this.stamps = new int[kinds];
    this.budget = budget;
  }

  /** Whether the steps did not suffice, or nothing stood once. */
  public boolean coarse() {
    return coarse;
  }

  /** Aligns a range of the left sequence with one of the right one. */
  public void align(int aStart, int aEnd, int bStart, int bEnd) {
    int aFirst = aStart;
    int bFirst = bStart;
    int aLast = aEnd;
    int bLast = bEnd;
    while (aFirst < aLast && bFirst < bLast && a[aFirst] == b[bFirst]) {
      partners[aFirst++] = bFirst++;
    }
    while (aFirst < aLast && bFirst < bLast && a[aLast - 1] == b[bLast - 1]) {
      partners[--aLast] = --bLast;
    }
    if (aFirst == aLast || bFirst == bLast) {
      return;
    }
    push(allBetween(aFirst, aLast), allBetween(bFirst, bLast), LONGEST_ANCHOR);
    while (!regions.isEmpty()) {
      align(regions.pop());
    }
  }

  private static int[] allBetween(int start, int end) {
    int[] all = new int[end - start];
    for (int i = 0; i < all.length; i++) {
      all[i] = start + i;
    }
    return all;
  }

  /** Leaves out what the other side lacks. */
  private void push(int[] aAt, int[] bAt, int gram) {
    int[] left = presentIn(a, aAt, b, bAt);
    int[] right = presentIn(b, bAt, a, left);
    regions.push(new CommonRegion(left, 0, left.length, right, 0, right.length, gram));
  }

  private int[] presentIn(int[] own, int[] ownAt, int[] other, int[] otherAt) {
    stamp++;
    for (int at : otherAt) {
      stamps[other[at]] = stamp;
    }
    int[] present = new int[ownAt.length];
    int size = 0;
    for (int at : ownAt) {
      if (stamps[own[at]] == stamp) {
        present[size++] = at;
      }
    }
    return size == ownAt.length ? ownAt : Arrays.copyOf(present, size);
  }

  private void align(CommonRegion whole) {
    CommonRegion region = trimmed(whole);
    if (region.isOneSided()) {
      return;
    }
    if (!budget.take(region.size())) {
      coarse = true;
      return;
    }
    if (region.size() <= MAX_WITHOUT_ANCHORS) {
      alignShort(region);
    } else if (region.gram == 0) {
      coarse = true;
      int aCut = Math.min(region.aEnd, region.aStart + PIECE);
      int bCut = Math.min(region.bEnd, region.bStart + PIECE);
      pushPart(region, aCut, region.aEnd, bCut, region.bEnd, 0);
      pushPart(region, region.aStart, aCut, region.bStart, bCut, 0);
    } else {
      alignAtAnchors(region);
    }
  }

  private CommonRegion trimmed(CommonRegion region) {
    int aStart = region.aStart;
    int bStart = region.bStart;
    int aEnd = region.aEnd;
    int bEnd = region.bEnd;
    while (aStart < aEnd && bStart < bEnd && a[region.aAt[aStart]] == b[region.bAt[bStart]]) {
      partners[region.aAt[aStart++]] = region.bAt[bStart++];
    }
    while (aStart < aEnd && bStart < bEnd && a[region.aAt[aEnd - 1]] == b[region.bAt[bEnd - 1]]) {
      partners[region.aAt[--aEnd]] = region.bAt[--bEnd];
    }
    return new CommonRegion(region.aAt, aStart, aEnd, region.bAt, bStart, bEnd, region.gram);
  }

  private void pushPart(CommonRegion region, int aStart, int aEnd, int bStart, int bEnd, int gram) {
    if (aStart < aEnd && bStart < bEnd) {
      push(
          Arrays.copyOfRange(region.aAt, aStart, aEnd),
          Arrays.copyOfRange(region.bAt, bStart, bEnd),
          gram);
    }
  }

  private void alignShort(CommonRegion region) {
    int[] left = numbers(a, region.aAt, region.aStart, region.aEnd);
    int[] right = numbers(b, region.bAt, region.bStart, region.bEnd);
    Deque<int[]> parts = new ArrayDeque<>();
    parts.push(new int[] {0, left.length, 0, right.length});
    while (!parts.isEmpty()) {
      int[] part = parts.pop();
      while (part[0] < part[1] && part[2] < part[3] && left[part[0]] == right[part[2]]) {
        partners[region.aAt[region.aStart + part[0]++]] = region.bAt[region.bStart + part[2]++];
      }
      while (part[0] < part[1] && part[2] < part[3] && left[part[1] - 1] == right[part[3] - 1]) {
        partners[region.aAt[region.aStart + --part[1]]] = region.bAt[region.bStart + --part[3]];
      }
      if (part[0] == part[1] || part[2] == part[3]) {
        continue;
      }
      // Where most differs, a table of all pairs takes fewer steps than a search for the middle.
      long cells = (long) (part[1] - part[0]) * (part[3] - part[2]);
      long ofTable = SubsequenceTable.steps(cells);
      long most = cells <= MAX_CELLS ? Math.min(2 * ofTable, budget.left()) : budget.left();
      boolean isFound = snake.find(left, part[0], part[1], right, part[2], part[3], most);
      budget.take(Math.min(snake.steps(), budget.left()));
      if (!isFound) {
        if (cells <= MAX_CELLS && budget.take(ofTable)) {
          int[] kept = SubsequenceTable.partners(left, part[0], part[1], right, part[2], part[3]);
          for (int i = 0; i < kept.length; i++) {
            if (kept[i] >= 0) {
              partners[region.aAt[region.aStart + part[0] + i]] =
                  region.bAt[region.bStart + kept[i]];
            }
          }
        } else {
          coarse = true;
        }
        continue;
      }
      int x = part[0] + snake.x();
      int y = part[2] + snake.y();
      parts.push(new int[] {x, part[1], y, part[3]});
      parts.push(new int[] {part[0], x, part[2], y});
    }
  }

  private static int[] numbers(int[] sequence, int[] at, int start, int end) {
    int[] numbers = new int[end - start];
    for (int i = start; i < end; i++) {
      numbers[i - start] = sequence[at[i]];
    }
    return numbers;
  }

  /** Takes runs as kept that stand once on either side, and aligns what is between them. */
  private void alignAtAnchors(CommonRegion region) {
    int gram = region.gram;
    List<int[]> anchors = LongestIncreasing.of(uniqueRuns(region));
    if (anchors.isEmpty()) {
      regions.push(
          new CommonRegion(
              region.aAt,
              region.aStart,
              region.aEnd,
              region.bAt,
              region.bStart,
              region.bEnd,
              gram / 2));
      return;
    }
    int aDone = region.aStart;
    int bDone = region.bStart;
    List<int[]> gaps = new ArrayList<>();
    for (int[] anchor : anchors) {
      int i = anchor[1];
      int j = anchor[0];
      // Runs that overlap go on where the one before ended, on the same diagonal.
      int over = Math.max(0, Math.max(aDone - i, bDone - j));
      if (over >= gram || (over > 0 && i + over != aDone) || (over > 0 && j + over != bDone)) {
        continue;
      }
      gaps.add(new int[] {aDone, i + over, bDone, j + over});
      for (int t = over; t < gram; t++) {
        partners[region.aAt[i + t]] = region.bAt[j + t];
      }
      aDone = i + gram;
      bDone = j + gram;
    }
    gaps.add(new int[] {aDone, region.aEnd, bDone, region.bEnd});
    for (int[] gap : gaps) {
      pushPart(region, gap[0], gap[1], gap[2], gap[3], gram);
    }
  }

  /** Runs that stand once on either side, as right and left position. */
  private List<int[]> uniqueRuns(CommonRegion region) {
    if (!budget.take(region.size())) {
      return List.of();
    }
    int[] left = numbers(a, region.aAt, region.aStart, region.aEnd);
    int[] right = numbers(b, region.bAt, region.bStart, region.bEnd);
    // In a long region some of the runs will do; what is around them is found from there.
    boolean isVeryLong = region.gram == LONGEST_ANCHOR && region.size() > VERY_LONG;
    List<int[]> runs = new UniqueRuns(left, right, region.gram, isVeryLong ? 8 : 1).runs();
    for (int[] run : runs) {
      run[0] += region.bStart;
      run[1] += region.aStart;
    }
    return runs;
  }
}
