package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds paragraphs that went at one place and came at another, edited on the way or not. Those that
 * moved together are one move.
 */
final class MoveSearch {
  /** Letters in words that a move has at least; less is found everywhere. */
  private static final int LEAST_LETTERS = 20;

  /** What was edited on the way has to be longer and still much alike. */
  private static final int LEAST_LETTERS_EDITED = 40;

  private static final double ALIKE = 0.6;

  private static final int NOWHERE = -1;
  private static final int AT_SEVERAL_PLACES = -2;

  private final Side from;
  private final Side to;
  private final int[] fromNumbers;
  private final int[] toNumbers;
  private final Steps steps;
  private final BitSet fromTaken = new BitSet();
  private final BitSet toTaken = new BitSet();
  private final List<Pair> moves = new ArrayList<>();

  MoveSearch(
      Side from, int[] fromNumbers, Side to, int[] toNumbers, List<Pair> pairs, Steps steps) {
    this.from = from;
    this.to = to;
    this.fromNumbers = fromNumbers;
    this.toNumbers = toNumbers;
    this.steps = steps;
    for (Pair pair : pairs) {
      fromTaken.set(pair.fromStart(), pair.fromEnd());
      toTaken.set(pair.toStart(), pair.toEnd());
    }
  }

  /** The moves in the order of the left side. */
  List<Pair> moves() {
    int[] gone = free(fromTaken, from.size());
    int[] come = free(toTaken, to.size());
    if (gone.length == 0 || come.length == 0) {
      return moves;
    }
    int[] partners = new int[from.size()];
    Arrays.fill(partners, -1);
    findSame(gone, come, partners);
    findAlike(free(fromTaken, from.size()), free(toTaken, to.size()), partners);
    group(gone, partners);
    return moves;
  }

  private static int[] free(BitSet taken, int size) {
    int[] free = new int[size - taken.cardinality()];
    int at = 0;
    for (int i = taken.nextClearBit(0); i < size; i = taken.nextClearBit(i + 1)) {
      free[at++] = i;
    }
    return free;
  }

  /** Runs of the same paragraphs, started at one that came and went once only. */
  private void findSame(int[] gone, int[] come, int[] partners) {
    int[] goneOnce = placesOfSingles(gone, fromNumbers);
    int[] comeOnce = placesOfSingles(come, toNumbers);
    for (int i : gone) {
      int j = comeOnce[fromNumbers[i]];
      if (goneOnce[fromNumbers[i]] != i || j < 0 || fromTaken.get(i) || toTaken.get(j)) {
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
      if (letters(i - back, i + length) >= LEAST_LETTERS) {
        for (int k = -back; k < length; k++) {
          take(i + k, j + k, partners);
        }
      }
    }
  }

  /** Where each kind of paragraph is; negative where it is nowhere or at several places. */
  private int[] placesOfSingles(int[] paragraphs, int[] numbers) {
    int mostKinds = from.size() + to.size();
    int[] places = new int[mostKinds];
    Arrays.fill(places, NOWHERE);
    for (int paragraph : paragraphs) {
      int kind = numbers[paragraph];
      places[kind] = places[kind] == NOWHERE ? paragraph : AT_SEVERAL_PLACES;
    }
    return places;
  }

  private boolean isSameMove(int i, int j) {
    return i >= 0
        && j >= 0
        && i < from.size()
        && j < to.size()
        && !fromTaken.get(i)
        && !toTaken.get(j)
        && fromNumbers[i] == toNumbers[j];
  }

  private int letters(int start, int end) {
    int letters = 0;
    for (int i = start; i < end; i++) {
      letters += from.tokens(i).weight();
    }
    return letters;
  }

  private void take(int i, int j, int[] partners) {
    fromTaken.set(i);
    toTaken.set(j);
    partners[i] = j;
  }

  private void findAlike(int[] gone, int[] come, int[] partners) {
    long bytes = 0;
    for (int i : gone) {
      bytes += from.keyLength(i);
    }
    for (int j : come) {
      bytes += to.keyLength(j);
    }
    if (gone.length == 0 || come.length == 0 || !steps.take(4 * bytes)) {
      return;
    }
    RareWords rareWords = new RareWords(to, come);
    for (int i : gone) {
      Tokens left = from.tokens(i);
      int j = left.weight() < LEAST_LETTERS_EDITED ? -1 : rareWords.best(left, toTaken);
      if (j >= 0 && left.likeness(to.tokens(j)) >= ALIKE) {
        take(i, j, partners);
      }
    }
  }

  private void group(int[] gone, int[] partners) {
    int at = 0;
    while (at < gone.length) {
      int start = gone[at++];
      if (partners[start] < 0) {
        continue;
      }
      int end = start + 1;
      while (at < gone.length && gone[at] == end && partners[end] == partners[end - 1] + 1) {
        end++;
        at++;
      }
      moves.add(new Pair(start, end, partners[start], partners[end - 1] + 1));
    }
  }
}
