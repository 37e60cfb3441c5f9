package prismq.t.script.versioning.core.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what was removed at one place and added at another, edited a little on the way or not.
 * Three words in a row that are once among what was removed and once among what was added are where
 * it starts; it goes on while both sides are equal, and over gaps of a few words.
 */
final class MoveFinder {
  private static final int MAX_GAP = 4;

  private static final int MAX_WORDS_OF_COARSE = 200_000;
  private static final int MIN_WORDS = 5;
  private static final int MIN_HEAVY_WORDS = 3;
  private static final int MIN_WORDS_ANYWHERE = 8;
  private static final int MIN_WORDS_OF_SENTENCE = 3;
  private static final double MIN_SHARE = 0.6;

  private final SequencePair pair;
  private final int[] toRight;
  private final int[] toLeft;
  private final MovableText left;
  private final MovableText right;
  private final int[] movedTo;
  private final int[] moveOfLeft;
  private final int[] moveOfRight;
  private int moves;

  /**
   * @param toRight where kept tokens of the left side go; crumbs inside of what moved are given up
   */
  MoveFinder(SequencePair pair, int[] toRight, int[] toLeft) {
    this.pair = pair;
    this.toRight = toRight;
    this.toLeft = toLeft;
    this.movedTo = new int[toRight.length];
    Arrays.fill(movedTo, -1);
    this.moveOfLeft = new int[toRight.length];
    this.moveOfRight = new int[toLeft.length];
    boolean[] leftFree = free(pair.left(), toRight);
    boolean[] rightFree = new boolean[toLeft.length];
    for (int j = 0; j < toLeft.length; j++) {
      rightFree[j] = toLeft[j] < 0 || leftFree[toLeft[j]];
    }
    this.left = MovableText.of(pair.left(), pair.a(), leftFree);
    this.right = MovableText.of(pair.right(), pair.b(), rightFree);
  }

  /** Where the tokens of the left side moved to, −1 where nowhere. */
  int[] movedTo() {
    return movedTo;
  }

  /** The number of the move that a token of the left side is in, from 1; 0 where it is in none. */
  int[] moveOfLeft() {
    return moveOfLeft;
  }

  int[] moveOfRight() {
    return moveOfRight;
  }

  int count() {
    return moves;
  }

  /** What is not kept, and crumbs of what is: light words, signs at words that are not kept. */
  private boolean[] free(TokenSequence tokens, int[] kept) {
    boolean[] free = new boolean[kept.length];
    for (int start = 0; start < kept.length; ) {
      int end = start + 1;
      if (kept[start] < 0) {
        free[start] = true;
      } else {
        int heavy = pair.isHeavy(start) ? 1 : 0;
        int words = tokens.isWord(start) ? 1 : 0;
        while (end < kept.length && kept[end] == kept[end - 1] + 1) {
          heavy += pair.isHeavy(end) ? 1 : 0;
          words += tokens.isWord(end) ? 1 : 0;
          end++;
        }
        boolean isCrumb = heavy == 0 && words <= 2;
        Arrays.fill(free, start, end, isCrumb);
        if (!isCrumb) {
          freeSigns(tokens, kept, start, end, free);
        }
      }
      start = end;
    }
    return free;
  }

  private static void freeSigns(
      TokenSequence tokens, int[] kept, int start, int end, boolean[] free) {
    for (int sign = start;
        sign < end && sign > 0 && isAttachedSign(tokens, sign) && free[sign - 1];
        sign++) {
      free[sign] = true;
    }
    for (int sign = end - 1;
        sign > start
            && sign + 1 < kept.length
            && !tokens.isWord(sign)
            && !tokens.isNeutral(sign)
            && !tokens.isAfterSpace(sign + 1)
            && (kept[sign + 1] < 0 || free[sign + 1]);
        sign--) {
      free[sign] = true;
    }
  }

  private static boolean isAttachedSign(TokenSequence tokens, int token) {
    return !tokens.isWord(token) && !tokens.isNeutral(token) && !tokens.isAfterSpace(token);
  }

