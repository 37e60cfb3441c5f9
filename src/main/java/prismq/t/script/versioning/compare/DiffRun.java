package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.BlockPart;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;
import prismq.t.script.versioning.core.diff.WordEdit;
import prismq.t.script.versioning.core.text.ByteRange;

/**
 * A stretch of a comparison that was kept, removed or added, with its position in both exact texts.
 *
 * @param from its start on the left; of an addition, where it was added
 * @param to its start on the right; of a removal, where it was removed
 * @param length in bytes, on each side where it is
 * @param change the number of the change it belongs to; 0 where it is none
 */
record DiffRun(SegmentKind kind, int from, int to, int length, int change) {
  /** All runs in the order of reading; what moved is where it is now. */
  static List<DiffRun> of(Diff diff) {
    List<DiffRun> runs = new ArrayList<>();
    for (Block block : diff.blocks()) {
      ByteRange left = diff.fromBytes(block.fromLines());
      ByteRange right = diff.toBytes(block.toLines());
      int from = left.start();
      int to = right.start();
      switch (block.kind()) {
        case UNCHANGED -> add(runs, SegmentKind.UNCHANGED, from, to, right.length(), block);
        case DELETED -> add(runs, SegmentKind.DELETED, from, to, left.length(), block);
        case INSERTED -> add(runs, SegmentKind.INSERTED, from, to, right.length(), block);
        case CHANGED -> addWords(runs, block, from, right);
        case MOVED_HERE -> addWords(runs, block, startOfMoved(diff, block), right);
        case MOVED_AWAY -> {}
      }
    }
    return runs;
  }

  private static int startOfMoved(Diff diff, Block here) {
    return diff.changes().get(here.change() - 1).blocks().stream()
        .filter(block -> block.kind() == Block.Kind.MOVED_AWAY)
        .mapToInt(away -> diff.fromBytes(away.fromLines()).start())
        .findFirst()
        .orElse(0);
  }

  private static void addWords(List<DiffRun> runs, Block block, int fromStart, ByteRange right) {
    int from = fromStart;
    int to = right.start();
    for (WordEdit edit : block.words()) {
      add(runs, SegmentKind.UNCHANGED, from, to, edit.toStart() - to, block);
      add(runs, SegmentKind.DELETED, edit.fromStart(), edit.toStart(), edit.from().length(), block);
      add(runs, SegmentKind.INSERTED, edit.fromEnd(), edit.toStart(), edit.to().length(), block);
      from = edit.fromEnd();
      to = edit.toEnd();
    }
    add(runs, SegmentKind.UNCHANGED, from, to, right.end() - to, block);
  }

  private static void add(
      List<DiffRun> runs, SegmentKind kind, int from, int to, int length, Block block) {
    if (length > 0) {
      runs.add(new DiffRun(kind, from, to, length, block.change()));
    }
  }

  /** What stayed in one piece on both sides, in the order of either. */
  static List<DiffRun> stayed(List<DiffRun> runs, TextSide side) {
    List<DiffRun> stayed = new ArrayList<>();
    List<DiffRun> inOrder = runs.stream().filter(run -> run.kind == SegmentKind.UNCHANGED).toList();
    if (side == TextSide.LEFT) {
      inOrder = inOrder.stream().sorted(Comparator.comparingInt(DiffRun::from)).toList();
    }
    for (DiffRun run : inOrder) {
      DiffRun last = stayed.isEmpty() ? null : stayed.get(stayed.size() - 1);
      if (last != null && last.from + last.length == run.from && last.to + last.length == run.to) {
        int length = last.length + run.length;
        stayed.set(
            stayed.size() - 1, new DiffRun(SegmentKind.UNCHANGED, last.from, last.to, length, 0));
      } else {
        stayed.add(run);
      }
    }
    return stayed;
  }

  /** Whether it is on a side. */
  boolean isOn(TextSide side) {
    return switch (kind) {
      case UNCHANGED -> true;
      case DELETED -> side == TextSide.LEFT;
      case INSERTED -> side == TextSide.RIGHT;
    };
  }

  /** Where it is on a side that it is on. */
  ByteRange bytes(TextSide side) {
    return ByteRange.ofLength(side == TextSide.LEFT ? from : to, length);
  }

  /**
   * A part of it as it is read.
   *
   * @param part counted from its own start
   */
  String text(Diff diff, ByteRange part) {
    return kind == SegmentKind.DELETED
        ? diff.reading().from(new BlockPart(from + part.start(), from + part.end(), 0, 0, false))
        : diff.reading().to(new BlockPart(0, 0, to + part.start(), to + part.end(), false));
  }
}
