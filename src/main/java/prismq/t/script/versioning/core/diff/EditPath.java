package prismq.t.script.versioning.core.diff;

import java.util.Arrays;
import prismq.t.script.versioning.core.diff.SequenceDiff.Region;

/**
 * The middle of a shortest edit path through a region, by Myers' O(ND) in linear space (1986). Not
 * complete where the path has more than twice the allowed depth; then the middle is the farthest
 * point reached from either end.
 */
final class EditPath {
  /** Far below any position, and still below when 1 is added again and again. */
  private static final int UNREACHED = Integer.MIN_VALUE / 2;

  private final int[] left;
  private final int[] right;
  private final Region region;
  private final int leftLength;
  private final int rightLength;
  private final int offset;
  private final int[] forward;
  private final int[] backward;
  private int leftMiddle;
  private int rightMiddle;
  private boolean complete;
  private long steps;

  EditPath(int[] left, int[] right, Region region, int deepest) {
    this.left = left;
    this.right = right;
    this.region = region;
    this.leftLength = region.leftEnd() - region.leftStart();
    this.rightLength = region.rightEnd() - region.rightStart();
    this.offset = deepest + 1;
    this.forward = new int[2 * deepest + 3];
    this.backward = new int[2 * deepest + 3];
    Arrays.fill(forward, UNREACHED);
    Arrays.fill(backward, UNREACHED);
    search(deepest);
  }

  int leftMiddle() {
    return leftMiddle;
  }

  int rightMiddle() {
    return rightMiddle;
  }

  /** Whether the middle lies on a shortest path. */
  boolean complete() {
    return complete;
  }

  /** About how many comparisons it took. */
  long steps() {
    return steps;
  }

  private void search(int deepest) {
    int difference = leftLength - rightLength;
    for (int depth = 0; depth <= deepest; depth++) {
      for (int k = -depth; k <= depth; k += 2) {
        int x = advance(forward, k, depth, true);
        int mirrored = difference - k;
        if (difference % 2 != 0
            && Math.abs(mirrored) < depth
            && x + backward[offset + mirrored] >= leftLength) {
          meetAt(x, x - k);
          return;
        }
      }
      for (int k = -depth; k <= depth; k += 2) {
        int x = advance(backward, k, depth, false);
        int mirrored = difference - k;
        if (difference % 2 == 0
            && Math.abs(mirrored) <= depth
            && x + forward[offset + mirrored] >= leftLength) {
          meetAt(leftLength - x, rightLength - x + k);
          return;
        }
      }
    }
    takeFarthest(deepest);
  }

  /** One more edit onto diagonal k, left position minus right, and along it while both agree. */
  private int advance(int[] reached, int k, int depth, boolean forwards) {
    int x = depth == 0 ? 0 : reached[offset + k - 1] + 1;
    if (x > leftLength) {
      x = UNREACHED;
    }
    int down = depth == 0 ? UNREACHED : reached[offset + k + 1];
    if (down - k <= rightLength) {
      x = Math.max(x, down);
    }
    steps++;
    if (x < 0) {
      reached[offset + k] = UNREACHED;
      return UNREACHED;
    }
    int start = x;
    while (x < leftLength && x - k < rightLength && agree(x, x - k, forwards)) {
      x++;
    }
    steps += x - start;
    reached[offset + k] = x;
    return x;
  }

  private boolean agree(int x, int y, boolean forwards) {
    return forwards
        ? left[region.leftStart() + x] == right[region.rightStart() + y]
        : left[region.leftEnd() - 1 - x] == right[region.rightEnd() - 1 - y];
  }

  private void meetAt(int x, int y) {
    leftMiddle = region.leftStart() + x;
    rightMiddle = region.rightStart() + y;
    complete = true;
  }

  private void takeFarthest(int depth) {
    int farthest = 0;
    for (int k = -depth; k <= depth; k += 2) {
      int x = forward[offset + k];
      if (x >= 0 && 2 * x - k > farthest) {
        farthest = 2 * x - k;
        leftMiddle = region.leftStart() + x;
        rightMiddle = region.rightStart() + x - k;
      }
    }
  }
}
