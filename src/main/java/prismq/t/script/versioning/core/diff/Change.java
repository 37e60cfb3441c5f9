package prismq.t.script.versioning.core.diff;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import prismq.t.script.versioning.core.text.LineRange;

/**
 * Something that changed, as a reader counts it: a changed paragraph, paragraphs that were added,
 * removed or replaced, or both ends of a move.
 *
 * @param number from 1, in the order of reading
 * @param id of 16 hexadecimal digits, which this change has in this pair of texts and no other
 */
public record Change(
    int number, String id, Type type, ChangeCategory category, List<Block> blocks) {
  /** What happened. */
  public enum Type {
    /** Words changed in a paragraph that stayed; it may have been split, or joined with others. */
    CHANGED,
    /** Paragraphs were added. */
    INSERTED,
    /** Paragraphs were removed. */
    DELETED,
    /** Paragraphs were replaced by others. */
    REPLACED,
    /** Paragraphs changed places, edited on the way or not. */
    MOVED
  }

  static Change of(int number, String id, List<Block> blocks) {
    ChangeCategory category = ChangeCategory.NONE;
    for (Block block : blocks) {
      category = category.or(block.category());
    }
    return new Change(number, id, type(blocks), category, List.copyOf(blocks));
  }

  private static Type type(List<Block> blocks) {
    Set<Block.Kind> kinds = EnumSet.noneOf(Block.Kind.class);
    blocks.forEach(block -> kinds.add(block.kind()));
    boolean areNeighbours =
        blocks.size() == 2 && blocks.get(0).fromEnd() == blocks.get(1).fromStart();
    if (kinds.equals(EnumSet.of(Block.Kind.INSERTED))) {
      return Type.INSERTED;
    }
    if (kinds.equals(EnumSet.of(Block.Kind.DELETED))) {
      return Type.DELETED;
    }
    if (kinds.equals(EnumSet.of(Block.Kind.DELETED, Block.Kind.INSERTED)) && areNeighbours) {
      return Type.REPLACED;
    }
    return kinds.equals(EnumSet.of(Block.Kind.MOVED_AWAY, Block.Kind.MOVED_HERE))
        ? Type.MOVED
        : Type.CHANGED;
  }

  /** The lines on the left side that it is about, from the first to the last. */
  public LineRange fromLines() {
    return lines(Block::fromLines);
  }

  /** The lines on the right side that it is about, from the first to the last. */
  public LineRange toLines() {
    return lines(Block::toLines);
  }

  private LineRange lines(Function<Block, LineRange> side) {
    return blocks.stream()
        .map(side)
        .filter(lines -> !lines.isEmpty())
        .reduce(LineRange::span)
        .orElse(side.apply(blocks.get(0)));
  }
}
