package prismq.t.script.versioning.core.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import prismq.t.script.versioning.core.align.TextAlignment;
import prismq.t.script.versioning.core.align.TokenSequence;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Words;

/**
 * Finds what differs in a block, byte for byte, between the tokens that were kept. White space that
 * is the same on both sides is no part of a change.
 */
final class BlockWords {
  /** Number of bytes that UTF-8 takes for a character at most. */
  private static final int MAX_CHARACTER_LENGTH = 4;

  /** Stands for what is not UTF-8. */
  private static final int REPLACEMENT = 0xFFFD;

  private final String fromText;
  private final String toText;
  private final TextAlignment alignment;
  private final TokenSequence left;
  private final TokenSequence right;
  private final boolean isMove;
  private final List<WordEdit> edits = new ArrayList<>();
  private final Replacements replacements = new Replacements();

  private BlockWords(String fromText, String toText, TextAlignment alignment, boolean isMove) {
    this.fromText = fromText;
    this.toText = toText;
    this.alignment = alignment;
    this.left = alignment.left();
    this.right = alignment.right();
    this.isMove = isMove;
  }

  /** Tokens and bytes of a side that a block has. */
  record Part(int firstToken, int lastToken, ByteRange bytes) {}

  /**
   * What differs in a block.
   *
   * @param partners the token on the right side that one on the left side is, −1 where it is none
   * @param isMove whether the block as a whole moved, so that its words are not moves of their own
   */
  static List<WordEdit> of(
      String fromText,
      Part from,
      String toText,
      Part to,
      TextAlignment alignment,
      IntUnaryOperator partners,
      boolean isMove) {
    BlockWords words = new BlockWords(fromText, toText, alignment, isMove);
    words.find(from, to, partners);
    return words.replacements.numbered(words.edits);
  }

  private void find(Part from, Part to, IntUnaryOperator partners) {
    int fromAt = from.bytes.start();
    int toAt = to.bytes.start();
    int fromToken = from.firstToken;
    int toToken = to.firstToken;
    for (int token = from.firstToken; token < from.lastToken; token++) {
      int partner = left.isText(token) ? partners.applyAsInt(token) : -1;
      if (partner < toToken || partner >= to.lastToken) {
        continue;
      }
      between(
          fromToken,
          token,
          fromAt,
          left.start(token),
          toToken,
          partner,
          toAt,
          right.start(partner));
      fromAt = left.end(token);
      toAt = right.end(partner);
      replacements.kept(alignment, token, partner);
      compare(left.start(token), fromAt, right.start(partner), toAt);
      fromToken = token + 1;
      toToken = partner + 1;
    }
    between(
        fromToken,
        from.lastToken,
        fromAt,
        from.bytes.end(),
        toToken,
        to.lastToken,
        toAt,
        to.bytes.end());
  }

  /** Tokens that look equal may be spelled otherwise. */
  private void compare(int fromStart, int fromEnd, int toStart, int toEnd) {
    if (!isSame(fromStart, fromEnd, toStart, toEnd)) {
      ByteRange from = new ByteRange(fromStart, fromEnd);
      ByteRange to = new ByteRange(toStart, toEnd);
      add(from, to, 0, category(from, to));
      replacements.edited(0, 0);
    }
  }

  private boolean isSame(int fromStart, int fromEnd, int toStart, int toEnd) {
    return fromEnd - fromStart == toEnd - toStart
        && fromText.regionMatches(fromStart, toText, toStart, toEnd - toStart);
  }

  /** Leaves out words that are the same at the start, which the alignment kept elsewhere. */
  private void between(
      int fromToken,
      int fromTokenEnd,
      int fromFirst,
      int fromLast,
      int toToken,
      int toTokenEnd,
      int toFirst,
      int toLast) {
    int left = fromToken;
    int right = toToken;
    int fromAt = fromFirst;
    int toAt = toFirst;
    int length = sameWord(left, fromTokenEnd, fromAt, right, toTokenEnd, toAt);
    while (length > 0) {
      left += length;
      right += length;
      fromAt = this.left.end(left - 1);
      toAt = this.right.end(right - 1);
      length = sameWord(left, fromTokenEnd, fromAt, right, toTokenEnd, toAt);
    }
    betweenWords(left, fromTokenEnd, fromAt, fromLast, right, toTokenEnd, toAt, toLast);
  }

  /** Number of tokens of a white-space word that both sides start with, or 0. */
  private int sameWord(int first, int last, int fromAt, int toFirst, int toLast, int toAt) {
    int length = wordLength(left, true, first, last);
    if (length == 0 || length != wordLength(right, false, toFirst, toLast)) {
      return 0;
    }
    return isSame(fromAt, left.end(first + length - 1), toAt, right.end(toFirst + length - 1))
        ? length
        : 0;
  }

