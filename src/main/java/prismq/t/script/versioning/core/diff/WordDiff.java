package prismq.t.script.versioning.core.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Words;

/**
 * What changed from one passage to another, by word. White space is compared with the word it
 * stands before, so that no alignment hangs on it. Small unchanged stretches between larger changes
 * count as changed, so that a rewritten sentence reads as one replacement.
 */
final class WordDiff {
  /** Longer passages are aligned at their rare words first, which is faster and hardly coarser. */
  private static final int MAX_TOKENS_WITHOUT_ANCHORS = 4_000;

  /** Number of bytes that UTF-8 takes for a character at most. */
  private static final int MAX_CHARACTER_LENGTH = 4;

  /** Stands for what is not UTF-8. */
  private static final int REPLACEMENT = 0xFFFD;

  private final String fromText;
  private final String toText;
  private final Tokens from;
  private final Tokens to;
  private final List<Edit> exactEdits = new ArrayList<>();
  private boolean coarse;

  private WordDiff(String fromText, Tokens from, String toText, Tokens to) {
    this.fromText = fromText;
    this.toText = toText;
    this.from = from;
    this.to = to;
  }

  /**
   * Compares two passages.
   *
   * @param fromText the exact text that the first passage is a part of
   * @param steps about how many comparisons are allowed; where they do not suffice, more words than
   *     need be count as changed
   */
  static WordDiff of(String fromText, Tokens from, String toText, Tokens to, long steps) {
    WordDiff diff = new WordDiff(fromText, from, toText, to);
    Interner interner = new Interner(from.texts(), to.texts());
    int[] left = interner.ofFrom(0, from.size());
    int[] right = interner.ofTo(0, to.size());
    Alignment alignment =
        left.length + right.length > MAX_TOKENS_WITHOUT_ANCHORS
            ? SequenceDiff.diff(left, right, interner.kinds(), steps)
            : SequenceDiff.shortest(left, right, interner.kinds(), steps);
    diff.coarse = alignment.coarse();
    diff.place(diff.slid(diff.joined(alignment.edits()), left, right));
    return diff;
  }

  /** The ranges that differ, in positions of both exact texts. */
  List<Edit> exactEdits() {
    return exactEdits;
  }

  /** Whether the steps did not suffice. */
  boolean coarse() {
    return coarse;
  }

  /** Joins edits over an unchanged stretch that is shorter than the changes on both its sides. */
  private List<Edit> joined(List<Edit> edits) {
    List<Edit> joined = new ArrayList<>();
    for (Edit edit : edits) {
      Edit next = edit;
      while (!joined.isEmpty()) {
        Edit before = joined.get(joined.size() - 1);
        if (!isSmall(before, next)) {
          break;
        }
        joined.remove(joined.size() - 1);
        next = new Edit(before.fromStart(), next.fromEnd(), before.toStart(), next.toEnd());
      }
      joined.add(next);
    }
    return joined;
  }

  private boolean isSmall(Edit before, Edit next) {
    int words = 0;
    for (int token = before.fromEnd(); token < next.fromStart(); token++) {
      words += from.isWord(token) ? 1 : 0;
    }
    return words == 0
        ? isReplacement(before) && isReplacement(next) && next.fromStart() - before.fromEnd() == 1
        : hasWords(before, words * 2) && hasWords(next, words * 2);
  }

  private static boolean isReplacement(Edit edit) {
    return edit.deleted() > 0 && edit.inserted() > 0;
  }

  /** Whether an edit has a number of words; no more are counted, because it may be long. */
  private boolean hasWords(Edit edit, int least) {
    return hasWords(from, edit.fromStart(), edit.fromEnd(), least)
        || hasWords(to, edit.toStart(), edit.toEnd(), least);
  }

  private static boolean hasWords(Tokens tokens, int start, int end, int least) {
    int words = 0;
    for (int token = start; token < end && words < least; token++) {
      words += tokens.isWord(token) ? 1 : 0;
    }
    return words >= least;
  }

  /**
   * Moves what was only inserted or only deleted, and could stand at several places because it
   * repeats the words around it, to where a sentence starts or ends.
   */
  private List<Edit> slid(List<Edit> edits, int[] left, int[] right) {
    List<Edit> slid = new ArrayList<>(edits);
    for (int i = 0; i < slid.size(); i++) {
      Edit edit = slid.get(i);
      // A token stays unchanged between two edits, or they would be one.
      int up = i == 0 ? edit.fromStart() : edit.fromStart() - slid.get(i - 1).fromEnd() - 1;
      int down =
          i + 1 == slid.size()
              ? from.size() - edit.fromEnd()
              : slid.get(i + 1).fromStart() - edit.fromEnd() - 1;
      if (edit.deleted() == 0) {
        slid.set(i, edit.shifted(best(to, right, edit.toStart(), edit.toEnd(), up, down)));
      } else if (edit.inserted() == 0) {
        slid.set(i, edit.shifted(best(from, left, edit.fromStart(), edit.fromEnd(), up, down)));
      }
    }
    return slid;
  }

