package prismq.t.script.versioning.compare;

import java.util.List;
import prismq.t.script.versioning.core.diff.Diff;

/** The pieces of a comparison as prose, and in which of them each block stands. */
final class ProsePlaces {
  private final List<List<ProseEntry>> pieces;
  private final BlockPlaces places = new BlockPlaces();

  ProsePlaces(Diff diff, ViewOptions options) {
    this.pieces = ProsePieces.of(diff, options);
    for (int i = 0; i < pieces.size(); i++) {
      for (ProseEntry entry : pieces.get(i)) {
        if (entry.kind() == ProseEntry.EntryKind.CHANGE) {
          places.add(entry.block(), i + 1);
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

  /** In which piece each block starts. */
  BlockPlaces places() {
    return places;
  }
}
