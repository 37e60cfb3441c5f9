package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import prismq.t.script.versioning.core.align.TextAlignment;
import prismq.t.script.versioning.core.align.TokenSequence;

/** Finds what moved out of one paragraph into another, token by token. */
final class MovedSentences {
  private MovedSentences() {}

  /** The stretches in the order of the right text; those of whole paragraphs are not among them. */
  static List<CommonRange> of(TextAlignment alignment, BlockMoves moves) {
    List<CommonRange> moved = new ArrayList<>();
    if (alignment.moves() == 0) {
      return moved;
    }
    TokenSequence left = alignment.left();
    TokenSequence right = alignment.right();
    for (int token = 0; token < left.size(); token++) {
      int move = alignment.moveOfLeft(token);
      int partner = alignment.movedTo(token);
      int length = left.end(token) - left.start(token);
      if (move > 0
          && !moves.isWhole(move)
          && right.end(partner) - right.start(partner) == length) {
        moved.add(new CommonRange(left.start(token), right.start(partner), length));
      }
    }
    moved.sort(Comparator.comparingInt(CommonRange::toStart));
    return moved;
  }
}
