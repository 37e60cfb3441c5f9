package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.List;

/** Replaces some of the pieces that a passage is made of, from its start to its end. */
final class PassageEdit {
  private final List<PassagePiece> before;
  private final List<PassagePiece> after = new ArrayList<>();
  private int next;
  private int nextStart;
  private int end;

  PassageEdit(List<PassagePiece> pieces) {
    this.before = pieces;
  }

  /** Puts a piece where others were, but for what stands before the end of the last one put. */
  void put(int start, PassagePiece piece) {
    int from = Math.max(start, end);
    int to = start + piece.length();
    if (from < to) {
      keepUpTo(from);
      after.add(piece.part(from - start, piece.length()));
      end = to;
    }
  }

  private void keepUpTo(int position) {
    while (end < position) {
      PassagePiece piece = before.get(next);
      int pieceEnd = nextStart + piece.length();
      int to = Math.min(position, pieceEnd);
      if (end < to) {
        after.add(piece.part(end - nextStart, to - nextStart));
        end = to;
      }
      if (pieceEnd <= position) {
        next++;
        nextStart = pieceEnd;
      }
    }
  }

  /** All pieces. */
  List<PassagePiece> pieces() {
    if (end == 0) {
      return before;
    }
    keepUpTo(before.stream().mapToInt(PassagePiece::length).sum());
    return after;
  }
}