  private static int best(Tokens tokens, int[] numbers, int start, int end, int up, int down) {
    int highest = 0;
    while (highest < up && numbers[start - highest - 1] == numbers[end - highest - 1]) {
      highest++;
    }
    int lowest = 0;
    while (lowest < down && numbers[start + lowest] == numbers[end + lowest]) {
      lowest++;
    }
    int best = lowest;
    for (int by = lowest; by >= -highest; by--) {
      if (fit(tokens, start + by, end + by) > fit(tokens, start + best, end + best)) {
        best = by;
      }
    }
    return best;
  }

  /** How well a stretch can be taken out: 2 for whole sentences, 1 for what starts at a sign. */
  private static int fit(Tokens tokens, int start, int end) {
    boolean starts = start == 0 || tokens.endsSentence(start - 1);
    if (starts && tokens.endsSentence(end - 1)) {
      return 2;
    }
    return starts || !tokens.isWord(start) ? 1 : 0;
  }

  /** Finds the exact texts between unchanged tokens, and of each what differs. */
  private void place(List<Edit> edits) {
    int fromToken = 0;
    int toToken = 0;
    for (Edit edit : edits) {
      for (; fromToken < edit.fromStart(); fromToken++, toToken++) {
        compareBetween(fromToken, fromToken, toToken, toToken);
      }
      compareBetween(edit.fromStart(), edit.fromEnd(), edit.toStart(), edit.toEnd());
      fromToken = edit.fromEnd() + 1;
      toToken = edit.toEnd() + 1;
    }
    for (; fromToken <= from.size(); fromToken++, toToken++) {
      compareBetween(fromToken, fromToken, toToken, toToken);
    }
  }

  /** Compares what stands between the tokens before and those after the given ones. */
  private void compareBetween(int fromFirst, int fromLast, int toFirst, int toLast) {
    int fromStart = from.end(fromFirst - 1);
    int fromEnd = from.start(fromLast);
    int toStart = to.end(toFirst - 1);
    int toEnd = to.start(toLast);
    if (fromEnd - fromStart == toEnd - toStart
        && fromText.regionMatches(fromStart, toText, toStart, toEnd - toStart)) {
      return;
    }
    int same = sameSpaces(fromStart, fromEnd, toStart, toEnd);
    fromStart += same;
    toStart += same;
    same = sameSpacesBefore(fromStart, fromEnd, toStart, toEnd);
    fromEnd -= same;
    toEnd -= same;
    if (fromStart < fromEnd || toStart < toEnd) {
      exactEdits.add(new Edit(fromStart, fromEnd, toStart, toEnd));
    }
  }

  /** Number of spaces that both start with; a line ending counts as a whole or not at all. */
  private int sameSpaces(int fromStart, int fromEnd, int toStart, int toEnd) {
    int same = 0;
    int most = Math.min(fromEnd - fromStart, toEnd - toStart);
    while (same < most
        && Paragraphs.isSpace(fromText.charAt(fromStart + same))
        && fromText.charAt(fromStart + same) == toText.charAt(toStart + same)) {
      same++;
    }
    boolean cutsAnother =
        !isPlainAt(fromText, fromStart + same) || !isPlainAt(toText, toStart + same);
    boolean cutsEnding =
        same > 0
            && fromText.charAt(fromStart + same - 1) == '\r'
            && (isAt(fromText, fromStart + same, '\n') || isAt(toText, toStart + same, '\n'));
    return same > 0 && (cutsAnother || cutsEnding) ? same - 1 : same;
  }

  /** Number of spaces that both end with; a line ending counts as a whole or not at all. */
  private int sameSpacesBefore(int fromStart, int fromEnd, int toStart, int toEnd) {
    int most = Math.min(fromEnd - fromStart, toEnd - toStart);
    int same = 0;
    while (same < most && sameSpaceBefore(fromEnd - same, toEnd - same)) {
      boolean isCarriageReturn = isAt(fromText, fromEnd - same - 2, '\r');
      boolean isAlsoOne = isAt(toText, toEnd - same - 2, '\r');
      boolean isEnding = fromText.charAt(fromEnd - same - 1) == '\n';
      if (isEnding && isCarriageReturn != isAlsoOne) {
        break;
      }
      int length = isEnding && isCarriageReturn ? 2 : 1;
      if (same + length > most) {
        break;
      }
      same += length;
    }
    return same;
  }

  private boolean sameSpaceBefore(int fromEnd, int toEnd) {
    char space = fromText.charAt(fromEnd - 1);
    return Paragraphs.isSpace(space)
        && space == toText.charAt(toEnd - 1)
        && isPlainAt(fromText, fromEnd)
        && isPlainAt(toText, toEnd);
  }

  /** Whether no sign stands here that could be combined with a space before it. */
  private static boolean isPlainAt(String text, int at) {
    if (at >= text.length() || text.charAt(at) < 128) {
      return true;
    }
    byte[] exact =
        text.substring(at, Math.min(at + MAX_CHARACTER_LENGTH, text.length()))
            .getBytes(StandardCharsets.ISO_8859_1);
    int codePoint = new String(exact, StandardCharsets.UTF_8).codePointAt(0);
    return codePoint != REPLACEMENT && !Words.isMark(codePoint);
  }

  private static boolean isAt(String text, int at, char wanted) {
    return at >= 0 && at < text.length() && text.charAt(at) == wanted;
  }
}
