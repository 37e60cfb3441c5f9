package prismq.t.script.versioning.core.align;

import java.util.List;

/** Pieces one after the other on both sides. */
record MoveChain(List<MovedPiece> pieces, int words) {
  MovedPiece first() {
    return pieces.get(0);
  }

  MovedPiece last() {
    return pieces.get(pieces.size() - 1);
  }
}
