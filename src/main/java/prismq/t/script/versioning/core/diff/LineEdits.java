package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Block.Kind;
import prismq.t.script.versioning.core.text.BinarySearch;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Pieces;

/** Finds the lines that differ where blocks do, so that lines and words tell the same changes. */
final class LineEdits {
  /** Shared among all changed blocks, so that they take a tenth of a second at most. */
  private static final long STEPS = 5_000_000;

  /** What a block takes at least. */
  private static final long STEPS_PER_LINE = 1;

  private final Pieces from;
  private final Pieces to;
  private final List<Edit> edits = new ArrayList<>();
  private boolean coarse;

  LineEdits(Pieces from, Pieces to) {
    this.from = from;
    this.to = to;
  }

  /** Whether the steps did not suffice. */
  boolean coarse() {
    return coarse;
  }

  /** The edits in their order, with a line that did not change between any two. */
  List<Edit> within(List<Block> blocks) {
    long lines = 0;
    for (Block block : blocks) {
      lines += block.kind() == Kind.UNCHANGED ? 0 : lines(block);
    }
    for (int start = 0; start < blocks.size(); ) {
      if (blocks.get(start).kind() == Kind.UNCHANGED) {
        start++;
        continue;
      }
      int end = endOfStretch(blocks, start);
      align(blocks.subList(start, end), lines);
      start = end;
    }
    return edits;
  }

  /**
   * Up to the next paragraph that changed, so that blank lines never put the two sides of such a
   * paragraph apart.
   */
  private static int endOfStretch(List<Block> blocks, int start) {
    int end = start + 1;
    while (end < blocks.size()
        && blocks.get(end).kind() != Kind.UNCHANGED
        && blocks.get(end).kind() != Kind.CHANGED) {
      end++;
    }
    return end;
  }

  private static long lines(Block block) {
    return (long) block.fromLines().length() + block.toLines().length();
  }

  private void align(List<Block> blocks, long allLines) {
    LineStretch stretch = new LineStretch(from, to, blocks);
    long lines = (long) stretch.fromLines().length() + stretch.toLines().length();
    Alignment alignment = stretch.aligned(STEPS_PER_LINE * lines + STEPS * lines / allLines);
    List<Edit> found = slid(alignment.edits(), stretch);
    if (blocks.size() > 1 && !areSeen(blocks, found)) {
      blocks.forEach(block -> align(List.of(block), allLines));
      return;
    }
    coarse |= alignment.coarse();
    found.forEach(this::add);
  }

  /** Whether a line of each block differs: its blank lines may be equal to those of another. */
  private static boolean areSeen(List<Block> blocks, List<Edit> edits) {
    List<LineRange> deleted =
        edits.stream().filter(edit -> edit.deleted() > 0).map(LineEdits::left).toList();
    List<LineRange> inserted =
        edits.stream().filter(edit -> edit.inserted() > 0).map(LineEdits::right).toList();
    return blocks.stream()
        .allMatch(
            block -> touches(deleted, block.fromLines()) || touches(inserted, block.toLines()));
  }

  private static LineRange left(Edit edit) {
    return new LineRange(edit.fromStart(), edit.fromEnd());
  }

  private static LineRange right(Edit edit) {
    return new LineRange(edit.toStart(), edit.toEnd());
  }

  private static boolean touches(List<LineRange> ranges, LineRange lines) {
    int first = BinarySearch.first(ranges.size(), i -> ranges.get(i).end() > lines.start());
    return first < ranges.size() && ranges.get(first).start() < lines.end();
  }

  private List<Edit> slid(List<Edit> edits, LineStretch stretch) {
    List<Edit> all = new ArrayList<>();
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      int endBefore = i == 0 ? 0 : edits.get(i - 1).fromEnd();
      int startAfter =
          i + 1 == edits.size() ? stretch.fromLines().length() : edits.get(i + 1).fromStart();
      int before = edit.fromStart() - endBefore - 1;
      int after = startAfter - edit.fromEnd() - 1;
      Edit placed = edit.shifted(stretch.fromLines().start(), stretch.toLines().start());
      all.add(slid(placed, Math.max(0, before), Math.max(0, after)));
    }
    return all;
  }

  /** Lines that were only added or only removed start where a person would start them. */
  private Edit slid(Edit edit, int before, int after) {
    if (edit.deleted() > 0 && edit.inserted() > 0) {
      return edit;
    }
    int by =
        edit.inserted() > 0
            ? new SlideChooser(to)
                .best(edit.toStart(), edit.toEnd(), edit.toStart() - before, edit.toEnd() + after)
            : new SlideChooser(from)
                .best(
                    edit.fromStart(),
                    edit.fromEnd(),
                    edit.fromStart() - before,
                    edit.fromEnd() + after);
    return edit.shifted(by);
  }

  /** Adds an edit, to the one before where they touch: patches want them apart. */
  private void add(Edit edit) {
    @Nullable Edit before = edits.isEmpty() ? null : edits.get(edits.size() - 1);
    if (before != null && before.fromEnd() == edit.fromStart()) {
      edits.set(
          edits.size() - 1,
          new Edit(before.fromStart(), edit.fromEnd(), before.toStart(), edit.toEnd()));
    } else {
      edits.add(edit);
    }
  }
}
