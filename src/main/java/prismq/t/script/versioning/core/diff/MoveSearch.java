package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds paragraphs that were removed at one place and added at another, edited on the way or not.
 * Those that moved together are one move.
 */
final class MoveSearch {
  /** Letters in words that a move has at least; less is found everywhere. */
  private static final int MIN_LETTERS = 20;

  /** What was edited on the way has to be longer and still much alike. */
  private static final int MIN_LETTERS_EDITED = 40;

  private static final double ALIKE = 0.6;

  private static final int NOWHERE = -1;
  private static final int AT_SEVERAL_PLACES = -2;

  private final Side from;
  private final Side to;
  private final int[] fromNumbers;
  private final int[] toNumbers;
  private final int kinds;
  private final WorkBudget budget;
  private final BitSet fromMatched = new BitSet();
  private final BitSet toMatched = new BitSet();
  private final List<Pair> moves = new ArrayList<>();

  /**
   * @param kinds all numbers are from 0 to kinds − 1
   */
  MoveSearch(
      Side from,
      int[] fromNumbers,
      Side to,
      int[] toNumbers,
      int kinds,
      List<Pair> pairs,
      WorkBudget budget) {
    this.from = from;
    this.to = to;
    this.fromNumbers = fromNumbers;
    this.toNumbers = toNumbers;
    this.kinds = kinds;
    this.budget = budget;
    for (Pair pair : pairs) {
      fromMatched.set(pair.fromStart(), pair.fromEnd());
      toMatched.set(pair.toStart(), pair.toEnd());
    }
  }

  /** The moves in the order of the left side. */
  List<Pair> moves() {
    if (fromMatched.cardinality() == from.size() || toMatched.cardinality() == to.size()) {
      return moves;
    }
    int[] partners = new int[from.size()];
    Arrays.fill(partners, -1);
    findSame(partners);
    findAlike(partners);
    group(partners);
    return moves;
  }

  private static int[] free(BitSet matched, int size) {
    int[] free = new int[size - matched.cardinality()];
    int at = 0;
    for (int i = matched.nextClearBit(0); i < size; i = matched.nextClearBit(i + 1)) {
      free[at++] = i;
    }
    return free;
  }

  /** Runs of equal paragraphs around one that was added and removed exactly once. */
  private void findSame(int[] partners) {
    int[] removedOnce = placesOfSingles(fromMatched, fromNumbers);
    int[] addedOnce = placesOfSingles(toMatched, toNumbers);
    for (int i = fromMatched.nextClearBit(0);
        i < from.size();
        i = fromMatched.nextClearBit(i + 1)) {
      int j = addedOnce[fromNumbers[i]];
      if (removedOnce[fromNumbers[i]] != i || j < 0 || toMatched.get(j)) {
        continue;
      }
      int back = 0;
      while (isSameMove(i - back - 1, j - back - 1)) {
        back++;
      }
      int length = 1;
      while (isSameMove(i + length, j + length)) {
        length++;
      }
      if (hasLetters(i - back, i + length)) {
        for (int k = -back; k < length; k++) {
          take(i + k, j + k, partners);
        }
      }
    }
  }

  /** Where each kind of paragraph is; negative where it is nowhere or at several places. */
  private int[] placesOfSingles(BitSet matched, int[] numbers) {
    int[] places = new int[kinds];
    Arrays.fill(places, NOWHERE);
    for (int i = matched.nextClearBit(0); i < numbers.length; i = matched.nextClearBit(i + 1)) {
      int kind = numbers[i];
      places[kind] = places[kind] == NOWHERE ? i : AT_SEVERAL_PLACES;
    }
    return places;
  }

  private boolean isSameMove(int i, int j) {
    return i >= 0
        && j >= 0
        && i < from.size()
        && j < to.size()
        && !fromMatched.get(i)
        && !toMatched.get(j)
        && fromNumbers[i] == toNumbers[j];
  }

  /** Whether some paragraphs have enough letters; too few bytes decide it alone. */
  private boolean hasLetters(int start, int end) {
    int bytes = 0;
    for (int i = start; i < end; i++) {
      bytes += from.keyLength(i);
    }
    int letters = 0;
    for (int i = start; i < end && bytes >= MIN_LETTERS && letters < MIN_LETTERS; i++) {
      letters += from.tokens(i).weight();
    }
    return letters >= MIN_LETTERS;
  }

  private void take(int i, int j, int[] partners) {
    fromMatched.set(i);
    toMatched.set(j);
    partners[i] = j;
  }

  private void findAlike(int[] partners) {
    long removedCount = (long) from.size() - fromMatched.cardinality();
    long addedCount = (long) to.size() - toMatched.cardinality();
    long bytes = freeBytes(from, fromMatched) + freeBytes(to, toMatched);
    if (removedCount == 0
        || addedCount == 0
        || !budget.take(4 * bytes, removedCount + addedCount)) {
      return;
    }
    int[] removed = free(fromMatched, from.size());
    int[] added = free(toMatched, to.size());
    RareWords rareWords = new RareWords(to, added);
    for (int i : removed) {
      Tokens left = from.tokens(i);
      int j = left.weight() < MIN_LETTERS_EDITED ? -1 : rareWords.best(left, toMatched);
      if (j >= 0 && left.likeness(to.tokens(j)) >= ALIKE) {
        take(i, j, partners);
      }
    }
  }

  private static long freeBytes(Side side, BitSet matched) {
    long bytes = 0;
    for (int i = matched.nextClearBit(0); i < side.size(); i = matched.nextClearBit(i + 1)) {
      bytes += side.keyLength(i);
    }
    return bytes;
  }

  private void group(int[] partners) {
    int start = 0;
    while (start < partners.length) {
      int end = start + 1;
      if (partners[start] >= 0) {
        while (end < partners.length && partners[end] == partners[end - 1] + 1) {
          end++;
        }
        moves.add(new Pair(start, end, partners[start], partners[end - 1] + 1));
      }
      start = end;
    }
  }
}
