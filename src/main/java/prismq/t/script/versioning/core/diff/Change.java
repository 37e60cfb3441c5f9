package prismq.t.script.versioning.core.diff;

import java.util.List;
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
    Type type =
        switch (blocks.get(0).kind()) {
          case INSERTED -> Type.INSERTED;
          case DELETED -> blocks.size() > 1 ? Type.REPLACED : Type.DELETED;
          case MOVED_AWAY, MOVED_HERE -> Type.MOVED;
          case CHANGED, UNCHANGED -> Type.CHANGED;
        };
    return new Change(number, id, type, category, List.copyOf(blocks));
  }

  /** The lines on the left side that it is about. */
  public LineRange fromLines() {
    return left().fromLines();
  }

  /** The lines on the right side that it is about. */
  public LineRange toLines() {
    return right().toLines();
  }

  private Block left() {
    return blocks.stream()
        .filter(block -> block.kind() == Block.Kind.MOVED_AWAY)
        .findFirst()
        .orElse(blocks.get(0));
  }

  private Block right() {
    return blocks.stream()
        .filter(block -> block.kind() == Block.Kind.MOVED_HERE)
        .findFirst()
        .orElse(blocks.get(blocks.size() - 1));
  }
}
