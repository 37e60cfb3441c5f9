package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import prismq.t.script.versioning.core.diff.Block.Kind;

/**
 * Numbers the changes of a comparison: a removal and what was added in its place are one, and so
 * are both ends of a move. Paragraphs between which a sentence moved are one too, or undoing one of
 * them would double or lose the sentence.
 */
final class ChangeNumbers {
  private final List<Block> blocks;
  private final int[] roots;
  private final int[] ofMoves;

  /**
   * @param moves their numbers are from 1 to this
   */
  ChangeNumbers(List<Block> blocks, int moves) {
    this.blocks = blocks;
    this.roots = new int[blocks.size()];
    this.ofMoves = new int[moves + 1];
    Arrays.fill(ofMoves, -1);
    for (int i = 0; i < roots.length; i++) {
      roots[i] = i;
    }
  }

  List<Block> numbered() {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.isMoved()) {
        joinByMove(block.move(), i);
      }
      for (WordEdit edit : block.words()) {
        if (edit.isMoved()) {
          joinByMove(edit.move(), i);
        }
      }
      if (i > 0 && block.kind() == Kind.INSERTED && blocks.get(i - 1).kind() == Kind.DELETED) {
        join(i - 1, i);
      }
    }
    List<Block> numbered = new ArrayList<>();
    int[] numbers = new int[blocks.size()];
    int last = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      int number = 0;
      if (block.kind() != Kind.UNCHANGED && block.category() != ChangeCategory.LINE_ENDINGS) {
        int root = root(i);
        numbers[root] = numbers[root] == 0 ? ++last : numbers[root];
        number = numbers[root];
      }
      numbered.add(block.inChange(number));
    }
    return numbered;
  }

  private void joinByMove(int move, int block) {
    if (ofMoves[move] < 0) {
      ofMoves[move] = block;
    } else {
      join(ofMoves[move], block);
    }
  }

  private void join(int one, int other) {
    int first = root(one);
    int second = root(other);
    roots[Math.max(first, second)] = Math.min(first, second);
  }

  private int root(int block) {
    int root = block;
    while (roots[root] != root) {
      roots[root] = roots[roots[root]];
      root = roots[root];
    }
    return root;
  }
}
