package prismq.t.script.versioning.compare;

import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.BlockPart;

/**
 * One thing that the prose view shows.
 *
 * @param block what it is of; of an unchanged stretch, its first block
 * @param part what is shown of it; nothing of a fold
 * @param size number of bytes that are shown, about
 * @param paragraphs number of paragraphs that a fold stands for
 */
record ProseEntry(EntryKind kind, Block block, BlockPart part, int size, int paragraphs) {
  enum EntryKind {
    /** Paragraphs that did not change, or of which the change is ignored. */
    UNCHANGED,
    /** Folded unchanged paragraphs. */
    FOLD,
    /** Unfolded unchanged paragraphs. */
    UNFOLDED,
    /** A block, or the first part of a long one. */
    CHANGE,
    /** A further part of a long block. */
    CHANGE_CONTINUES
  }

  /** Whether it is of paragraphs that did not change. */
  boolean isInStretch() {
    return kind == EntryKind.UNCHANGED || kind == EntryKind.FOLD || kind == EntryKind.UNFOLDED;
  }

  /** Both as one, where the next one continues the same paragraph. */
  ProseEntry with(ProseEntry next) {
    BlockPart both =
        new BlockPart(
            part.fromStart(),
            next.part.fromEnd(),
            part.toStart(),
            next.part.toEnd(),
            next.part.continues());
    return new ProseEntry(kind, block, both, size + next.size, 0);
  }
}
