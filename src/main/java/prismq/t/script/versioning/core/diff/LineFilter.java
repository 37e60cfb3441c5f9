package prismq.t.script.versioning.core.diff;

import java.util.Arrays;

/**
 * The lines worth aligning: those between what is the same at both ends of two texts, without those
 * that the other text has nowhere, and without frequent ones that stand in the middle of such.
 */
final class LineFilter {
  private static final byte MATCHLESS = 0;
  private static final byte MATCHED = 1;
  private static final byte FREQUENT = 2;

  /** A line that occurs so often on the other side is frequent however long that is. */
  private static final int MAX_OCCURRENCES = 1_024;

  /** How far around a frequent line is looked. */
  private static final int WINDOW = 100;

  /** A frequent line is left out where fewer than one in this many lines around it is frequent. */
  private static final int MIN_LINES_TO_A_FREQUENT_ONE = 4;

  private final int[] leftLines;
  private final int[] rightLines;
  private final int[] left;
  private final int[] right;

  /**
   * @param leftChanged where the lines left out are marked
   */
  LineFilter(int[] left, int[] right, int kinds, boolean[] leftChanged, boolean[] rightChanged) {
    LineRegion region = new LineRegion(0, left.length, 0, right.length, false).trimmed(left, right);
    this.leftLines =
        kept(left, region.leftStart(), region.leftEnd(), counts(right, kinds), leftChanged);
    this.rightLines =
        kept(right, region.rightStart(), region.rightEnd(), counts(left, kinds), rightChanged);
    this.left = numbers(left, leftLines);
    this.right = numbers(right, rightLines);
  }

  /** Where the kept lines of the left side are. */
  int[] leftLines() {
    return leftLines;
  }

  int[] rightLines() {
    return rightLines;
  }

  /** The kept lines of the left side, equal ones by the same number. */
  int[] left() {
    return left;
  }

  int[] right() {
    return right;
  }

  private static int[] counts(int[] numbers, int kinds) {
    int[] counts = new int[kinds];
    for (int number : numbers) {
      counts[number]++;
    }
    return counts;
  }

  private static int[] numbers(int[] numbers, int[] lines) {
    int[] kept = new int[lines.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = numbers[lines[i]];
    }
    return kept;
  }

  private static int[] kept(
      int[] numbers, int start, int end, int[] otherCounts, boolean[] changed) {
    int frequent = Math.min(MAX_OCCURRENCES, roughRoot(numbers.length));
    byte[] matches = new byte[end - start];
    for (int i = 0; i < matches.length; i++) {
      int count = otherCounts[numbers[start + i]];
      matches[i] = count == 0 ? MATCHLESS : count >= frequent ? FREQUENT : MATCHED;
    }
    int[] kept = new int[matches.length];
    int size = 0;
    for (int i = 0; i < matches.length; i++) {
      if (matches[i] == MATCHED || (matches[i] == FREQUENT && !isAmongMatchless(matches, i))) {
        kept[size++] = start + i;
      } else {
        changed[start + i] = true;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  /** Whether a frequent line stands between lines that are mostly matched nowhere. */
  private static boolean isAmongMatchless(byte[] matches, int at) {
    int before = 0;
    int i = at - 1;
    for (; i >= Math.max(0, at - WINDOW) && matches[i] != MATCHED; i--) {
      before += matches[i] == MATCHLESS ? 1 : 0;
    }
    if (before == 0) {
      return false;
    }
    int after = 0;
    int j = at + 1;
    for (; j <= Math.min(matches.length - 1, at + WINDOW) && matches[j] != MATCHED; j++) {
      after += matches[j] == MATCHLESS ? 1 : 0;
    }
    int matchless = before + after;
    int lines = j - i - 1;
    // The line itself is counted once on either side, as git does it.
    int frequent = lines + 1 - matchless;
    return after > 0 && MIN_LINES_TO_A_FREQUENT_ONE * frequent < frequent + matchless;
  }

  /** The power of two that is nearest above the square root, more or less. */
  static int roughRoot(int number) {
    int root = 1;
    for (int rest = number; rest > 0; rest >>= 2) {
      root <<= 1;
    }
    return root;
  }
}
