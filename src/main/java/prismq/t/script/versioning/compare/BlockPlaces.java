package prismq.t.script.versioning.compare;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Block;

/** In which piece of a comparison each block starts. */
final class BlockPlaces {
  private final IdentityHashMap<Block, Integer> pieceOf = new IdentityHashMap<>();

  /** Notes where a block starts; false where that is known already. */
  boolean add(Block block, int piece) {
    return pieceOf.putIfAbsent(block, piece) == null;
  }

  /**
   * The address of the piece with a block: empty where it is on the same page, null where there is
   * no page.
   */
  @Nullable String url(Block block, ViewOptions options, @Nullable DiffLinks links) {
    int piece = pieceOf.getOrDefault(block, 1);
    if (piece == options.piece()) {
      return "";
    }
    return links == null ? null : options.atPiece(piece).addTo(links.url());
  }
}
