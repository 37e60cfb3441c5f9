package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import prismq.t.script.versioning.core.align.TextAlignment;
import prismq.t.script.versioning.core.align.TokenSequence;

/** Finds what moved out of one paragraph into another, token by token. */
final class MovedSentences {
  private final String from;
  private final String to;

  /** Of these exact texts. */
  MovedSentences(String from, String to) {
    this.from = from;
    this.to = to;
  }

  /** The stretches in the order of the right text; those of whole paragraphs are not among them. */
  List<CommonRange> of(TextAlignment alignment, BlockMoves moves) {
    List<CommonRange> moved = new ArrayList<>();
    if (alignment.moveCount() == 0) {
      return moved;
    }
    TokenSequence left = alignment.left();
    TokenSequence right = alignment.right();
    for (int token = 0; token < left.size(); token++) {
      int move = alignment.moveOfLeft(token);
      int partner = alignment.movedTo(token);
      if (move > 0 && !moves.isWhole(move) && isSame(left, token, right, partner)) {
        int length = left.end(token) - left.start(token);
        add(moved, new CommonRange(left.start(token), right.start(partner), length));
      }
    }
    moved.sort(Comparator.comparingInt(CommonRange::toStart));
    return moved;
  }

  /** Whether both are the same byte for byte; tokens that look alike may be spelled otherwise. */
  private boolean isSame(TokenSequence left, int token, TokenSequence right, int partner) {
    int length = left.end(token) - left.start(token);
    return right.end(partner) - right.start(partner) == length
        && from.regionMatches(left.start(token), to, right.start(partner), length);
  }

  /** Adds a token, with what is between it and the one before where that moved too. */
  private void add(List<CommonRange> moved, CommonRange token) {
    int last = moved.size() - 1;
    if (last >= 0) {
      CommonRange before = moved.get(last);
      int fromEnd = before.fromStart() + before.length();
      int toEnd = before.toStart() + before.length();
      int between = token.fromStart() - fromEnd;
      if (between >= 0
          && between == token.toStart() - toEnd
          && from.regionMatches(fromEnd, to, toEnd, between)
          && isSpaceInLine(fromEnd, token.fromStart())) {
        int length = token.fromStart() + token.length() - before.fromStart();
        moved.set(last, new CommonRange(before.fromStart(), before.toStart(), length));
        return;
      }
    }
    moved.add(token);
  }

  /** Whether only spaces stand there; a line break may be of a paragraph that stayed. */
  private boolean isSpaceInLine(int start, int end) {
    for (int i = start; i < end; i++) {
      if (from.charAt(i) != ' ' && from.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }
}
