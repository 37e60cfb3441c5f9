package prismq.t.script.versioning.core.diff;

import java.util.Arrays;
import java.util.List;
import prismq.t.script.versioning.core.align.TextAlignment;
import prismq.t.script.versioning.core.align.TokenSequence;
import prismq.t.script.versioning.core.diff.ParagraphLinks.Group;

/** Tells moves of whole paragraphs from those of sentences. */
final class BlockMoves {
  private static final double MIN_SHARE = 0.6;
  private static final int NOWHERE = -2;

  private final TextAlignment alignment;
  private final int[] fromMoves;
  private final int[] toMoves;
  private final int[] fromStarts;
  private int count;

  /**
   * @param groups of paragraphs that stayed, which no move of whole paragraphs touches
   */
  BlockMoves(
      Side from, Side to, ParagraphAnchors anchors, TextAlignment alignment, List<Group> groups) {
    this.alignment = alignment;
    this.fromMoves = new int[from.size()];
    this.toMoves = new int[to.size()];
    this.fromStarts = new int[alignment.moveCount() + from.size() + 1];
    boolean[] fromStays = new boolean[from.size()];
    boolean[] toStays = new boolean[to.size()];
    for (Group group : groups) {
      Arrays.fill(fromStays, group.fromStart(), group.fromEnd(), true);
      Arrays.fill(toStays, group.toStart(), group.toEnd(), true);
    }
    this.count = alignment.moveCount();
    addUnchanged(anchors, fromStays, toStays);
    int[][] left = spans(alignment.left(), true);
    int[][] right = spans(alignment.right(), false);
    for (int move = 1; move <= alignment.moveCount(); move++) {
      if (isWhole(alignment.left(), true, left[move], move, fromStays)
          && isWhole(alignment.right(), false, right[move], move, toStays)) {
        fromStarts[move] = mark(alignment.left(), left[move], move, fromMoves) + 1;
        mark(alignment.right(), right[move], move, toMoves);
      }
    }
  }

  /** Adds runs of paragraphs that moved as they were; those inside of what stayed are left out. */
  private void addUnchanged(ParagraphAnchors anchors, boolean[] fromStays, boolean[] toStays) {
    int before = NOWHERE;
    for (int paragraph = 0; paragraph < fromMoves.length; paragraph++) {
      int partner = anchors.movedTo(paragraph);
      if (partner < 0 || fromStays[paragraph] || toStays[partner]) {
        before = NOWHERE;
        continue;
      }
      if (partner != before + 1) {
        fromStarts[++count] = paragraph + 1;
      }
      fromMoves[paragraph] = count;
      toMoves[partner] = count;
      fromStays[paragraph] = true;
      toStays[partner] = true;
      before = partner;
    }
  }

  /** Number of moves, those of sentences included. */
  int count() {
    return count;
  }

  /** Whether the paragraphs of a move are as they were. */
  boolean isUnchanged(int move) {
    return move > alignment.moveCount();
  }

  /** The move that a whole paragraph of the left side is part of, 0 where it is of none. */
  int ofFrom(int paragraph) {
    return fromMoves[paragraph];
  }

  int ofTo(int paragraph) {
    return toMoves[paragraph];
  }

  /** Whether whole paragraphs moved. */
  boolean isWhole(int move) {
    return fromStarts[move] > 0;
  }

  /** The first paragraph of a move of whole ones on the left side. */
  int fromStart(int move) {
    return fromStarts[move] - 1;
  }

  /** The paragraph after its last one on the left side. */
  int fromEnd(int move) {
    int end = fromStart(move) + 1;
    while (end < fromMoves.length && fromMoves[end] == move) {
      end++;
    }
    return end;
  }

  private int moveOf(boolean isLeft, int token) {
    return isLeft ? alignment.moveOfLeft(token) : alignment.moveOfRight(token);
  }

  /** The first and last token of each move. */
  private int[][] spans(TokenSequence tokens, boolean isLeft) {
    int[][] spans = new int[alignment.moveCount() + 1][];
    for (int token = 0; token < tokens.size(); token++) {
      int move = moveOf(isLeft, token);
      if (move > 0 && spans[move] == null) {
        spans[move] = new int[] {token, token};
      } else if (move > 0) {
        spans[move][1] = token;
      }
    }
    return spans;
  }

  /**
   * Whether the paragraphs that a move touches are for the most part of it, and the rest of them is
   * nowhere on the other side.
   */
  private boolean isWhole(
      TokenSequence tokens, boolean isLeft, int[] span, int move, boolean[] stays) {
    int first = tokens.paragraph(span[0]);
    int last = tokens.paragraph(span[1]);
    for (int paragraph = first; paragraph <= last; paragraph++) {
      if (stays[paragraph]) {
        return false;
      }
    }
    int words = 0;
    int moved = 0;
    for (int token = tokens.firstOf(first);
        token < tokens.size() && tokens.paragraph(token) <= last;
        token++) {
      int other = moveOf(isLeft, token);
      if (other != 0 && other != move) {
        return false;
      }
      words += tokens.isWord(token) ? 1 : 0;
      moved += tokens.isWord(token) && other == move ? 1 : 0;
    }
    return moved >= MIN_SHARE * words;
  }

  /** Marks the paragraphs of a move, and returns the first one. */
  private static int mark(TokenSequence tokens, int[] span, int move, int[] moves) {
    int first = tokens.paragraph(span[0]);
    Arrays.fill(moves, first, tokens.paragraph(span[1]) + 1, move);
    return first;
  }
}
