package prismq.t.script.versioning.core.diff;

import java.util.Arrays;
import java.util.List;

/**
 * Finds which paragraphs of both sides belong together: first those that are the same but for white
 * space, then, in the gaps, those that are alike, then, among what is left, those that moved.
 */
final class ParagraphMatcher {
  /** A shorter paragraph, such as “(beat)”, stands at too many places to hold others together. */
  private static final int MIN_ANCHOR = 12;

  /** Enough for two texts of 100,000 lines; about a tenth of a second. */
  private static final long ALIGNMENT_STEPS = 12_000_000;

  private static final long PAIRING_STEPS = 15_000_000;

  private final Side from;
  private final Side to;
  private final int[] fromNumbers;
  private final int[] toNumbers;
  private final int[] partners;
  private final List<Pair> pairs = new PairList();
  private final int kinds;

  private ParagraphMatcher(Side from, Side to) {
    this.from = from;
    this.to = to;
    Interner interner = new Interner(from.keys(), to.keys());
    this.fromNumbers = interner.ofFrom(0, from.size());
    this.toNumbers = interner.ofTo(0, to.size());
    this.partners = new int[from.size()];
    Arrays.fill(partners, -1);
    this.kinds = interner.kinds();
  }

  static Matching match(Side from, Side to) {
    return new ParagraphMatcher(from, to).matching();
  }

  private Matching matching() {
    boolean coarselyAligned = alignSame();
    WorkBudget budget = new WorkBudget(PAIRING_STEPS);
    pairGaps(new Pairing(from, fromNumbers, to, toNumbers, budget));
    new ParagraphSlider(from, fromNumbers, to, toNumbers, pairs).slide();
    List<Pair> moves =
        new MoveSearch(from, fromNumbers, to, toNumbers, kinds, pairs, budget).moves();
    return new Matching(pairs, moves, coarselyAligned || budget.refused());
  }

  private boolean alignSame() {
    boolean all = !holdTheText(from) || !holdTheText(to);
    int[] fromAnchors = anchors(from, all);
    int[] toAnchors = anchors(to, all);
    Alignment alignment =
        SequenceDiff.diff(
            numbersOf(fromAnchors, fromNumbers),
            numbersOf(toAnchors, toNumbers),
            kinds,
            ALIGNMENT_STEPS);
    int i = 0;
    int j = 0;
    for (Edit edit : alignment.edits()) {
      while (i < edit.fromStart()) {
        partners[fromAnchors[i++]] = toAnchors[j++];
      }
      i = edit.fromEnd();
      j = edit.toEnd();
    }
    while (i < fromAnchors.length) {
      partners[fromAnchors[i++]] = toAnchors[j++];
    }
    return alignment.coarse();
  }

  /** Whether the paragraphs that may be anchors make at least half of a text. */
  private static boolean holdTheText(Side side) {
    long inAnchors = 0;
    for (int i = 0; i < side.size(); i++) {
      inAnchors += side.keyLength(i) >= MIN_ANCHOR ? side.keyLength(i) : 0;
    }
    return 2 * inAnchors >= side.keys().text().length();
  }

  private static int[] anchors(Side side, boolean all) {
    int[] anchors = new int[side.size()];
    int size = 0;
    for (int i = 0; i < side.size(); i++) {
      if (all ? side.keyLength(i) > 0 : side.keyLength(i) >= MIN_ANCHOR) {
        anchors[size++] = i;
      }
    }
    return size == anchors.length ? anchors : Arrays.copyOf(anchors, size);
  }

  private static int[] numbersOf(int[] paragraphs, int[] numbers) {
    if (paragraphs.length == numbers.length) {
      return numbers;
    }
    int[] of = new int[paragraphs.length];
    for (int i = 0; i < of.length; i++) {
      of[i] = numbers[paragraphs[i]];
    }
    return of;
  }

  /** Goes through the gaps between paragraphs that are the same. */
  private void pairGaps(Pairing pairing) {
    int i = 0;
    int j = 0;
    while (i < from.size() || j < to.size()) {
      int fromEnd = i;
      while (fromEnd < from.size() && partners[fromEnd] < 0) {
        fromEnd++;
      }
      int toEnd = fromEnd < from.size() ? partners[fromEnd] : to.size();
      pairGap(pairing, i, fromEnd, j, toEnd);
      if (fromEnd < from.size()) {
        addSame(fromEnd++, toEnd++);
      }
      i = fromEnd;
      j = toEnd;
    }
  }

  /** Pairs what is the same at both ends of a gap, and what is alike between. */
  private void pairGap(Pairing pairing, int gapFrom, int gapFromEnd, int gapTo, int gapToEnd) {
    int fromStart = gapFrom;
    int toStart = gapTo;
    while (fromStart < gapFromEnd
        && toStart < gapToEnd
        && fromNumbers[fromStart] == toNumbers[toStart]) {
      addSame(fromStart++, toStart++);
    }
    int fromEnd = gapFromEnd;
    int toEnd = gapToEnd;
    while (fromEnd > fromStart
        && toEnd > toStart
        && fromNumbers[fromEnd - 1] == toNumbers[toEnd - 1]) {
      fromEnd--;
      toEnd--;
    }
    pairs.addAll(pairing.pairs(fromStart, fromEnd, toStart, toEnd));
    while (fromEnd < gapFromEnd) {
      addSame(fromEnd++, toEnd++);
    }
  }

  private void addSame(int i, int j) {
    pairs.add(new Pair(i, i + 1, j, j + 1));
  }
}
