package prismq.t.script.versioning.core.diff;

import prismq.t.script.versioning.core.align.WorkBudget;

/**
 * Where a region is to be cut in two: in the middle of a shortest edit path, by Myers' O(ND) in
 * linear space (1986), searched from both ends. Where the path is long, as in GNU diff a point is
 * good enough that comes after a run of equal lines and is far on its way, and at last the farthest
 * one.
 */
final class LineMiddle {
  /** More equal lines in a row than this are a run to cut at. */
  private static final int RUN = 20;

  /** A path of fewer edits is searched to its end. */
  private static final int MIN_COST = 256;

  /** How many lines further an edit must bring a point that is good enough. */
  private static final int LINES_FOR_AN_EDIT = 4;

  private final int[] left;
  private final int[] right;
  private final WorkBudget budget;

  /** The left position reached on each diagonal (left minus right) from the start. */
  private final int[] forward;

  /** The same from the end. */
  private final int[] backward;

  private final int origin;
  private final int mostCost;
  private LineRegion region = new LineRegion(0, 0, 0, 0, false);
  private int lowestForward;
  private int highestForward;
  private int lowestBackward;
  private int highestBackward;
  private boolean metRun;
  private int leftAt;
  private int rightAt;
  private boolean exactlyBefore;
  private boolean exactlyAfter;

  LineMiddle(int[] left, int[] right, WorkBudget budget) {
    this.left = left;
    this.right = right;
    this.budget = budget;
    int diagonals = left.length + right.length + 3;
    this.forward = new int[diagonals];
    this.backward = new int[diagonals];
    this.origin = right.length + 1;
    this.mostCost = Math.max(MIN_COST, LineFilter.roughRoot(diagonals));
  }

  int left() {
    return leftAt;
  }

  int right() {
    return rightAt;
  }

  /** Whether what is before the middle has to be aligned as short as can be. */
  boolean exactlyBefore() {
    return exactlyBefore;
  }

  boolean exactlyAfter() {
    return exactlyAfter;
  }

  /** Finds the middle of a region that differs at both ends; false where the steps are used up. */
  boolean find(LineRegion of) {
    region = of;
    lowestForward = of.leftStart() - of.rightStart();
    highestForward = lowestForward;
    lowestBackward = of.leftEnd() - of.rightEnd();
    highestBackward = lowestBackward;
    forward[origin + lowestForward] = of.leftStart();
    backward[origin + lowestBackward] = of.leftEnd();
    for (int cost = 1; ; cost++) {
      metRun = false;
      if (advance() || retreat()) {
        return true;
      }
      if (!budget.take((long) highestForward - lowestForward + highestBackward - lowestBackward)) {
        return false;
      }
      if (of.exactly()) {
        continue;
      }
      if (cost > MIN_COST && metRun && (isFarForward(cost) || isFarBackward(cost))) {
        return true;
      }
      if (cost >= mostCost) {
        takeFarthest();
        return true;
      }
    }
  }

  /** One more edit on each path from the start; whether one met a path from the end. */
  private boolean advance() {
    if (lowestForward > region.leftStart() - region.rightEnd()) {
      forward[origin + --lowestForward - 1] = -1;
    } else {
      lowestForward++;
    }
    if (highestForward < region.leftEnd() - region.rightStart()) {
      forward[origin + ++highestForward + 1] = -1;
    } else {
      highestForward--;
    }
    boolean isOdd = (startDiagonal() - endDiagonal()) % 2 != 0;
    for (int d = highestForward; d >= lowestForward; d -= 2) {
      int start = Math.max(forward[origin + d - 1] + 1, forward[origin + d + 1]);
      int x = start;
      while (x < region.leftEnd() && x - d < region.rightEnd() && left[x] == right[x - d]) {
        x++;
      }
      metRun |= x - start > RUN;
      forward[origin + d] = x;
      if (isOdd && lowestBackward <= d && d <= highestBackward && backward[origin + d] <= x) {
        take(x, d, true, true);
        return true;
      }
    }
    return false;
  }

