package prismq.t.script.versioning.core.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Paragraphs that a side moved, in positions of the exact text whose order changes.
 *
 * @param bytes where they stand
 * @param place the position before which they are to stand
 */
record Move(ByteRange bytes, int place) {
  /** What one side moved, in positions of the base and in the order of that side. */
  static List<Move> of(Diff diff, Pieces base) {
    return diff.changes().stream()
        .filter(change -> change.type() == Change.Type.MOVED)
        .sorted(Comparator.comparingInt(change -> change.toLines().start()))
        .map(change -> of(change, base))
        .toList();
  }

  private static Move of(Change change, Pieces base) {
    Block here =
        change.blocks().stream()
            .filter(block -> block.kind() == Block.Kind.MOVED_HERE)
            .findFirst()
            .orElseThrow();
    return new Move(base.bytes(change.fromLines()), base.start(here.fromStart()));
  }

  /** The same in a text that may end earlier. */
  Move within(int length) {
    return new Move(bytes.within(new ByteRange(0, length)), Math.min(place, length));
  }

  /** Whether they come from a conflict, or go to one. */
  boolean touches(Chunk conflict) {
    ByteRange base = conflict.base();
    return (bytes.start() <= base.end() && bytes.end() >= base.start())
        || (place >= base.start() && place <= base.end());
  }

  /**
   * A text with paragraphs moved to their new places.
   *
   * @param moves those to the same place in the order they get there
   */
  static String apply(List<Move> moves, String text) {
    List<Move> away = sorted(moves, Comparator.comparingInt(move -> move.bytes.start()));
    List<Move> here = sorted(moves, Comparator.comparingInt(Move::place));
    StringBuilder moved = new StringBuilder();
    int at = 0;
    int next = 0;
    for (Move cut : away) {
      while (next < here.size() && here.get(next).place <= cut.bytes.start()) {
        at = here.get(next++).appendHere(moved, text, at);
      }
      moved.append(text, at, cut.bytes.start());
      at = cut.bytes.end();
    }
    while (next < here.size()) {
      at = here.get(next++).appendHere(moved, text, at);
    }
    return moved.append(text, at, text.length()).toString();
  }

  private int appendHere(StringBuilder moved, String text, int at) {
    moved.append(text, at, place).append(text, bytes.start(), bytes.end());
    return place;
  }

  private static List<Move> sorted(List<Move> moves, Comparator<Move> order) {
    List<Move> sorted = new ArrayList<>(moves);
    sorted.sort(order);
    return sorted;
  }
}
