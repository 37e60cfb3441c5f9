package prismq.t.script.versioning.core.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the sentences of a window that belong together, in the order that keeps most of them: one
 * with one, one with two, two with one. A sentence with less than two fifths in common with another
 * (Dice's coefficient) is not the same one.
 */
final class SentenceAlignment {
  private static final double ALIKE = 0.4;
  private static final int MAX_PAIRS = 4_000;

  private final SequencePair pair;
  private final Window window;
  private final int[] left;
  private final int[] right;

  SentenceAlignment(SequencePair pair, Window window) {
    this.pair = pair;
    this.window = window;
    this.left = ends(pair.left(), window.aStart(), window.aEnd());
    this.right = ends(pair.right(), window.bStart(), window.bEnd());
  }

  /** Whether there is more than one sentence on a side, and not too many. */
  boolean isWorthwhile() {
    return left.length > 0
        && right.length > 0
        && left.length + right.length > 2
        && (long) left.length * right.length <= MAX_PAIRS;
  }

  /** Number of pairs that are looked at, weighed by their lengths. */
  long steps() {
    return (long) window.rows() * right.length + (long) window.columns() * left.length;
  }

  private static int[] ends(TokenSequence tokens, int start, int end) {
    int[] ends = new int[end - start];
    int size = 0;
    boolean isOpen = false;
    for (int token = start; token < end; token++) {
      if (tokens.isBreak(token)) {
        if (isOpen) {
          ends[size++] = token;
        }
        isOpen = false;
        continue;
      }
      isOpen = true;
      boolean isLast = token + 1 == end;
      if (isLast || (tokens.endsSentence(token) && tokens.isAfterSpace(token + 1))) {
        ends[size++] = token + 1;
        isOpen = false;
      }
    }
    return Arrays.copyOf(ends, size);
  }

  /** The windows of sentences that belong together. */
  List<Window> pairs() {
    int rows = left.length;
    int columns = right.length;
    double[][] best = new double[rows + 1][columns + 1];
    byte[][] ways = new byte[rows + 1][columns + 1];
    List<Map<Integer, Integer>> leftBags = bags(pair.left(), pair.a(), left, window.aStart());
    List<Map<Integer, Integer>> rightBags = bags(pair.right(), pair.b(), right, window.bStart());
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        best[i][j] = Math.max(best[i + 1][j], best[i][j + 1]);
        ways[i][j] = (byte) (best[i + 1][j] >= best[i][j + 1] ? 1 : 2);
        consider(best, ways, i, j, 1, 1, gain(leftBags, i, i + 1, rightBags, j, j + 1));
        if (j + 2 <= columns) {
          consider(best, ways, i, j, 1, 2, gain(leftBags, i, i + 1, rightBags, j, j + 2));
        }
        if (i + 2 <= rows) {
          consider(best, ways, i, j, 2, 1, gain(leftBags, i, i + 2, rightBags, j, j + 1));
        }
      }
    }
    return traced(ways);
  }

  private static void consider(
      double[][] best, byte[][] ways, int i, int j, int rows, int columns, double gain) {
    if (gain > 0 && gain + best[i + rows][j + columns] > best[i][j]) {
      best[i][j] = gain + best[i + rows][j + columns];
      ways[i][j] = (byte) (rows == 2 ? 5 : columns == 2 ? 4 : 3);
    }
  }

  private List<Window> traced(byte[][] ways) {
    List<Window> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      int way = ways[i][j];
      int rows = way == 1 ? 1 : way == 2 ? 0 : way == 5 ? 2 : 1;
      int columns = way == 1 ? 0 : way == 2 ? 1 : way == 4 ? 2 : 1;
      if (way >= 3) {
        pairs.add(
            new Window(
                i == 0 ? window.aStart() : left[i - 1],
                left[i + rows - 1],
                j == 0 ? window.bStart() : right[j - 1],
                right[j + columns - 1]));
      }
      i += rows;
      j += columns;
    }
    return pairs;
  }

  private static List<Map<Integer, Integer>> bags(
      TokenSequence tokens, int[] numbers, int[] ends, int start) {
    List<Map<Integer, Integer>> bags = new ArrayList<>();
    int at = start;
    for (int end : ends) {
      Map<Integer, Integer> bag = new HashMap<>();
      for (; at < end; at++) {
        if (tokens.isWord(at)) {
          bag.merge(numbers[at], 1, Integer::sum);
        }
      }
      bags.add(bag);
    }
    return bags;
  }

  /** Number of words in common; 0 where they are too few. */
  private static double gain(
      List<Map<Integer, Integer>> leftBags,
      int leftStart,
      int leftEnd,
      List<Map<Integer, Integer>> rightBags,
      int rightStart,
      int rightEnd) {
    Map<Integer, Integer> one = joined(leftBags, leftStart, leftEnd);
    Map<Integer, Integer> other = joined(rightBags, rightStart, rightEnd);
    int common = 0;
    int all = 0;
    for (Map.Entry<Integer, Integer> word : one.entrySet()) {
      all += word.getValue();
      common += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
    }
    for (int count : other.values()) {
      all += count;
    }
    return all == 0 || 2.0 * common < ALIKE * all ? 0 : common + 2.0 * common / all;
  }

  private static Map<Integer, Integer> joined(
      List<Map<Integer, Integer>> bags, int start, int end) {
    if (end == start + 1) {
      return bags.get(start);
    }
    Map<Integer, Integer> joined = new HashMap<>(bags.get(start));
    bags.get(start + 1).forEach((word, count) -> joined.merge(word, count, Integer::sum));
    return joined;
  }
}
