package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.ProseEntry.EntryKind;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.BlockPart;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.LineRange;

/**
 * What the prose view shows, in pieces that are quick to make and to read: changes with unchanged
 * paragraphs around them, and folds for those in between.
 */
final class ProsePieces {
  /** About how much text a piece has: what a browser renders at once. */
  private static final int MAX_BYTES = 50_000;

  /** A longer block is cut into parts, and a longer paragraph too. */
  private static final int MAX_BYTES_OF_PART = 20_000;

  /** Every change takes its place, however short it is. */
  private static final int BYTES_OF_CHANGE = 200;

  /** A text that starts with more than this unchanged starts with a fold: changes come first. */
  private static final int MAX_BYTES_AT_START = 160;

  private static final int BYTES_OF_MARK = 60;

  private final Diff diff;
  private final ViewOptions options;
  private final List<ProseEntry> entries = new ArrayList<>();

  /** The first lines of the unchanged stretches that have a fold, or had it unfolded. */
  private final Set<Integer> foldable = new HashSet<>();

  private ProsePieces(Diff diff, ViewOptions options) {
    this.diff = diff;
    this.options = options;
  }

  /** All pieces, at least one. */
  static List<List<ProseEntry>> of(Diff diff, ViewOptions options) {
    ProsePieces pieces = new ProsePieces(diff, options);
    pieces.collect();
    return pieces.cut();
  }

  private void collect() {
    List<Block> blocks = diff.blocks();
    int i = 0;
    while (i < blocks.size()) {
      int first = i;
      while (i < blocks.size() && !isShown(blocks.get(i))) {
        i++;
      }
      if (i > first) {
        addStretch(blocks.get(first), blocks.get(i - 1), first == 0, i == blocks.size());
      }
      if (i < blocks.size()) {
        addChange(blocks.get(i++));
      }
    }
  }

  private boolean isShown(Block block) {
    return block.isChange() && !block.isIgnored(options.ignored());
  }

  /** Adds paragraphs that did not change, those that are far from any change as a fold. */
  private void addStretch(Block first, Block last, boolean isAtStart, boolean isAtEnd) {
    LineRange lines = new LineRange(first.toStart(), last.toEnd());
    int start = lines.start();
    int[] ends = diff.toParagraphs(lines);
    int before = isAtStart ? 0 : options.context();
    int after = isAtEnd || (isAtStart && options.isUsualContext()) ? 0 : options.context();
    // A fold takes as much room as a paragraph.
    boolean isShort =
        (long) before + after + 1 >= ends.length
            && !(isAtStart && after == 0 && bytes(lines, TextSide.RIGHT) > MAX_BYTES_AT_START);
    if (!isShort) {
      foldable.add(start);
    }
    if (isShort) {
      addUnchanged(first, lines, ends);
      return;
    }
    int foldStart = before == 0 ? start : ends[before - 1];
    int foldEnd = ends[ends.length - after - 1];
    addUnchanged(first, new LineRange(start, foldStart), ends);
    // It has no size either way: what is unfolded must not push anything out of its piece.
    boolean isUnfolded = options.unfolded() == start;
    BlockPart folded = diff.reading().toPart(new LineRange(foldStart, foldEnd));
    int paragraphs = ends.length - before - after;
    entries.add(
        new ProseEntry(
            isUnfolded ? EntryKind.UNFOLDED : EntryKind.FOLD, first, folded, 0, paragraphs));
    addUnchanged(first, new LineRange(foldEnd, lines.end()), ends);
  }

  private void addUnchanged(Block first, LineRange lines, int[] ends) {
    addParts(EntryKind.UNCHANGED, EntryKind.UNCHANGED, first, TextSide.RIGHT, lines, ends);
  }