  /**
   * Finds the moves.
   *
   * @param isCoarse whether so much may be marked without need that a long search is not worth it
   */
  void find(boolean isCoarse) {
    if (isCoarse && left.freeWords() > MAX_WORDS_OF_COARSE) {
      return;
    }
    List<MoveChain> chains = chains(pieces());
    chains.sort(Comparator.comparingInt(MoveChain::words).reversed());
    for (MoveChain chain : chains) {
      if (isFree(chain) && isMove(chain)) {
        take(chain);
      }
    }
  }

  private List<MovedPiece> pieces() {
    if (left.freeWords() < MIN_WORDS_OF_SENTENCE || right.freeWords() < MIN_WORDS_OF_SENTENCE) {
      return List.of();
    }
    UniqueGrams once = new UniqueGrams(left, right);
    List<MovedPiece> pieces = new ArrayList<>();
    boolean[] isTaken = new boolean[left.size()];
    for (int at = 0; at < left.size(); at++) {
      int other = isTaken[at] ? -1 : once.partner(at);
      if (other < 0 || left.numbers()[at] != right.numbers()[other]) {
        continue;
      }
      MovedPiece piece = piece(at, other);
      if (piece.length() > 0) {
        Arrays.fill(isTaken, piece.left(), piece.left() + piece.length(), true);
        pieces.add(piece);
      }
    }
    return pieces;
  }

  private MovedPiece piece(int leftAt, int rightAt) {
    int back = 0;
    while (isSame(leftAt - back - 1, rightAt - back - 1)) {
      back++;
    }
    int length = 0;
    while (isSame(leftAt + length, rightAt + length)) {
      length++;
    }
    int start = -back;
    while (start < length
        && !(left.startsWord(leftAt + start) && right.startsWord(rightAt + start))) {
      start++;
    }
    while (length > start
        && !(left.startsWord(leftAt + length) && right.startsWord(rightAt + length))) {
      length--;
    }
    return new MovedPiece(leftAt + start, rightAt + start, length - start);
  }

  private boolean isSame(int i, int j) {
    return i >= 0
        && j >= 0
        && i < left.size()
        && j < right.size()
        && left.isFree()[i]
        && right.isFree()[j]
        && left.numbers()[i] == right.numbers()[j]
        && toRight[left.tokens()[i]] != right.tokens()[j];
  }

  private List<MoveChain> chains(List<MovedPiece> pieces) {
    List<MoveChain> chains = new ArrayList<>();
    List<MovedPiece> open = new ArrayList<>();
    for (MovedPiece piece : pieces) {
      if (!open.isEmpty() && !continues(open.get(open.size() - 1), piece)) {
        chains.add(chain(open));
        open = new ArrayList<>();
      }
      open.add(piece);
    }
    if (!open.isEmpty()) {
      chains.add(chain(open));
    }
    return chains;
  }

  private MoveChain chain(List<MovedPiece> pieces) {
    int words = 0;
    for (MovedPiece piece : pieces) {
      words += left.words(piece.left(), piece.left() + piece.length());
    }
    return new MoveChain(pieces, words);
  }

  private boolean continues(MovedPiece piece, MovedPiece next) {
    int leftEnd = piece.left() + piece.length();
    int rightEnd = piece.right() + piece.length();
    return next.left() >= leftEnd
        && next.right() >= rightEnd
        && next.left() - leftEnd <= 4 * MAX_GAP
        && next.right() - rightEnd <= 4 * MAX_GAP
        && left.words(leftEnd, next.left()) <= MAX_GAP
        && right.words(rightEnd, next.right()) <= MAX_GAP
        && left.isFree(leftEnd, next.left())
        && right.isFree(rightEnd, next.right());
  }

  private boolean isFree(MoveChain chain) {
    for (MovedPiece piece : chain.pieces()) {
      if (!left.isFree(piece.left(), piece.left() + piece.length())
          || !right.isFree(piece.right(), piece.right() + piece.length())) {
        return false;
      }
    }
    return true;
  }

