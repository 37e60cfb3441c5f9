package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Segment.Kind;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Cuts blocks into what went, what came and what stayed.
 *
 * @param fromText the left text, every byte as one character; positions in it are those of its
 *     lines
 */
record Segments(Pieces from, String fromText, Pieces to, String toText) {
  List<Segment> of(Block block) {
    String left = left(from.start(block.fromStart()), from.start(block.fromEnd()));
    return switch (block.kind()) {
      case DELETED -> List.of(new Segment(Kind.DELETED, Nature.WORDS, left));
      case MOVED_AWAY -> List.of(Segment.unchanged(left));
      case INSERTED -> List.of(new Segment(Kind.INSERTED, Nature.WORDS, right(block)));
      case UNCHANGED -> List.of(Segment.unchanged(right(block)));
      case CHANGED, MOVED_HERE -> inline(block);
    };
  }

  private List<Segment> inline(Block block) {
    List<Segment> segments = new ArrayList<>();
    int at = to.start(block.toStart());
    for (Edit edit : block.words()) {
      if (edit.toStart() > at) {
        segments.add(Segment.unchanged(right(at, edit.toStart())));
      }
      String gone = left(edit.fromStart(), edit.fromEnd());
      String come = right(edit.toStart(), edit.toEnd());
      Nature nature =
          Nature.of(
              Marks.decoded(from.text(), edit.fromStart(), edit.fromEnd()),
              Marks.decoded(to.text(), edit.toStart(), edit.toEnd()));
      if (edit.deleted() > 0) {
        segments.add(new Segment(Kind.DELETED, nature, gone));
      }
      if (edit.inserted() > 0) {
        segments.add(new Segment(Kind.INSERTED, nature, come));
      }
      at = edit.toEnd();
    }
    int end = to.start(block.toEnd());
    if (at < end) {
      segments.add(Segment.unchanged(right(at, end)));
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
