package prismq.t.script.versioning.core.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
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
  record Part(int firstToken, int lastToken, ByteRange bytes) {
    /** What it has before one of its tokens. */
    Part before(TokenSequence tokens, int token) {
      return new Part(firstToken, token, new ByteRange(bytes.start(), tokens.start(token)));
    }

    /** What it has after one of its tokens. */
    Part after(TokenSequence tokens, int token) {
      return new Part(token + 1, lastToken, new ByteRange(tokens.end(token), bytes.end()));
    }

    IntStream tokens() {
      return IntStream.range(firstToken, lastToken);
    }
  }

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
    Part fromRest = from;
    Part toRest = to;
    for (int token = from.firstToken; token < from.lastToken; token++) {
      int partner = left.isText(token) ? partners.applyAsInt(token) : -1;
      if (partner < toRest.firstToken || partner >= to.lastToken) {
        continue;
      }
      between(fromRest.before(left, token), toRest.before(right, partner));
      fromRest = fromRest.after(left, token);
      toRest = toRest.after(right, partner);
      replacements.kept(alignment, token, partner);
      compare(left.bytes(token), right.bytes(partner));
    }
    between(fromRest, toRest);
  }

  /** Tokens that look equal may be spelled otherwise. */
  private void compare(ByteRange from, ByteRange to) {
    if (!isSame(from, to)) {
      add(from, to, 0, category(from, to));
      replacements.edited(0, 0);
    }
  }

  private boolean isSame(ByteRange from, ByteRange to) {
    return from.length() == to.length()
        && fromText.regionMatches(from.start(), toText, to.start(), to.length());
  }

  /**
   * Compares what is between two kept tokens, without words that are the same at its start, which
   * the alignment kept elsewhere.
   */
  private void between(Part from, Part to) {
    Part fromRest = from;
    Part toRest = to;
    for (int length = sameWord(fromRest, toRest); length > 0; length = sameWord(fromRest, toRest)) {
      fromRest = fromRest.after(left, fromRest.firstToken + length - 1);
      toRest = toRest.after(right, toRest.firstToken + length - 1);
    }
    if (!isSame(fromRest.bytes, toRest.bytes)) {
      compareDifferent(fromRest, toRest);
    }
  }

  /** Number of tokens of a white-space word that both sides start with, or 0. */
  private int sameWord(Part from, Part to) {
    int length = wordLength(left, true, from);
    if (length == 0 || length != wordLength(right, false, to)) {
      return 0;
    }
    ByteRange fromWord = new ByteRange(from.bytes.start(), left.end(from.firstToken + length - 1));
    ByteRange toWord = new ByteRange(to.bytes.start(), right.end(to.firstToken + length - 1));
    return isSame(fromWord, toWord) ? length : 0;
  }

  /** Number of tokens up to a space, none of them moved; 0 where there is no space after them. */
  private int wordLength(TokenSequence tokens, boolean isLeft, Part part) {
    int end = part.firstToken;
    while (end < part.lastToken && moveOf(isLeft, end) == 0 && tokens.isText(end)) {
      end++;
      if (end == tokens.size() || tokens.isAfterSpace(end)) {
        return end - part.firstToken;
      }
    }
    return 0;
  }

  private void compareDifferent(Part fromPart, Part toPart) {
    ByteRange from = fromPart.bytes;
    ByteRange to = toPart.bytes;
    int same = sameSpaces(from, to);
    from = new ByteRange(from.start() + same, from.end());
    to = new ByteRange(to.start() + same, to.end());
    same = sameSpacesBefore(from, to);
    from = new ByteRange(from.start(), from.end() - same);
    to = new ByteRange(to.start(), to.end() - same);
    if (from.isEmpty() && to.isEmpty()) {
      return;
    }
    List<MovedStretch> removed = stretches(left, true, fromPart, from);
    List<MovedStretch> added = stretches(right, false, toPart, to);
    if (hasMoved(removed) || hasMoved(added)) {
      ByteRange nothingAdded = new ByteRange(to.start(), to.start());
      ByteRange nothingRemoved = new ByteRange(from.end(), from.end());
      removed.forEach(stretch -> addPart(stretch.bytes, nothingAdded, stretch.move));
      added.forEach(stretch -> addPart(nothingRemoved, stretch.bytes, stretch.move));
      return;
    }
    add(
        from,
        to,
        0,
        areListMarks(fromPart, toPart) ? ChangeCategory.LIST_MARKS : category(from, to));
    replacements.edited(words(left, fromPart), words(right, toPart));
  }

  private void addPart(ByteRange from, ByteRange to, int move) {
    add(from, to, move, ChangeCategory.WORDS);
    replacements.edited(0, 0);
  }

  private static boolean hasMoved(List<MovedStretch> stretches) {
    return stretches.stream().anyMatch(stretch -> stretch.move > 0);
  }

  private static int words(TokenSequence tokens, Part part) {
    return (int) part.tokens().filter(tokens::isWord).count();
  }

  /** Whether there is a bullet or the like, and nothing else but breaks. */
  private boolean areListMarks(Part from, Part to) {
    return (hasListMark(left, from) || hasListMark(right, to))
        && isNothingButListMarks(left, from)
        && isNothingButListMarks(right, to);
  }

  private static boolean isNothingButListMarks(TokenSequence tokens, Part part) {
    return part.tokens().allMatch(token -> tokens.isBreak(token) || tokens.isListMark(token));
  }

  private static boolean hasListMark(TokenSequence tokens, Part part) {
    return part.tokens().anyMatch(tokens::isListMark);
  }

  /** A part of what was removed or added; of a move, or of none. */
  private record MovedStretch(ByteRange bytes, int move) {}

  private List<MovedStretch> stretches(
      TokenSequence tokens, boolean isLeft, Part part, ByteRange bytes) {
    List<MovedStretch> stretches = new ArrayList<>();
    int at = bytes.start();
    for (int token = part.firstToken; token < part.lastToken; ) {
      int move = moveOf(isLeft, token);
      if (move == 0) {
        token++;
        continue;
      }
      int moveStart = Math.max(at, tokens.start(token));
      int moveEnd = moveStart;
      while (token < part.lastToken && (moveOf(isLeft, token) == move || tokens.isBreak(token))) {
        moveEnd = tokens.isBreak(token) ? moveEnd : Math.min(bytes.end(), tokens.end(token));
        token++;
      }
      addStretch(stretches, at, moveStart, 0);
      addStretch(stretches, moveStart, moveEnd, move);
      at = Math.max(moveStart, moveEnd);
    }
    addStretch(stretches, at, bytes.end(), 0);
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
  private int sameSpaces(ByteRange from, ByteRange to) {
    int fromStart = from.start();
    int toStart = to.start();
    int same = 0;
    int most = Math.min(from.length(), to.length());
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
  private int sameSpacesBefore(ByteRange from, ByteRange to) {
    int fromEnd = from.end();
    int toEnd = to.end();
    int most = Math.min(from.length(), to.length());
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