  private boolean isMove(MoveChain chain) {
    int leftStart = chain.first().left();
    int leftEnd = chain.last().left() + chain.last().length();
    int rightStart = chain.first().right();
    int rightEnd = chain.last().right() + chain.last().length();
    int span = Math.max(left.words(leftStart, leftEnd), right.words(rightStart, rightEnd));
    if (chain.words() < MIN_SHARE * span || chain.words() <= 2 * crumbs(chain)) {
      return false;
    }
    boolean startsWell = left.isBorder(leftStart) && right.isBorder(rightStart);
    boolean endsWell = left.isBorder(leftEnd) && right.isBorder(rightEnd);
    if (startsWell && endsWell && chain.words() == span && span >= MIN_WORDS_OF_SENTENCE) {
      return true;
    }
    return chain.words() >= MIN_WORDS
        && heavy(chain) >= MIN_HEAVY_WORDS
        && (startsWell || endsWell || chain.words() >= MIN_WORDS_ANYWHERE);
  }

  private int heavy(MoveChain chain) {
    int heavy = 0;
    for (MovedPiece piece : chain.pieces()) {
      for (int at = piece.left(); at < piece.left() + piece.length(); at++) {
        heavy += pair.isHeavy(left.tokens()[at]) ? 1 : 0;
      }
    }
    return heavy;
  }

  /** Number of words that are kept elsewhere as long as this is no move. */
  private int crumbs(MoveChain chain) {
    int crumbs = 0;
    for (MovedPiece piece : chain.pieces()) {
      for (int t = 0; t < piece.length(); t++) {
        boolean isWord = left.isWord(piece.left() + t);
        crumbs += isWord && toRight[left.tokens()[piece.left() + t]] >= 0 ? 1 : 0;
        crumbs += isWord && toLeft[right.tokens()[piece.right() + t]] >= 0 ? 1 : 0;
      }
    }
    return crumbs;
  }

  private void take(MoveChain chain) {
    moves++;
    MovedPiece last = chain.first();
    takeBetween(
        left.startBefore(last.left()), last.left(), right.startBefore(last.right()), last.right());
    for (MovedPiece piece : chain.pieces()) {
      takeBetween(
          last.left() + last.length(), piece.left(), last.right() + last.length(), piece.right());
      for (int t = 0; t < piece.length(); t++) {
        take(piece.left() + t, piece.right() + t);
      }
      last = piece;
    }
    int leftEnd = last.left() + last.length();
    int rightEnd = last.right() + last.length();
    takeBetween(leftEnd, left.endAfter(leftEnd), rightEnd, right.endAfter(rightEnd));
  }

  /** What is the same before, between and behind the pieces, up to where the sentence ends. */
  private void takeBetween(int leftStart, int leftEnd, int rightStart, int rightEnd) {
    if (leftStart >= leftEnd || rightStart >= rightEnd) {
      return;
    }
    int[] a = Arrays.copyOfRange(left.numbers(), leftStart, leftEnd);
    int[] b = Arrays.copyOfRange(right.numbers(), rightStart, rightEnd);
    int[] partners = new int[a.length];
    Arrays.fill(partners, -1);
    WorkBudget budget = new WorkBudget((long) a.length * b.length * 4 + 100);
    int kinds = LocalNumbers.renumber(a, b);
    new ShortestAlignment(a, b, kinds, partners, budget).align(0, a.length, 0, b.length);
    for (int t = 0; t < partners.length; t++) {
      if (partners[t] >= 0) {
        take(leftStart + t, rightStart + partners[t]);
      }
    }
  }

  private void take(int leftAt, int rightAt) {
    int from = left.tokens()[leftAt];
    int to = right.tokens()[rightAt];
    giveUp(from, toRight[from]);
    giveUp(toLeft[to], to);
    movedTo[from] = to;
    moveOfLeft[from] = moves;
    moveOfRight[to] = moves;
    left.isFree()[leftAt] = false;
    right.isFree()[rightAt] = false;
  }

  private void giveUp(int from, int to) {
    if (from >= 0 && to >= 0) {
      toRight[from] = -1;
      toLeft[to] = -1;
    }
  }
}
