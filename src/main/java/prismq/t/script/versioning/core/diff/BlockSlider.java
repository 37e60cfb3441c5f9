package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Block.Kind;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Pieces;

/** Moves added and removed lines between lines that stayed to where a person would start them. */
final class BlockSlider {
  private final Pieces from;
  private final Pieces to;
  private final List<Block> blocks;

  BlockSlider(Pieces from, Pieces to, List<Block> blocks) {
    this.from = from;
    this.to = to;
    this.blocks = new ArrayList<>(blocks);
  }

  /** The blocks with those moved that can be. */
  List<Block> slid() {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean isAlone =
          (block.kind() == Kind.DELETED || block.kind() == Kind.INSERTED)
              && block.words().isEmpty()
              && isUnchanged(i - 1)
              && isUnchanged(i + 1);
      if (isAlone) {
        slide(i);
      }
    }
    blocks.removeIf(block -> block.fromLines().isEmpty() && block.toLines().isEmpty());
    return blocks;
  }

  private boolean isUnchanged(int i) {
    return i < 0 || i == blocks.size() || blocks.get(i).kind() == Kind.UNCHANGED;
  }

  private void slide(int i) {
    boolean isRemoved = blocks.get(i).kind() == Kind.DELETED;
    LineRange lines = isRemoved ? blocks.get(i).fromLines() : blocks.get(i).toLines();
    // A line stays between two blocks that changed.
    int before = i == 0 ? 0 : blocks.get(i - 1).toLines().length() - (i == 1 ? 0 : 1);
    int after =
        i + 1 == blocks.size()
            ? 0
            : blocks.get(i + 1).toLines().length() - (i + 2 == blocks.size() ? 0 : 1);
    int by =
        new SlideChooser(isRemoved ? from : to)
            .best(lines.start(), lines.end(), lines.start() - before, lines.end() + after);
    if (by == 0) {
      return;
    }
    if (i == 0 && by > 0) {
      blocks.add(0, unchanged(new LineRange(0, 0), new LineRange(0, 0)));
      moveBorders(1, by);
    } else if (i + 1 == blocks.size() && by < 0) {
      LineRange fromEnd = new LineRange(from.size(), from.size());
      blocks.add(unchanged(fromEnd, new LineRange(to.size(), to.size())));
      moveBorders(i, by);
    } else {
      moveBorders(i, by);
    }
  }

  private static Block unchanged(LineRange from, LineRange to) {
    return new Block(Kind.UNCHANGED, ChangeCategory.NONE, from, to, List.of(), 0, 0);
  }

  private void moveBorders(int i, int by) {
    Block before = blocks.get(i - 1);
    Block block = blocks.get(i);
    Block after = blocks.get(i + 1);
    blocks.set(
        i - 1, with(before, endingAt(before.fromLines(), by), endingAt(before.toLines(), by)));
    blocks.set(i, with(block, shifted(block.fromLines(), by), shifted(block.toLines(), by)));
    blocks.set(
        i + 1, with(after, startingAt(after.fromLines(), by), startingAt(after.toLines(), by)));
  }

  private static LineRange shifted(LineRange lines, int by) {
    return new LineRange(lines.start() + by, lines.end() + by);
  }

  private static LineRange endingAt(LineRange lines, int by) {
    return new LineRange(lines.start(), lines.end() + by);
  }

  private static LineRange startingAt(LineRange lines, int by) {
    return new LineRange(lines.start() + by, lines.end());
  }

  private static Block with(Block block, LineRange from, LineRange to) {
    return new Block(
        block.kind(), block.category(), from, to, block.words(), block.move(), block.change());
  }
}
