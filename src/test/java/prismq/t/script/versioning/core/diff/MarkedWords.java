package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;
import prismq.t.script.versioning.core.text.Words;

/**
 * The pieces between white space that a view marks as removed or as added, moved ones not among
 * them, in the order of the alphabet; and how many words they count as.
 */
record MarkedWords(List<String> pieces, int words) {
  static MarkedWords inProse(Diff diff, SegmentKind kind) {
    return of(
        diff.blocks().stream().flatMap(block -> diff.segments(block).stream()).toList(), kind);
  }

  static MarkedWords inRows(Diff diff, SegmentKind kind) {
    return of(
        diff.hunks(1_000_000).stream()
            .flatMap(hunk -> hunk.rows().stream())
            .filter(row -> row.kind() == kind)
            .flatMap(row -> row.segments().stream())
            .toList(),
        kind);
  }

  private static MarkedWords of(List<Segment> segments, SegmentKind kind) {
    List<String> pieces = new ArrayList<>();
    int words = 0;
    for (Segment segment : segments) {
      if (segment.kind() == kind && segment.isMarked()) {
        words += Words.count(segment.text());
        Collections.addAll(pieces, segment.text().strip().split("\\s+"));
      }
    }
    pieces.removeIf(String::isEmpty);
    Collections.sort(pieces);
    return new MarkedWords(pieces, words);
  }
}
