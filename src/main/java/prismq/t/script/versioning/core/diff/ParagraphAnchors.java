package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import prismq.t.script.versioning.core.align.Interner;
import prismq.t.script.versioning.core.align.TextAlignment;
import prismq.t.script.versioning.core.align.TokenCutter;
import prismq.t.script.versioning.core.align.TokenSequence;

/**
 * Finds, in long texts, paragraphs that surely stayed as they were, so that only what is between
 * them is read word by word: those whose neighbours stayed too.
 */
final class ParagraphAnchors {
  /** Both texts together; shorter ones are read whole, which marks a little less. */
  private static final int MIN_LENGTH = 200_000;

  /** Enough for two texts of 100,000 lines; about a tenth of a second. */
  private static final long STEPS = 12_000_000;

  private final Side from;
  private final Side to;

  /** Where anchored paragraphs of the left side are on the right one, −1 where they are none. */
  private final int[] partners;

  private ParagraphAnchors(Side from, Side to) {
    this.from = from;
    this.to = to;
    this.partners = new int[from.size()];
    Arrays.fill(partners, -1);
  }

  static ParagraphAnchors of(Side from, Side to) {
    ParagraphAnchors anchors = new ParagraphAnchors(from, to);
    if ((long) from.length() + to.length() > MIN_LENGTH) {
      anchors.find();
    }
    return anchors;
  }

  /** The paragraph on the right side that an anchored one is, −1 where it is none. */
  int of(int paragraph) {
    return partners[paragraph];
  }

  /** Aligns what is between the anchors. */
  TextAlignment align() {
    TokenCutter left = new TokenCutter(from.text());
    TokenCutter right = new TokenCutter(to.text());
    boolean[] isAnchor = new boolean[to.size()];
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] < 0) {
        left.add(i, from.start(i), from.end(i));
      } else {
        isAnchor[partners[i]] = true;
      }
    }
    for (int j = 0; j < isAnchor.length; j++) {
      if (!isAnchor[j]) {
        right.add(j, to.start(j), to.end(j));
      }
    }
    TokenSequence leftTokens = left.tokens();
    TokenSequence rightTokens = right.tokens();
    return TextAlignment.of(leftTokens, rightTokens, ranges(leftTokens, rightTokens));
  }

  private List<TextAlignment.Range> ranges(TokenSequence left, TokenSequence right) {
    List<TextAlignment.Range> ranges = new ArrayList<>();
    int leftAt = 0;
    int rightAt = 0;
    for (int i = 0; i <= partners.length; i++) {
      boolean isEnd = i == partners.length;
      if (!isEnd && partners[i] < 0) {
        continue;
      }
      int leftEnd = isEnd ? left.size() : left.firstOf(i);
      int rightEnd = isEnd ? right.size() : right.firstOf(partners[i]);
      if (leftEnd > leftAt || rightEnd > rightAt) {
        ranges.add(new TextAlignment.Range(leftAt, leftEnd, rightAt, rightEnd));
      }
      leftAt = leftEnd;
      rightAt = rightEnd;
    }
    return ranges;
  }

  private void find() {
    Interner interner = new Interner(from.paragraphs(), to.paragraphs());
    int[] left = interner.ofFrom(0, from.size());
    int[] right = interner.ofTo(0, to.size());
    Alignment alignment = SequenceDiff.diff(left, right, interner.kinds(), STEPS);
    int i = 0;
    int j = 0;
    for (Edit edit : alignment.edits()) {
      addInner(i, edit.fromStart(), j);
      i = edit.fromEnd();
      j = edit.toEnd();
    }
    addInner(i, from.size(), j);
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
