package prismq.t.script.versioning.core.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.align.Interner;
import prismq.t.script.versioning.core.diff.Block.Kind;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * The lines of blocks that follow each other without one that is unchanged, as numbers. Lines with
 * text are equal inside of a block that changed only, so that lines and words tell the same
 * changes; blank lines are equal everywhere, because they hold no words.
 */
final class LineStretch {
  private final Pieces from;
  private final Pieces to;
  private final LineRange fromLines;
  private final LineRange toLines;
  private final int[] left;
  private final int[] right;
  private final Map<String, Integer> blanks = new HashMap<>();
  private int kinds;

  LineStretch(Pieces from, Pieces to, List<Block> blocks) {
    Block first = blocks.get(0);
    Block last = blocks.get(blocks.size() - 1);
    this.from = from;
    this.to = to;
    this.fromLines = first.fromLines().span(last.fromLines());
    this.toLines = first.toLines().span(last.toLines());
    this.left = new int[fromLines.length()];
    this.right = new int[toLines.length()];
    blocks.forEach(this::number);
    numberBlanks(from, fromLines, left);
    numberBlanks(to, toLines, right);
  }

  private void number(Block block) {
    int leftAt = block.fromStart() - fromLines.start();
    int rightAt = block.toStart() - toLines.start();
    if (block.kind() == Kind.CHANGED) {
      Interner interner =
          new Interner(
              from.range(block.fromStart(), block.fromEnd()),
              to.range(block.toStart(), block.toEnd()));
      copy(interner.ofFrom(0, block.fromLines().length()), left, leftAt);
      copy(interner.ofTo(0, block.toLines().length()), right, rightAt);
      kinds += interner.kinds();
      return;
    }
    for (int i = 0; i < block.fromLines().length(); i++) {
      left[leftAt + i] = kinds++;
    }
    for (int j = 0; j < block.toLines().length(); j++) {
      right[rightAt + j] = kinds++;
    }
  }

  private void copy(int[] numbers, int[] target, int at) {
    for (int i = 0; i < numbers.length; i++) {
      target[at + i] = kinds + numbers[i];
    }
  }

  private void numberBlanks(Pieces lines, LineRange range, int[] numbers) {
    for (int line = range.start(); line < range.end(); line++) {
      if (Paragraphs.isBlank(lines, line)) {
        numbers[line - range.start()] = blanks.computeIfAbsent(lines.get(line), text -> kinds++);
      }
    }
  }

  /** Aligns them with about so many comparisons. */
  Alignment aligned(long steps) {
    return Alignment.of(left, right, kinds, steps);
  }

  LineRange fromLines() {
    return fromLines;
  }

  LineRange toLines() {
    return toLines;
  }
}
