package prismq.t.script.versioning.compare;

import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Diff;

/** The pieces of a comparison, and in which of them each block stands. */
final class ProsePlaces {
  private final List<List<ProseEntry>> pieces;
  private final IdentityHashMap<Block, Integer> pieceOf = new IdentityHashMap<>();

  ProsePlaces(Diff diff, ViewOptions options) {
    this.pieces = ProsePieces.of(diff, options);
    for (int i = 0; i < pieces.size(); i++) {
      for (ProseEntry entry : pieces.get(i)) {
        if (entry.kind() == ProseEntry.Kind.CHANGE) {
          pieceOf.put(entry.block(), i + 1);
        }
      }
    }
  }

  int pieces() {
    return pieces.size();
  }

  /** What a piece has, from 1. */
  List<ProseEntry> entries(int piece) {
    return pieces.get(piece - 1);
  }

  /**
   * What leads to the piece of a block: nothing where it is on the same page, null where there is
   * no page to lead to.
   */
  @Nullable String url(Block block, ViewOptions options, @Nullable DiffLinks links) {
    int piece = pieceOf.getOrDefault(block, 1);
    if (piece == options.piece()) {
      return "";
    }
    return links == null ? null : options.atPiece(piece).addTo(links.url());
  }
}
