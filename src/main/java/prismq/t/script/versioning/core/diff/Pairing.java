package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds, in a gap between paragraphs that did not change, which ones are the same paragraphs
 * written anew: those whose words are alike, in the order that keeps most letters together (the
 * alignment of Needleman and Wunsch, 1970). A paragraph that was split or joined is found by the
 * words that its neighbour lacks.
 */
final class Pairing {
  /** Two paragraphs with less in common read better as one removed and one added. */
  private static final double ALIKE = 0.5;

  /** Where there is nothing else they could belong to, less will do. */
  private static final double ALIKE_ALONE = 0.25;

  /** Share of a paragraph's letters that another must have to be a part of it. */
  private static final double CONTAINED = 0.6;

  /** A shorter paragraph contains too little to tell. */
  private static final int MIN_PART = 12;

  private static final int MAX_CELLS = 1_000_000;

  private final Side from;
  private final Side to;
  private final int[] fromNumbers;
  private final int[] toNumbers;
  private final WorkBudget budget;
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * @param fromNumbers equal for paragraphs that differ in white space at most
   */
  Pairing(Side from, int[] fromNumbers, Side to, int[] toNumbers, WorkBudget budget) {
    this.from = from;
    this.to = to;
    this.fromNumbers = fromNumbers;
    this.toNumbers = toNumbers;
    this.budget = budget;
  }

  /** The pairs of a gap in their order; too few where the steps do not suffice. */
  List<Pair> pairs(int fromStart, int fromEnd, int toStart, int toEnd) {
    pairs.clear();
    align(fromStart, fromEnd, toStart, toEnd);
    return widened(fromStart, fromEnd, toStart, toEnd);
  }

  private void align(int fromStart, int fromEnd, int toStart, int toEnd) {
    int rows = fromEnd - fromStart;
    int columns = toEnd - toStart;
    if (rows == 0 || columns == 0) {
      return;
    }
    if (!budget.take(characters(fromStart, fromEnd, toStart, toEnd), (long) rows + columns)) {
      return;
    }
    long cells = (long) rows * columns;
    if (cells <= MAX_CELLS && budget.take(cells + bagSteps(fromStart, fromEnd, toStart, toEnd))) {
      alignAll(fromStart, fromEnd, toStart, toEnd);
    } else if (budget.take(4 * characters(fromStart, fromEnd, toStart, toEnd))) {
      alignAtRareWords(fromStart, fromEnd, toStart, toEnd);
    } else {
      alignByPlace(fromStart, fromEnd, toStart, toEnd);
    }
  }

  private long characters(int fromStart, int fromEnd, int toStart, int toEnd) {
    long left = (long) from.end(fromEnd - 1) - from.start(fromStart);
    return left + to.end(toEnd - 1) - to.start(toStart);
  }

  private long bagSteps(int fromStart, int fromEnd, int toStart, int toEnd) {
    long fromWords = 0;
    for (int i = fromStart; i < fromEnd; i++) {
      fromWords += from.tokens(i).size();
    }
    long toWords = 0;
    for (int j = toStart; j < toEnd; j++) {
      toWords += to.tokens(j).size();
    }
    return fromWords * (toEnd - toStart) + toWords * (fromEnd - fromStart);
  }