  /** One more edit on each path from the end; whether one met a path from the start. */
  private boolean retreat() {
    if (lowestBackward > region.leftStart() - region.rightEnd()) {
      backward[origin + --lowestBackward - 1] = Integer.MAX_VALUE;
    } else {
      lowestBackward++;
    }
    if (highestBackward < region.leftEnd() - region.rightStart()) {
      backward[origin + ++highestBackward + 1] = Integer.MAX_VALUE;
    } else {
      highestBackward--;
    }
    boolean isEven = (startDiagonal() - endDiagonal()) % 2 == 0;
    for (int d = highestBackward; d >= lowestBackward; d -= 2) {
      int start = Math.min(backward[origin + d - 1], backward[origin + d + 1] - 1);
      int x = start;
      while (x > region.leftStart()
          && x - d > region.rightStart()
          && left[x - 1] == right[x - d - 1]) {
        x--;
      }
      metRun |= start - x > RUN;
      backward[origin + d] = x;
      if (isEven && lowestForward <= d && d <= highestForward && x <= forward[origin + d]) {
        take(x, d, true, true);
        return true;
      }
    }
    return false;
  }

  private int startDiagonal() {
    return region.leftStart() - region.rightStart();
  }

  private int endDiagonal() {
    return region.leftEnd() - region.rightEnd();
  }

  private boolean isFarForward(int cost) {
    long best = (long) LINES_FOR_AN_EDIT * cost;
    boolean found = false;
    for (int d = highestForward; d >= lowestForward; d -= 2) {
      int x = forward[origin + d];
      int y = x - d;
      long way =
          (long) x - region.leftStart() + y - region.rightStart() - Math.abs(d - startDiagonal());
      if (way > best
          && x >= region.leftStart() + RUN
          && x < region.leftEnd()
          && y >= region.rightStart() + RUN
          && y < region.rightEnd()
          && isRun(x - RUN, y - RUN)) {
        best = way;
        found = true;
        take(x, d, true, false);
      }
    }
    return found;
  }

  private boolean isFarBackward(int cost) {
    long best = (long) LINES_FOR_AN_EDIT * cost;
    boolean found = false;
    for (int d = highestBackward; d >= lowestBackward; d -= 2) {
      int x = backward[origin + d];
      int y = x - d;
      long way = (long) region.leftEnd() - x + region.rightEnd() - y - Math.abs(d - endDiagonal());
      if (way > best
          && x > region.leftStart()
          && x <= region.leftEnd() - RUN
          && y > region.rightStart()
          && y <= region.rightEnd() - RUN
          && isRun(x, y)) {
        best = way;
        found = true;
        take(x, d, false, true);
      }
    }
    return found;
  }

  private boolean isRun(int x, int y) {
    for (int i = 0; i < RUN; i++) {
      if (left[x + i] != right[y + i]) {
        return false;
      }
    }
    return true;
  }

  private void takeFarthest() {
    long farthest = -1;
    int leftFarthest = 0;
    for (int d = highestForward; d >= lowestForward; d -= 2) {
      int x = Math.min(Math.min(forward[origin + d], region.leftEnd()), region.rightEnd() + d);
      if (farthest < 2L * x - d) {
        farthest = 2L * x - d;
        leftFarthest = x;
      }
    }
    long nearest = Long.MAX_VALUE;
    int leftNearest = 0;
    for (int d = highestBackward; d >= lowestBackward; d -= 2) {
      int x = Math.max(Math.max(region.leftStart(), backward[origin + d]), region.rightStart() + d);
      if (2L * x - d < nearest) {
        nearest = 2L * x - d;
        leftNearest = x;
      }
    }
    long fromStart = farthest - region.leftStart() - region.rightStart();
    long fromEnd = (long) region.leftEnd() + region.rightEnd() - nearest;
    if (fromEnd < fromStart) {
      take(leftFarthest, (int) (2L * leftFarthest - farthest), true, false);
    } else {
      take(leftNearest, (int) (2L * leftNearest - nearest), false, true);
    }
  }

  private void take(int x, int diagonal, boolean before, boolean after) {
    leftAt = x;
    rightAt = x - diagonal;
    exactlyBefore = before;
    exactlyAfter = after;
  }
}
