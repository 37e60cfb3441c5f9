package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Block.Kind;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Finds the lines that differ inside of blocks that changed. It keeps to the blocks, so that lines
 * and words tell the same changes.
 */
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
      lines += block.kind() == Kind.CHANGED ? lines(block) : 0;
    }
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      @Nullable Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
      if (block.kind() == Kind.CHANGED) {
        align(block, STEPS_PER_LINE * lines(block) + STEPS * lines(block) / lines);
      } else if (block.kind() == Kind.DELETED && next != null && next.kind() == Kind.INSERTED) {
        replace(block, next);
        i++;
      } else if (block.kind() != Kind.UNCHANGED) {
        add(new Edit(block.fromStart(), block.fromEnd(), block.toStart(), block.toEnd()));
      }
    }
    return edits;
  }

  private static long lines(Block block) {
    return (long) block.fromEnd() - block.fromStart() + block.toEnd() - block.toStart();
  }

  private void align(Block block, long steps) {
    if (lines(block) == 2) {
      add(new Edit(block.fromStart(), block.fromEnd(), block.toStart(), block.toEnd()));
      return;
    }
    Alignment alignment =
        Alignment.of(
            from.range(block.fromStart(), block.fromEnd()),
            to.range(block.toStart(), block.toEnd()),
            steps);
    coarse |= alignment.coarse();
    List<Edit> edits = alignment.edits();
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i).shifted(block.fromStart(), block.toStart());
      int endBefore = i == 0 ? 0 : edits.get(i - 1).fromEnd();
      int startAfter =
          i + 1 == edits.size() ? block.fromLines().length() : edits.get(i + 1).fromStart();
      int before = edits.get(i).fromStart() - endBefore - 1;
      int after = startAfter - edits.get(i).fromEnd() - 1;
      add(slid(edit, Math.max(0, before), Math.max(0, after)));
    }
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

  /** The blank lines after what was removed stay after what was added in its place. */
  private void replace(Block removed, Block added) {
    int fromEnd = removed.fromEnd();
    int toEnd = added.toEnd();
    while (fromEnd > removed.fromStart() + 1
        && toEnd > added.toStart() + 1
        && Paragraphs.isBlank(from, fromEnd - 1)
        && from.same(fromEnd - 1, to, toEnd - 1)) {
      fromEnd--;
      toEnd--;
    }
    add(new Edit(removed.fromStart(), fromEnd, added.toStart(), toEnd));
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
