package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import prismq.t.script.versioning.core.align.Interner;
import prismq.t.script.versioning.core.align.TextAlignment;
import prismq.t.script.versioning.core.align.TokenCutter;
import prismq.t.script.versioning.core.align.TokenNumbers;
import prismq.t.script.versioning.core.align.TokenSequence;
import prismq.t.script.versioning.core.text.Paragraphs;

/**
 * Finds, in long texts, paragraphs that surely stayed as they were, so that only what is between
 * them is read word by word: those whose neighbours stayed too.
 */
final class ParagraphAnchors {
  /** Both texts together; shorter ones are read whole, which marks a little less. */
  private static final int MIN_LENGTH = 20_000;

  /** Below this length, in bytes, anchors are used only where they hold most of the text. */
  private static final int MIN_LENGTH_OF_ANY = 200_000;

  private static final double MOST = 0.7;

  /** More words and paragraphs of both texts than these do not fit into a small memory. */
  private static final int MAX_WORDS = 2_100_000;

  /** In bytes; less is found everywhere. */
  private static final int MIN_MOVED = 30;

  /** Enough for two texts of 100,000 lines; about a tenth of a second. */
  private static final long STEPS = 12_000_000;

  private final Side from;
  private final Side to;

  /** Where anchored paragraphs of the left side are on the right one, −1 where they are none. */
  private final int[] partners;

  /** Where paragraphs that moved as they were are on the right side, −1 where they did not. */
  private final int[] movedTo;

  private ParagraphAnchors(Side from, Side to) {
    this.from = from;
    this.to = to;
    this.partners = new int[from.size()];
    Arrays.fill(partners, -1);
    this.movedTo = partners.clone();
  }

  static ParagraphAnchors of(Side from, Side to) {
    ParagraphAnchors anchors = new ParagraphAnchors(from, to);
    long length = (long) from.length() + to.length();
    if (length > MIN_LENGTH) {
      anchors.find();
    }
    boolean isOfUse = length > MIN_LENGTH_OF_ANY || anchors.heldBytes() >= MOST * from.length();
    return isOfUse ? anchors : new ParagraphAnchors(from, to);
  }

  private long heldBytes() {
    long held = 0;
    for (int i = 0; i < partners.length; i++) {
      held += partners[i] < 0 ? 0 : from.end(i) - from.start(i);
    }
    return held;
  }

  /** The paragraph on the right side that an anchored one is, −1 where it is none. */
  int of(int paragraph) {
    return partners[paragraph];
  }

  /** Where a paragraph moved to that is as it was, −1 where it did not move. */
  int movedTo(int paragraph) {
    return movedTo[paragraph];
  }

  /** Aligns what is between the anchors and did not move as it was. */
  TextAlignment align() {
    if (words() > MAX_WORDS) {
      return TextAlignment.tooLong();
    }
    TokenNumbers numbers = new TokenNumbers();
    TokenCutter left = new TokenCutter(from.text(), numbers);
    TokenCutter right = new TokenCutter(to.text(), numbers);
    for (int i = 0; i < from.size(); i++) {
      if (isOpen(i)) {
        left.add(i, from.start(i), from.end(i));
      }
    }
    boolean[] isSettled = settledOnTheRight();
    for (int j = 0; j < isSettled.length; j++) {
      if (!isSettled[j]) {
        right.add(j, to.start(j), to.end(j));
      }
    }
    TokenSequence leftTokens = left.tokens();
    TokenSequence rightTokens = right.tokens();
    return TextAlignment.of(leftTokens, rightTokens, numbers, ranges(leftTokens, rightTokens));
  }

  /** Number of words between the anchors, about. */
  private long words() {
    long length = (long) from.length() + to.length();
    if (length <= MAX_WORDS) {
      return 0;
    }
    long words = 0;
    for (int i = 0; i < from.size(); i++) {
      words += isOpen(i) ? words(from, i) : 0;
    }
    boolean[] isSettled = settledOnTheRight();
    for (int j = 0; j < isSettled.length; j++) {
      words += isSettled[j] ? 0 : words(to, j);
    }
    return words;
  }

  /** Whether it is not yet known what became of a paragraph. */
  private boolean isOpen(int paragraph) {
    return partners[paragraph] < 0 && movedTo[paragraph] < 0;
  }

