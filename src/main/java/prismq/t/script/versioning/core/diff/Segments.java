package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Cuts blocks into what was removed, added and kept.
 *
 * @param fromText the left text, every byte as one character; positions in it are those of its
 *     lines
 */
record Segments(Pieces from, String fromText, Pieces to, String toText) {
  List<Segment> of(Block block) {
    String left = left(from.start(block.fromStart()), from.start(block.fromEnd()));
    if (!block.words().isEmpty()) {
      return of(block.words(), BlockPart.of(block, to));
    }
    return switch (block.kind()) {
      case DELETED -> List.of(Segment.marked(SegmentKind.DELETED, left));
      case INSERTED -> List.of(Segment.marked(SegmentKind.INSERTED, right(block)));
      case MOVED_AWAY -> List.of(Segment.unchanged(left));
      case UNCHANGED, CHANGED, MOVED_HERE -> List.of(Segment.unchanged(right(block)));
    };
  }

  /** A part of a block with words that differ. */
  List<Segment> of(List<WordEdit> words, BlockPart part) {
    List<Segment> segments = new ArrayList<>();
    int at = part.toStart();
    for (WordEdit edit : words) {
      int removedStart = Math.max(edit.fromStart(), part.fromStart());
      int removedEnd = Math.min(edit.fromEnd(), part.fromEnd());
      int addedStart = Math.max(edit.toStart(), part.toStart());
      int addedEnd = Math.min(edit.toEnd(), part.toEnd());
      boolean isRemoved = removedStart < removedEnd;
      boolean isAdded = addedStart < addedEnd;
      if (!isRemoved && !isAdded) {
        continue;
      }
      // Of a part of the left side nothing on the right is shown, wherever its words stand there.
      int keptEnd = Math.min(edit.toStart(), part.toEnd());
      if (keptEnd > at) {
        segments.add(Segment.unchanged(right(at, keptEnd)));
      }
      if (isRemoved) {
        segments.add(
            new Segment(
                SegmentKind.DELETED,
                edit.category(),
                edit.move(),
                edit.replacement(),
                left(removedStart, removedEnd)));
      }
      if (isAdded) {
        segments.add(
            new Segment(
                SegmentKind.INSERTED,
                edit.category(),
                edit.move(),
                edit.replacement(),
                right(addedStart, addedEnd)));
      }
      at = Math.max(at, Math.min(edit.toEnd(), part.toEnd()));
    }
    if (at < part.toEnd()) {
      segments.add(Segment.unchanged(right(at, part.toEnd())));
    }
    return segments;
  }

  private String right(Block block) {
    return right(to.start(block.toStart()), to.start(block.toEnd()));
  }

  String left(int start, int end) {
    return Marks.decoded(fromText, start, end);
  }

  String right(int start, int end) {
    return Marks.decoded(toText, start, end);
  }
}