  /** Number of tokens up to a space, none of them moved; 0 where there is no space after them. */
  private int wordLength(TokenSequence tokens, boolean isLeft, int first, int last) {
    int end = first;
    while (end < last && moveOf(isLeft, end) == 0 && tokens.isText(end)) {
      end++;
      if (end == tokens.size() || tokens.isAfterSpace(end)) {
        return end - first;
      }
    }
    return 0;
  }

  private void betweenWords(
      int fromToken,
      int fromTokenEnd,
      int fromFirst,
      int fromLast,
      int toToken,
      int toTokenEnd,
      int toFirst,
      int toLast) {
    if (isSame(fromFirst, fromLast, toFirst, toLast)) {
      return;
    }
    int same = sameSpaces(fromFirst, fromLast, toFirst, toLast);
    int fromStart = fromFirst + same;
    int toStart = toFirst + same;
    same = sameSpacesBefore(fromStart, fromLast, toStart, toLast);
    int fromEnd = fromLast - same;
    int toEnd = toLast - same;
    if (fromStart == fromEnd && toStart == toEnd) {
      return;
    }
    List<MovedStretch> removed = stretches(left, true, fromToken, fromTokenEnd, fromStart, fromEnd);
    List<MovedStretch> added = stretches(right, false, toToken, toTokenEnd, toStart, toEnd);
    boolean isListMarks =
        isNothingButListMarks(left, fromToken, fromTokenEnd)
            && isNothingButListMarks(right, toToken, toTokenEnd)
            && (hasListMark(left, fromToken, fromTokenEnd)
                || hasListMark(right, toToken, toTokenEnd));
    if (removed.size() <= 1
        && added.size() <= 1
        && removed.stream().allMatch(stretch -> stretch.move == 0)
        && added.stream().allMatch(stretch -> stretch.move == 0)) {
      ByteRange from = new ByteRange(fromStart, fromEnd);
      ByteRange to = new ByteRange(toStart, toEnd);
      add(from, to, 0, isListMarks ? ChangeCategory.LIST_MARKS : category(from, to));
      replacements.edited(words(left, fromToken, fromTokenEnd), words(right, toToken, toTokenEnd));
      return;
    }
    for (MovedStretch stretch : removed) {
      add(stretch.bytes, new ByteRange(toStart, toStart), stretch.move, ChangeCategory.WORDS);
      replacements.edited(0, 0);
    }
    for (MovedStretch stretch : added) {
      add(new ByteRange(fromEnd, fromEnd), stretch.bytes, stretch.move, ChangeCategory.WORDS);
      replacements.edited(0, 0);
    }
  }

  private static int words(TokenSequence tokens, int first, int last) {
    int words = 0;
    for (int token = first; token < last; token++) {
      words += tokens.isWord(token) ? 1 : 0;
    }
    return words;
  }

  private static boolean isNothingButListMarks(TokenSequence tokens, int first, int last) {
    for (int token = first; token < last; token++) {
      if (tokens.isText(token) && !tokens.isListMark(token)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasListMark(TokenSequence tokens, int first, int last) {
    for (int token = first; token < last; token++) {
      if (tokens.isListMark(token)) {
        return true;
      }
    }
    return false;
  }

  /** A part of what was removed or added; of a move, or of none. */
  private record MovedStretch(ByteRange bytes, int move) {}

  private List<MovedStretch> stretches(
      TokenSequence tokens, boolean isLeft, int first, int last, int start, int end) {
    List<MovedStretch> stretches = new ArrayList<>();
    int at = start;
    for (int token = first; token < last; ) {
      int move = moveOf(isLeft, token);
      if (move == 0) {
        token++;
        continue;
      }
      int moveStart = Math.max(at, tokens.start(token));
      int moveEnd = moveStart;
      while (token < last && (moveOf(isLeft, token) == move || tokens.isBreak(token))) {
        moveEnd = tokens.isBreak(token) ? moveEnd : Math.min(end, tokens.end(token));
        token++;
      }
      addStretch(stretches, at, moveStart, 0);
      addStretch(stretches, moveStart, moveEnd, move);
      at = Math.max(moveStart, moveEnd);
    }
    addStretch(stretches, at, end, 0);
    return stretches;
  }

  private int moveOf(boolean isLeft, int token) {
    if (isMove) {
      return 0;
    }
    return isLeft ? alignment.moveOfLeft(token) : alignment.moveOfRight(token);
  }

  private static void addStretch(List<MovedStretch> stretches, int start, int end, int move) {
    if (start < end) {
      stretches.add(new MovedStretch(new ByteRange(start, end), move));
    }
  }

  private ChangeCategory category(ByteRange from, ByteRange to) {
    return ChangeCategory.of(
        Marks.decoded(fromText, from.start(), from.end()),
        Marks.decoded(toText, to.start(), to.end()));
  }

  private void add(ByteRange from, ByteRange to, int move, ChangeCategory category) {
    edits.add(new WordEdit(from, to, category, move, 0));
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