  private boolean[] settledOnTheRight() {
    boolean[] isSettled = new boolean[to.size()];
    for (int i = 0; i < partners.length; i++) {
      if (!isOpen(i)) {
        isSettled[Math.max(partners[i], movedTo[i])] = true;
      }
    }
    return isSettled;
  }

  private static int words(Side side, int paragraph) {
    int words = 1;
    boolean isSpace = true;
    for (int at = side.start(paragraph); at < side.end(paragraph); at++) {
      boolean wasSpace = isSpace;
      isSpace = Paragraphs.isSpace(side.text().charAt(at));
      words += wasSpace && !isSpace ? 1 : 0;
    }
    return words;
  }

  private List<TextAlignment.TokenRanges> ranges(TokenSequence left, TokenSequence right) {
    List<TextAlignment.TokenRanges> ranges = new ArrayList<>();
    int leftAt = 0;
    int rightAt = 0;
    for (int i = 0; i <= partners.length; i++) {
      boolean isEnd = i == partners.length;
      if (!isEnd && partners[i] < 0) {
        continue;
      }
      int leftEnd = isEnd ? left.size() : left.firstOf(i);
      int rightEnd = isEnd ? right.size() : right.firstOf(partners[i]);
      ranges.add(new TextAlignment.TokenRanges(leftAt, leftEnd, rightAt, rightEnd));
      leftAt = leftEnd;
      rightAt = rightEnd;
    }
    return ranges;
  }

  private void find() {
    Interner interner = new Interner(from.paragraphs(), to.paragraphs());
    int[] left = interner.ofFrom(0, from.size());
    int[] right = interner.ofTo(0, to.size());
    Alignment alignment = Alignment.of(left, right, interner.kinds(), STEPS);
    BitSet fromGone = new BitSet();
    BitSet toNew = new BitSet();
    int i = 0;
    int j = 0;
    for (Edit edit : alignment.edits()) {
      addInner(i, edit.fromStart(), j);
      i = edit.fromEnd();
      j = edit.toEnd();
      fromGone.set(edit.fromStart(), edit.fromEnd());
      toNew.set(edit.toStart(), edit.toEnd());
    }
    addInner(i, from.size(), j);
    findMoved(left, fromGone, right, toNew, interner.kinds());
  }

  /** Runs of equal paragraphs around one that was removed once and added once. */
  private void findMoved(int[] left, BitSet fromGone, int[] right, BitSet toNew, int kinds) {
    int[] removed = places(left, fromGone, kinds);
    int[] added = places(right, toNew, kinds);
    for (int i = fromGone.nextSetBit(0); i >= 0; i = fromGone.nextSetBit(i + 1)) {
      int j = added[left[i]] - 1;
      if (removed[left[i]] - 1 != i || j < 0 || !isLong(i)) {
        continue;
      }
      int shift = j - i;
      int start = i;
      while (start > 0
          && start + shift > 0
          && isSame(left, fromGone, start - 1, right, toNew, start - 1 + shift)) {
        start--;
      }
      for (int k = start; isSame(left, fromGone, k, right, toNew, k + shift); k++) {
        movedTo[k] = k + shift;
        fromGone.clear(k);
        toNew.clear(k + shift);
      }
    }
  }

  private static boolean isSame(
      int[] left, BitSet fromGone, int i, int[] right, BitSet toNew, int j) {
    return fromGone.get(i) && toNew.get(j) && left[i] == right[j];
  }

  private boolean isLong(int paragraph) {
    return from.end(paragraph) - from.start(paragraph) >= MIN_MOVED;
  }

  /** Where each kind of paragraph is, from 1; 0 where nowhere, −1 where at several places. */
  private static int[] places(int[] numbers, BitSet among, int kinds) {
    int[] places = new int[kinds];
    for (int i = among.nextSetBit(0); i >= 0; i = among.nextSetBit(i + 1)) {
      places[numbers[i]] = places[numbers[i]] == 0 ? i + 1 : -1;
    }
    return places;
  }

  /** Adds a run of paragraphs without its first and last, unless the text starts or ends there. */
  private void addInner(int start, int end, int toStart) {
    boolean isAtStart = start == 0 && toStart == 0;
    boolean isAtEnd = end == from.size() && toStart + end - start == to.size();
    for (int i = isAtStart ? start : start + 1; i < (isAtEnd ? end : end - 1); i++) {
      partners[i] = toStart + i - start;
    }
  }
}
