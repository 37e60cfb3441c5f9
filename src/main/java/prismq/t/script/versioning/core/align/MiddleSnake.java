package prismq.t.script.versioning.core.align;

/**
 * The middle of a shortest edit path between two sequences, by Myers' O(ND) in linear space (1986).
 * The arrays it searches in are kept for the next search.
 */
final class MiddleSnake {
  private static final int UNREACHED = Integer.MIN_VALUE / 2;

  private int[] forward = new int[0];
  private int[] backward = new int[0];
  private int x;
  private int y;
  private long steps;

  /** The position in the left sequence up to which the path leads. */
  int x() {
    return x;
  }

  /** The position in the right sequence. */
  int y() {
    return y;
  }

  /** About how many comparisons the search took. */
  long steps() {
    return steps;
  }

  /**
   * Searches between two ranges that are not empty and differ at both ends.
   *
   * @param maxSteps about how many comparisons are allowed
   * @return whether a middle was found
   */
  boolean find(int[] a, int aStart, int aEnd, int[] b, int bStart, int bEnd, long maxSteps) {
    int n = aEnd - aStart;
    int m = bEnd - bStart;
    int deepest = (n + m + 1) / 2;
    int offset = deepest + 1;
    if (forward.length < 2 * deepest + 3) {
      forward = new int[2 * deepest + 3];
      backward = new int[2 * deepest + 3];
    }
    steps = 0;
    int delta = n - m;
    boolean isOdd = (delta & 1) != 0;
    forward[offset + 1] = 0;
    forward[offset - 1] = UNREACHED;
    backward[offset + 1] = 0;
    backward[offset - 1] = UNREACHED;
    for (int d = 0; d <= deepest; d++) {
      if (steps > maxSteps) {
        return false;
      }
      // Diagonals beyond either sequence are never reached.
      int lowest = d <= m ? -d : -m + ((d - m) & 1);
      int highest = Math.min(d, n);
      for (int k = lowest; k <= highest; k += 2) {
        int from = first(forward, offset, k, d);
        int at = from;
        if (at >= 0 && at <= n && at - k <= m) {
          while (at < n && at - k < m && a[aStart + at] == b[bStart + at - k]) {
            at++;
          }
        } else {
          at = UNREACHED;
        }
        forward[offset + k] = at;
        steps += 1 + (at > from ? at - from : 0);
        int mirrored = delta - k;
        if (isOdd
            && at >= 0
            && mirrored >= -(d - 1)
            && mirrored <= d - 1
            && at + backward[offset + mirrored] >= n) {
          x = at;
          y = at - k;
          return true;
        }
      }
      for (int k = lowest; k <= highest; k += 2) {
        int from = first(backward, offset, k, d);
        int at = from;
        if (at >= 0 && at <= n && at - k <= m) {
          while (at < n && at - k < m && a[aEnd - 1 - at] == b[bEnd - 1 - (at - k)]) {
            at++;
          }
        } else {
          at = UNREACHED;
        }
        backward[offset + k] = at;
        steps += 1 + (at > from ? at - from : 0);
        int mirrored = delta - k;
        if (!isOdd
            && at >= 0
            && mirrored >= -d
            && mirrored <= d
            && at + forward[offset + mirrored] >= n) {
          x = n - at;
          y = m - (at - k);
          return true;
        }
      }
      if (d < deepest) {
        forward[offset + d + 2] = UNREACHED;
        backward[offset + d + 2] = UNREACHED;
        forward[offset - d - 2] = UNREACHED;
        backward[offset - d - 2] = UNREACHED;
      }
    }
    return false;
  }

  /** Where a path with one more edit reaches diagonal k, left position minus right. */
  private static int first(int[] reached, int offset, int k, int d) {
    if (d == 0) {
      return 0;
    }
    if (k == -d) {
      return reached[offset + k + 1];
    }
    if (k == d) {
      return reached[offset + k - 1] + 1;
    }
    return Math.max(reached[offset + k - 1] + 1, reached[offset + k + 1]);
  }
}
