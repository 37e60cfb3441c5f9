package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.Pieces;

/** Finds the lines that differ inside of blocks that changed. */
final class LineEdits {
  /** Shared among all stretches that changed, so that they take a tenth of a second at most. */
  private static final long STEPS = 5_000_000;

  /** What a stretch takes at least. */
  private static final long STEPS_PER_LINE = 1;

  private final Pieces from;
  private final Pieces to;
  private boolean coarse;

  LineEdits(Pieces from, Pieces to) {
    this.from = from;
    this.to = to;
  }

  /** Whether the steps did not suffice. */
  boolean coarse() {
    return coarse;
  }

  /** The edits in their order. */
  List<Edit> within(List<Block> blocks) {
    List<Edit> stretches = stretches(blocks);
    long lines = stretches.stream().mapToLong(LineEdits::lines).sum();
    List<Edit> edits = new ArrayList<>();
    for (Edit stretch : stretches) {
      if (stretch.deleted() == 0 || stretch.inserted() == 0) {
        edits.add(stretch);
        continue;
      }
      long steps = STEPS_PER_LINE * lines(stretch) + STEPS * lines(stretch) / lines;
      Alignment alignment =
          Alignment.of(
              from.range(stretch.fromStart(), stretch.fromEnd()),
              to.range(stretch.toStart(), stretch.toEnd()),
              steps);
      coarse |= alignment.coarse();
      for (Edit edit : alignment.edits()) {
        edits.add(edit.shifted(stretch.fromStart(), stretch.toStart()));
      }
    }
    return edits;
  }

  private static long lines(Edit stretch) {
    return (long) stretch.deleted() + stretch.inserted();
  }

  /** The lines between blocks that did not change. */
  private static List<Edit> stretches(List<Block> blocks) {
    List<Edit> stretches = new ArrayList<>();
    @Nullable Block first = null;
    @Nullable Block last = null;
    for (Block block : blocks) {
      if (block.kind() == Block.Kind.UNCHANGED) {
        add(stretches, first, last);
        first = null;
        continue;
      }
      if (first == null) {
        first = block;
      }
      last = block;
    }
    add(stretches, first, last);
    return stretches;
  }

  private static void add(List<Edit> stretches, @Nullable Block first, @Nullable Block last) {
    if (first != null && last != null) {
      stretches.add(new Edit(first.fromStart(), last.fromEnd(), first.toStart(), last.toEnd()));
    }
  }
}