  private void alignAll(int fromStart, int fromEnd, int toStart, int toEnd) {
    int rows = fromEnd - fromStart;
    int columns = toEnd - toStart;
    double enough = rows == 1 && columns == 1 ? ALIKE_ALONE : ALIKE;
    float[][] gains = new float[rows][columns];
    float[][] best = new float[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        gains[i][j] = gain(fromStart + i, toStart + j, enough);
        best[i][j] =
            Math.max(
                Math.max(best[i + 1][j], best[i][j + 1]),
                gains[i][j] == 0 ? 0 : best[i + 1][j + 1] + gains[i][j]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (gains[i][j] > 0 && best[i][j] == best[i + 1][j + 1] + gains[i][j]) {
        add(fromStart + i++, toStart + j++);
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /** Number of letters that a pair keeps together; 0 where both are not alike enough. */
  private float gain(int i, int j, double enough) {
    if (fromNumbers[i] == toNumbers[j]) {
      return 1 + from.keyLength(i);
    }
    Tokens left = from.tokens(i);
    Tokens right = to.tokens(j);
    int both = left.weight() + right.weight();
    if (2.0 * Math.min(left.weight(), right.weight()) < enough * both) {
      return 0;
    }
    int common = left.common(right);
    return 2.0 * common < enough * both ? 0 : common;
  }

  private void add(int i, int j) {
    pairs.add(new Pair(i, i + 1, j, j + 1));
  }

  /** Takes pairs that share rare words as fixed, and aligns what is between them. */
  private void alignAtRareWords(int fromStart, int fromEnd, int toStart, int toEnd) {
    RareWords rareWords = new RareWords(to, IntStream.range(toStart, toEnd).toArray());
    List<int[]> likely = new ArrayList<>();
    BitSet none = new BitSet();
    for (int i = fromStart; i < fromEnd; i++) {
      int j = rareWords.best(from.tokens(i), none);
      if (j >= 0 && from.tokens(i).likeness(to.tokens(j)) >= ALIKE) {
        likely.add(new int[] {j, i});
      }
    }
    int i = fromStart;
    int j = toStart;
    for (int[] fixed : LongestIncreasing.of(likely)) {
      alignSmall(i, fixed[1], j, fixed[0]);
      add(fixed[1], fixed[0]);
      i = fixed[1] + 1;
      j = fixed[0] + 1;
    }
    alignSmall(i, fromEnd, j, toEnd);
  }

  private void alignSmall(int fromStart, int fromEnd, int toStart, int toEnd) {
    long cells = (long) (fromEnd - fromStart) * (toEnd - toStart);
    if (cells == 0) {
      return;
    }
    if (cells <= MAX_CELLS && budget.take(cells + bagSteps(fromStart, fromEnd, toStart, toEnd))) {
      alignAll(fromStart, fromEnd, toStart, toEnd);
    } else {
      alignByPlace(fromStart, fromEnd, toStart, toEnd);
    }
  }

  /**
   * Where none were added or removed, the n-th paragraph may still be the n-th one, edited a
   * little.
   */
  private void alignByPlace(int fromStart, int fromEnd, int toStart, int toEnd) {
    if (fromEnd - fromStart != toEnd - toStart
        || !budget.take(characters(fromStart, fromEnd, toStart, toEnd) / 2)) {
      return;
    }
    int shift = toStart - fromStart;
    for (int i = fromStart; i < fromEnd; i++) {
      if (from.tokens(i).likeness(to.tokens(i + shift)) >= ALIKE) {
        add(i, i + shift);
      }
    }
  }

  /** Adds to the pairs the neighbours that are parts of them. */
  private List<Pair> widened(int fromStart, int fromEnd, int toStart, int toEnd) {
    List<Pair> widened = new ArrayList<>();
    int fromFree = fromStart;
    int toFree = toStart;
    for (int k = 0; k < pairs.size(); k++) {
      Pair pair = pairs.get(k);
      int fromLimit = k + 1 < pairs.size() ? pairs.get(k + 1).fromStart() : fromEnd;
      int toLimit = k + 1 < pairs.size() ? pairs.get(k + 1).toStart() : toEnd;
      Pair wide = widenedRight(widenedLeft(pair, fromFree, toFree), fromLimit, toLimit);
      widened.add(wide);
      fromFree = wide.fromEnd();
      toFree = wide.toEnd();
    }
    return widened;
  }

  private Pair widenedLeft(Pair pair, int fromFree, int toFree) {
    Pair wide = pair;
    while (wide.toStart() > toFree
        && isSingle(wide.fromStart(), wide.fromEnd())
        && isPart(
            to, wide.toStart() - 1, from, wide.fromStart(), to, wide.toStart(), wide.toEnd())) {
      wide = new Pair(wide.fromStart(), wide.fromEnd(), wide.toStart() - 1, wide.toEnd());
    }
    while (wide.fromStart() > fromFree
        && isSingle(wide.toStart(), wide.toEnd())
        && isPart(
            from,
            wide.fromStart() - 1,
            to,
            wide.toStart(),
            from,
            wide.fromStart(),
            wide.fromEnd())) {
      wide = new Pair(wide.fromStart() - 1, wide.fromEnd(), wide.toStart(), wide.toEnd());
    }
    return wide;
  }

  private Pair widenedRight(Pair pair, int fromLimit, int toLimit) {
    Pair wide = pair;
    while (wide.toEnd() < toLimit
        && isSingle(wide.fromStart(), wide.fromEnd())
        && isPart(to, wide.toEnd(), from, wide.fromStart(), to, wide.toStart(), wide.toEnd())) {
      wide = new Pair(wide.fromStart(), wide.fromEnd(), wide.toStart(), wide.toEnd() + 1);
    }
    while (wide.fromEnd() < fromLimit
        && isSingle(wide.toStart(), wide.toEnd())
        && isPart(
            from, wide.fromEnd(), to, wide.toStart(), from, wide.fromStart(), wide.fromEnd())) {
      wide = new Pair(wide.fromStart(), wide.fromEnd() + 1, wide.toStart(), wide.toEnd());
    }
    return wide;
  }

  private static boolean isSingle(int start, int end) {
    return end == start + 1;
  }

  /**
   * Whether most words of a paragraph are in the whole one, beyond those that others have of it.
   */
  private boolean isPart(
      Side partSide, int part, Side wholeSide, int whole, Side otherSide, int start, int end) {
    Tokens tokens = partSide.tokens(part);
    if (tokens.weight() < MIN_PART) {
      return false;
    }
    Tokens all = wholeSide.tokens(whole);
    Tokens others = otherSide.tokens(start, end);
    if (!budget.take(all.size() + others.size() + tokens.size())) {
      return false;
    }
    int together = otherSide.tokens(Math.min(start, part), Math.max(end, part + 1)).common(all);
    return together - others.common(all) >= CONTAINED * tokens.weight();
  }
}
