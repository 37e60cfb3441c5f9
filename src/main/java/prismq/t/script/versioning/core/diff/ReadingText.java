package prismq.t.script.versioning.core.diff;

import java.util.List;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.LineEnds;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Both texts of a comparison as they are read: where a line was broken only for its width there is
 * {@link Paragraphs#SOFT_BREAK}. Sentences that were written anew are drawn as one replacement.
 */
public final class ReadingText {
  private final Pieces from;
  private final Pieces to;
  private final Segments segments;

  ReadingText(Pieces from, Pieces to) {
    this.from = from;
    this.to = to;
    this.segments = new Segments(from, shown(from), to, shown(to));
  }

  /** A carriage return that ends a line alone is shown as any line end. */
  private static String shown(Pieces lines) {
    return LineEnds.withLineFeeds(Paragraphs.unbroken(lines));
  }

  /** A block as one text: removals and additions, in their place among what was kept. */
  public List<Segment> segments(Block block) {
    return block.words().isEmpty() ? segments.of(block) : segments(block, BlockPart.of(block, to));
  }

  /** A part of a block. */
  public List<Segment> segments(Block block, BlockPart part) {
    if (!block.words().isEmpty()) {
      return segments.of(Drawn.edits(block.words()), part);
    }
    return switch (block.kind()) {
      case DELETED -> List.of(Segment.marked(Segment.SegmentKind.DELETED, from(part)));
      case MOVED_AWAY -> List.of(Segment.unchanged(from(part)));
      case INSERTED -> List.of(Segment.marked(Segment.SegmentKind.INSERTED, to(part)));
      case UNCHANGED, CHANGED, MOVED_HERE -> List.of(Segment.unchanged(to(part)));
    };
  }

  /** What a part has on the left side, for reading. */
  public String from(BlockPart part) {
    return segments.left(part.fromStart(), part.fromEnd());
  }

  /** What a part has on the right side, for reading. */
  public String to(BlockPart part) {
    return segments.right(part.toStart(), part.toEnd());
  }

  /** Some lines of the left side as a part. */
  public BlockPart fromPart(LineRange lines) {
    ByteRange bytes = from.bytes(lines);
    return new BlockPart(bytes.start(), bytes.end(), 0, 0, false);
  }

  /** Some lines of the right side as a part. */
  public BlockPart toPart(LineRange lines) {
    ByteRange bytes = to.bytes(lines);
    return new BlockPart(0, 0, bytes.start(), bytes.end(), false);
  }

  /** A part of one side in parts of a size at most, in bytes. */
  public List<BlockPart> cut(BlockPart part, int most) {
    boolean left = part.fromStart() < part.fromEnd();
    List<WordEdit> words =
        left
            ? List.of(
                WordEdit.of(new ByteRange(part.fromStart(), part.fromEnd()), new ByteRange(0, 0)))
            : List.of();
    return new BlockCutter(from.text(), to.text(), most, 0).parts(part, words);
  }

  /**
   * A block with words that differ, in parts of a size at most: their bytes, removed ones included,
   * and what each mark costs.
   */
  public List<BlockPart> cut(Block block, int most, int costOfMark) {
    return new BlockCutter(from.text(), to.text(), most, costOfMark)
        .parts(BlockPart.of(block, to), Drawn.edits(block.words()));
  }

  /** Some lines of the left side for reading. */
  public String from(LineRange lines) {
    ByteRange bytes = from.bytes(lines);
    return segments.left(bytes.start(), bytes.end());
  }

  /** Some lines of the right side for reading. */
  public String to(LineRange lines) {
    ByteRange bytes = to.bytes(lines);
    return segments.right(bytes.start(), bytes.end());
  }
}
