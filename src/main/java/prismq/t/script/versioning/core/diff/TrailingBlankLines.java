package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Block.Kind;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Leaves blank lines at the end of a list unchanged where an item was put before them or taken from
 * there: they belong to the last item on either side, so that it seems to have lost or got them.
 */
final class TrailingBlankLines {
  private final Pieces from;
  private final Pieces to;
  private final List<Block> blocks;
  private final Map<Integer, Block> movedHere = new HashMap<>();

  /** Moves whose last words are the blank lines that stay. */
  private final Set<Integer> shortened = new HashSet<>();

  TrailingBlankLines(Pieces from, Pieces to, List<Block> blocks) {
    this.from = from;
    this.to = to;
    this.blocks = blocks;
    for (Block block : blocks) {
      if (block.kind() == Kind.MOVED_HERE) {
        movedHere.put(block.move(), block);
      }
    }
  }

  /** The blocks with those taken apart of which only blank lines changed. */
  List<Block> unchanged() {
    List<Block> result = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      @Nullable Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
      int blanks = next == null || block.kind() != Kind.CHANGED ? 0 : blanks(block, next);
      if (next == null || blanks == 0) {
        add(result, block);
      } else {
        addApart(result, block, next, blanks);
        i++;
      }
    }
    return result.stream().map(this::shortened).toList();
  }

  private void addApart(List<Block> result, Block block, Block next, int blanks) {
    int same = Math.min(block.fromLines().length(), block.toLines().length());
    int fromAt = block.fromStart() + same;
    int toAt = block.toStart() + same;
    int fromEnd = isAdded(next) ? fromAt : next.fromEnd() - blanks;
    int toEnd = isAdded(next) ? next.toEnd() - blanks : toAt;
    add(result, unchanged(block.fromStart(), fromAt, block.toStart(), toAt));
    result.add(
        new Block(
            next.kind(),
            next.category(),
            new LineRange(fromAt, fromEnd),
            new LineRange(toAt, toEnd),
            next.words(),
            next.move(),
            0));
    add(result, unchanged(fromEnd, fromEnd + blanks, toEnd, toEnd + blanks));
    if (next.isMoved()) {
      shortened.add(next.move());
    }
  }

  private static boolean isAdded(Block block) {
    return block.kind() == Kind.INSERTED || block.kind() == Kind.MOVED_HERE;
  }

  /** Number of blank lines that the next block has in place of this one; 0 where more differs. */
  private int blanks(Block block, Block next) {
    int more = block.fromLines().length() - block.toLines().length();
    int blanks = isAdded(next) ? more : -more;
    int nextLines = isAdded(next) ? next.toLines().length() : next.fromLines().length();
    if (blanks <= 0 || blanks >= nextLines || !isSameButBlanks(block, next, blanks)) {
      return 0;
    }
    return endsInBlanks(next, blanks) ? blanks : 0;
  }

  private boolean isSameButBlanks(Block block, Block next, int blanks) {
    int same = Math.min(block.fromLines().length(), block.toLines().length());
    for (int i = 0; i < same; i++) {
      if (!from.same(block.fromStart() + i, to, block.toStart() + i)) {
        return false;
      }
    }
    for (int i = 1; i <= blanks; i++) {
      int left = (isAdded(next) ? block : next).fromEnd() - i;
      int right = (isAdded(next) ? next : block).toEnd() - i;
      if (!Paragraphs.isBlank(from, left) || !from.same(left, to, right)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing is told of the words of the next block but that it got or lost the blanks. */
  private boolean endsInBlanks(Block next, int blanks) {
    return switch (next.kind()) {
      case INSERTED, DELETED -> next.words().isEmpty();
      case MOVED_HERE -> {
        WordEdit last = last(next);
        yield last != null
            && last.from().isEmpty()
            && last.toStart() == to.start(next.toEnd() - blanks)
            && last.toEnd() == to.start(next.toEnd());
      }
      case MOVED_AWAY -> {
        Block here = movedHere.get(next.move());
        WordEdit last = here == null ? null : last(here);
        yield last != null
            && last.to().isEmpty()
            && last.fromStart() == from.start(next.fromEnd() - blanks)
            && last.fromEnd() == from.start(next.fromEnd());
      }
      case UNCHANGED, CHANGED -> false;
    };
  }

  private static @Nullable WordEdit last(Block block) {
    return block.words().isEmpty() ? null : block.words().get(block.words().size() - 1);
  }

  private Block shortened(Block block) {
    if (block.kind() != Kind.MOVED_HERE || !shortened.contains(block.move())) {
      return block;
    }
    return new Block(
        block.kind(),
        block.category(),
        block.fromLines(),
        block.toLines(),
        block.words().subList(0, block.words().size() - 1),
        block.move(),
        block.change());
  }

  private static Block unchanged(int fromStart, int fromEnd, int toStart, int toEnd) {
    return new Block(
        Kind.UNCHANGED,
        ChangeCategory.NONE,
        new LineRange(fromStart, fromEnd),
        new LineRange(toStart, toEnd),
        List.of(),
        0,
        0);
  }

  /** Adds a block, to the one before where both are unchanged. */
  private static void add(List<Block> blocks, Block block) {
    int last = blocks.size() - 1;
    boolean continues =
        last >= 0 && block.kind() == Kind.UNCHANGED && blocks.get(last).kind() == Kind.UNCHANGED;
    if (continues) {
      Block before = blocks.remove(last);
      blocks.add(unchanged(before.fromStart(), block.fromEnd(), before.toStart(), block.toEnd()));
    } else {
      blocks.add(block);
    }
  }
}