  private void addChange(Block block) {
    if (block.kind() == Block.Kind.CHANGED || block.kind() == Block.Kind.MOVED_HERE) {
      EntryKind kind = EntryKind.CHANGE;
      for (BlockPart part : diff.reading().cut(block, MAX_BYTES_OF_PART, BYTES_OF_MARK)) {
        entries.add(new ProseEntry(kind, block, part, size(block, part), 0));
        kind = EntryKind.CHANGE_CONTINUES;
      }
      return;
    }
    TextSide side = side(block);
    LineRange lines = side == TextSide.LEFT ? block.fromLines() : block.toLines();
    int[] ends = side == TextSide.LEFT ? diff.fromParagraphs(lines) : diff.toParagraphs(lines);
    addParts(EntryKind.CHANGE, EntryKind.CHANGE_CONTINUES, block, side, lines, ends);
  }

  /** The side that the text of a block is on. */
  static TextSide side(Block block) {
    return block.kind() == Block.Kind.DELETED || block.kind() == Block.Kind.MOVED_AWAY
        ? TextSide.LEFT
        : TextSide.RIGHT;
  }

  private void addParts(
      EntryKind first, EntryKind further, Block block, TextSide side, LineRange lines, int[] ends) {
    EntryKind kind = first;
    int partStart = lines.start();
    int lastEnd = partStart;
    for (int paragraphEnd : ends) {
      if (paragraphEnd <= lines.start() || paragraphEnd > lines.end()) {
        continue;
      }
      boolean isLong = bytes(new LineRange(lastEnd, paragraphEnd), side) > MAX_BYTES_OF_PART;
      if (isLong && lastEnd > partStart) {
        addPart(kind, further, block, side, new LineRange(partStart, lastEnd));
        kind = further;
        partStart = lastEnd;
      }
      LineRange part = new LineRange(partStart, paragraphEnd);
      if (paragraphEnd == lines.end() || bytes(part, side) > MAX_BYTES_OF_PART) {
        addPart(kind, further, block, side, part);
        kind = further;
        partStart = paragraphEnd;
      }
      lastEnd = paragraphEnd;
    }
  }

  private void addPart(
      EntryKind first, EntryKind further, Block block, TextSide side, LineRange lines) {
    BlockPart whole =
        side == TextSide.LEFT ? diff.reading().fromPart(lines) : diff.reading().toPart(lines);
    EntryKind kind = first;
    for (BlockPart part : diff.reading().cut(whole, 2 * MAX_BYTES_OF_PART)) {
      entries.add(new ProseEntry(kind, block, part, bytes(part), 0));
      kind = further;
    }
  }

  private int bytes(LineRange lines, TextSide side) {
    return (side == TextSide.LEFT ? diff.fromBytes(lines) : diff.toBytes(lines)).length();
  }

  private static int bytes(BlockPart part) {
    return part.fromEnd() - part.fromStart() + part.toEnd() - part.toStart();
  }

  /** A part with marks takes about as much as it may where there are several of them. */
  private static int size(Block block, BlockPart part) {
    return (int)
        Math.min(MAX_BYTES_OF_PART, bytes(part) + 2L * BYTES_OF_MARK * block.words().size());
  }

  private List<List<ProseEntry>> cut() {
    List<List<ProseEntry>> pieces = new ArrayList<>();
    List<ProseEntry> piece = new ArrayList<>();
    int size = 0;
    @Nullable Block last = null;
    for (ProseEntry entry : entries) {
      // A stretch with a fold stays whole if it can, because it is unfolded as a whole.
      boolean isInside = entry.block().equals(last) && foldable.contains(entry.block().toStart());
      last = entry.block();
      if (size > MAX_BYTES && !(isInside && size < 2 * MAX_BYTES)) {
        pieces.add(piece);
        piece = new ArrayList<>();
        size = 0;
      }
      add(piece, entry);
      size += entry.size() + BYTES_OF_CHANGE;
    }
    pieces.add(piece);
    return pieces;
  }

  /** Puts together again what need not have been cut. */
  private static void add(List<ProseEntry> piece, ProseEntry entry) {
    int last = piece.size() - 1;
    if (last >= 0 && piece.get(last).part().continues()) {
      piece.set(last, piece.get(last).with(entry));
    } else {
      piece.add(entry);
    }
  }
}
