package prismq.t.script.versioning.core.diff;

import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Block.Kind;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * What changed from one text to another: in blocks for those who read prose, in edits of lines for
 * those who read code and for patch. Both tell the same changes. Immutable.
 */
public final class Diff {
  private final Pieces from;
  private final Pieces to;
  private final List<Block> blocks;
  private final List<Edit> edits;
  private final List<CommonRange> movedSentences;
  private final boolean coarse;
  private final List<Change> changes;
  private final Marks deletedMarks;
  private final Marks insertedMarks;
  private volatile @Nullable Statistics statistics;
  private volatile @Nullable Segments readingSegments;

  Diff(
      Pieces from,
      Pieces to,
      List<Block> blocks,
      List<Edit> edits,
      List<CommonRange> movedSentences,
      boolean coarse) {
    this.from = from;
    this.to = to;
    this.blocks = List.copyOf(blocks);
    this.edits = List.copyOf(edits);
    this.movedSentences = List.copyOf(movedSentences);
    this.coarse = coarse;
    this.changes = new ChangeList(from, to, blocks).changes();
    this.deletedMarks = new Marks(from.text(), Segment.SegmentKind.DELETED);
    this.insertedMarks = new Marks(to.text(), Segment.SegmentKind.INSERTED);
    this.blocks.forEach(this::mark);
    deletedMarks.sort();
  }

  private void mark(Block block) {
    for (WordEdit edit : words(block)) {
      deletedMarks.add(edit.from(), edit);
      insertedMarks.add(edit.to(), edit);
    }
  }

  /** What differs in a block; of what is on one side only, all of it. */
  private List<WordEdit> words(Block block) {
    boolean isOnOneSide = block.kind() == Kind.DELETED || block.kind() == Kind.INSERTED;
    return block.words().isEmpty() && isOnOneSide
        ? List.of(WordEdit.of(from.bytes(block.fromLines()), to.bytes(block.toLines())))
        : block.words();
  }

  /** The stretches of both texts in the order of reading, which hold each line of both once. */
  public List<Block> blocks() {
    return blocks;
  }

  /** What changed, as a reader counts it; none where only line endings did. */
  public List<Change> changes() {
    return changes;
  }

  /** The ranges of lines that differ, in order; none where the texts are equal. */
  public List<Edit> edits() {
    return edits;
  }

  /** Whether the texts are equal, byte for byte. */
  public boolean isEmpty() {
    return edits.isEmpty();
  }

  /**
   * Whether the texts were too tangled for the work allowed, so that more is marked than need be.
   */
  public boolean coarse() {
    return coarse;
  }

  /** About how much memory it takes, in bytes, the texts included. */
  public long weight() {
    long words = blocks.stream().mapToLong(block -> block.words().size()).sum();
    return from.text().length()
        + to.text().length()
        + 4L * (from.size() + to.size())
        + 80L * blocks.size()
        + 24L * edits.size()
        + 100L * words;
  }

  /**
   * Where the paragraphs of some lines on the left side end, as the index of the line after each.
   */
  public int[] fromParagraphs(LineRange lines) {
    return Paragraphs.ends(from, lines);
  }

  /** Where the paragraphs of some lines on the right side end. */
  public int[] toParagraphs(LineRange lines) {
    return Paragraphs.ends(to, lines);
  }

  /** Where some lines of the left side stand in its exact text. */
  public ByteRange fromBytes(LineRange lines) {
    return from.bytes(lines);
  }

  /** Where some lines of the right side stand in its exact text. */
  public ByteRange toBytes(LineRange lines) {
    return to.bytes(lines);
  }

  /** The exact lines of the left text. */
  public Pieces from() {
    return from;
  }

  /** The exact lines of the right text. */
  public Pieces to() {
    return to;
  }

  Marks deletedMarks() {
    return deletedMarks;
  }

  Marks insertedMarks() {
    return insertedMarks;
  }

  /**
   * The block at the other end of a move, as a whole or with a sentence that moved.
   *
   * @param block the one end
   */
  public Block otherEnd(Block block, int move) {
    for (Block other : changes.get(block.change() - 1).blocks()) {
      boolean isEnd =
          other.move() == move || other.words().stream().anyMatch(words -> words.move() == move);
      if (isEnd && !other.equals(block)) {
        return other;
      }
    }
    return block;
  }

  /** The block that a line of the left side is in. */
  Block blockOfFrom(int line) {
    return blocks.get(search(line, true));
  }

  /** The block that a line of the right side is in. */
  Block blockOfTo(int line) {
    return blocks.get(search(line, false));
  }

  private int search(int line, boolean left) {
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      Block block = blocks.get(middle);
      if ((left ? block.fromEnd() : block.toEnd()) <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Number of lines and words that were removed, added, moved and kept. */
  public Statistics statistics() {
    Statistics known = statistics;
    if (known == null) {
      known = count();
      statistics = known;
    }
    return known;
  }

  private Statistics count() {
    int linesDeleted = 0;
    int linesInserted = 0;
    for (Edit edit : edits) {
      linesDeleted += edit.deleted();
      linesInserted += edit.inserted();
    }
    int wordsMoved = 0;
    for (Block block : blocks) {
      if (block.kind() == Kind.MOVED_HERE) {
        int start = to.start(block.toStart());
        int end = to.start(block.toEnd());
        wordsMoved += ScriptText.ofExact(to.text().substring(start, end)).wordCount();
        wordsMoved -= insertedMarks.words(start, end);
      }
    }
    wordsMoved += insertedMarks.movedWords();
    return new Statistics(
        linesDeleted,
        linesInserted,
        deletedMarks.words(0, from.text().length()),
        insertedMarks.words(0, to.text().length()),
        wordsMoved);
  }

  /**
   * Numbers of lines and words.
   *
   * @param wordsMoved words in paragraphs and sentences that changed places, without those added or
   *     removed in them; a line that moved counts as deleted and as inserted
   */
  public record Statistics(
      int linesDeleted, int linesInserted, int wordsDeleted, int wordsInserted, int wordsMoved) {}

  /** A block as one exact text: removals and additions, in their place among what was kept. */
  public List<Segment> segments(Block block) {
    return new Segments(from, from.text(), to, to.text()).of(block);
  }

  /**
   * The same for reading: where a line was broken only for its width there is {@link
   * Paragraphs#SOFT_BREAK}.
   */
  public List<Segment> readingSegments(Block block) {
    return block.words().isEmpty()
        ? reading().of(block)
        : readingSegments(block, BlockPart.of(block, to));
  }

  /** A part of a block for reading. */
  public List<Segment> readingSegments(Block block, BlockPart part) {
    if (!block.words().isEmpty()) {
      return reading().of(Drawn.edits(block.words()), part);
    }
    return switch (block.kind()) {
      case DELETED -> List.of(Segment.marked(Segment.SegmentKind.DELETED, readingFrom(part)));
      case MOVED_AWAY -> List.of(Segment.unchanged(readingFrom(part)));
      case INSERTED -> List.of(Segment.marked(Segment.SegmentKind.INSERTED, readingTo(part)));
      case UNCHANGED -> List.of(Segment.unchanged(readingTo(part)));
      case CHANGED, MOVED_HERE -> List.of(Segment.unchanged(readingTo(part)));
    };
  }

  /** What a part has on the left side, for reading. */
  public String readingFrom(BlockPart part) {
    return reading().left(part.fromStart(), part.fromEnd());
  }

  /** What a part has on the right side, for reading. */
  public String readingTo(BlockPart part) {
    return reading().right(part.toStart(), part.toEnd());
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
  public String readingFrom(LineRange lines) {
    ByteRange bytes = from.bytes(lines);
    return reading().left(bytes.start(), bytes.end());
  }

  /** Some lines of the right side for reading. */
  public String readingTo(LineRange lines) {
    ByteRange bytes = to.bytes(lines);
    return reading().right(bytes.start(), bytes.end());
  }

  private Segments reading() {
    Segments known = readingSegments;
    if (known == null) {
      known = new Segments(from, Paragraphs.unbroken(from), to, Paragraphs.unbroken(to));
      readingSegments = known;
    }
    return known;
  }

  /**
   * The right text with one of the changes undone.
   *
   * @param change one of {@link #changes()}
   */
  public ScriptText without(Change change) {
    return replaced(block -> block.change() != change.number());
  }

  /** The right text, made of the left one by doing all changes. */
  public ScriptText apply() {
    return replaced(block -> true);
  }

  /** The left text, made of the right one by undoing all changes. */
  public ScriptText undo() {
    return replaced(block -> false);
  }

  private ScriptText replaced(Predicate<Block> isDone) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      if (isDone.test(block)) {
        text.append(to.text(), to.start(block.toStart()), to.start(block.toEnd()));
      } else {
        text.append(from.text(), from.start(block.fromStart()), from.start(block.fromEnd()));
      }
    }
    return ScriptText.ofExact(text.toString());
  }

  /** What differs, by word, in positions of both exact texts and in their order. */
  public List<Edit> exactEdits() {
    List<Edit> exact = new ArrayList<>();
    for (Block block : blocks) {
      if (block.kind() == Kind.CHANGED) {
        block.words().forEach(words -> addExact(exact, words));
      } else if (block.kind() != Kind.UNCHANGED) {
        exact.add(
            new Edit(
                from.start(block.fromStart()),
                from.start(block.fromEnd()),
                to.start(block.toStart()),
                to.start(block.toEnd())));
      }
    }
    return exact;
  }

  /** Adds an edit, to the one before where they touch. */
  private static void addExact(List<Edit> exact, WordEdit words) {
    int last = exact.size() - 1;
    Edit edit = new Edit(words.fromStart(), words.fromEnd(), words.toStart(), words.toEnd());
    if (last >= 0
        && exact.get(last).fromEnd() == edit.fromStart()
        && exact.get(last).toEnd() == edit.toStart()) {
      Edit before = exact.get(last);
      exact.set(last, new Edit(before.fromStart(), edit.fromEnd(), before.toStart(), edit.toEnd()));
    } else {
      exact.add(edit);
    }
  }

  /** What the right text has of the left one, moved passages too, in the order of the right one. */
  public List<CommonRange> commonRanges() {
    List<CommonRange> commonRanges = new ArrayList<>();
    Map<Integer, Integer> moved = new HashMap<>();
    for (Block block : blocks) {
      if (block.kind() == Kind.MOVED_AWAY) {
        moved.put(block.move(), from.start(block.fromStart()));
      }
    }
    for (Block block : blocks) {
      int toStart = to.start(block.toStart());
      int toEnd = to.start(block.toEnd());
      switch (block.kind()) {
        case UNCHANGED, CHANGED ->
            addCommonRange(commonRanges, block, from.start(block.fromStart()), toEnd);
        case MOVED_HERE ->
            addCommonRange(commonRanges, block, startOfMoved(block, toStart, moved), toEnd);
        case DELETED, INSERTED, MOVED_AWAY -> {}
      }
    }
    if (!movedSentences.isEmpty()) {
      commonRanges.addAll(movedSentences);
      commonRanges.sort(Comparator.comparingInt(CommonRange::toStart));
      return withoutOverlaps(commonRanges);
    }
    return commonRanges;
  }

  /** White space between sentences may both have moved with them and have been kept. */
  private static List<CommonRange> withoutOverlaps(List<CommonRange> ranges) {
    List<CommonRange> cut = new ArrayList<>();
    int end = 0;
    for (CommonRange range : ranges) {
      int over = Math.max(0, end - range.toStart());
      if (over < range.length()) {
        cut.add(
            new CommonRange(
                range.fromStart() + over, range.toStart() + over, range.length() - over));
        end = range.toStart() + range.length();
      }
    }
    return cut;
  }

  /** Adds what stands between the words that differ. */
  private void addCommonRange(
      List<CommonRange> commonRanges, Block block, int fromStart, int toEnd) {
    int fromAt = fromStart;
    int toAt = to.start(block.toStart());
    for (WordEdit edit : block.words()) {
      if (edit.toStart() > toAt) {
        commonRanges.add(new CommonRange(fromAt, toAt, edit.toStart() - toAt));
      }
      fromAt = edit.fromEnd();
      toAt = edit.toEnd();
    }
    if (toEnd > toAt) {
      commonRanges.add(new CommonRange(fromAt, toAt, toEnd - toAt));
    }
  }

  /** Where a moved block stood in the left text; unchanged ones by the number of the move. */
  private static int startOfMoved(Block block, int toStart, Map<Integer, Integer> moved) {
    if (block.words().isEmpty()) {
      return Objects.requireNonNull(moved.get(block.move()));
    }
    WordEdit first = block.words().get(0);
    return first.fromStart() - (first.toStart() - toStart);
  }

  /**
   * The changes with up to so many unchanged lines before and after each.
   *
   * @throws IllegalArgumentException where context is negative
   */
  public List<Hunk> hunks(int context) {
    return hunks(context, Set.of());
  }

  /**
   * The same without what is of some categories only, as long as it leaves every line in its place.
   *
   * @param ignored categories that are not to be shown
   */
  public List<Hunk> hunks(int context, Set<ChangeCategory> ignored) {
    if (context < 0) {
      throw new IllegalArgumentException("context is a number of lines, not " + context);
    }
    List<Edit> shown =
        ignored.isEmpty()
            ? edits
            : edits.stream().filter(edit -> !isIgnored(edit, ignored)).toList();
    List<Hunk> hunks = new ArrayList<>();
    int first = 0;
    while (first < shown.size()) {
      int last = first;
      while (last + 1 < shown.size()
          && shown.get(last + 1).fromStart() - shown.get(last).fromEnd() <= 2L * context) {
        last++;
      }
      hunks.add(hunk(shown.subList(first, last + 1), context));
      first = last + 1;
    }
    return hunks;
  }

  private boolean isIgnored(Edit edit, Set<ChangeCategory> ignored) {
    if (edit.deleted() != edit.inserted()) {
      return false;
    }
    for (int line = edit.fromStart(); line < edit.fromEnd(); ) {
      Block block = blockOfFrom(line);
      if (!isIgnored(block, ignored)) {
        return false;
      }
      line = block.fromEnd();
    }
    // Additions there too, because edits that touch are one.
    for (int line = edit.toStart(); line < edit.toEnd(); ) {
      Block block = blockOfTo(line);
      if (!isIgnored(block, ignored)) {
        return false;
      }
      line = block.toEnd();
    }
    return true;
  }

  /** Whether all that changed in a block is of some categories, or about line endings. */
  public boolean isIgnored(Block block, Set<ChangeCategory> ignored) {
    if (ignored.isEmpty()) {
      return block.category() == ChangeCategory.LINE_ENDINGS;
    }
    return block.kind() == Kind.CHANGED
        && block.words().stream()
            .map(WordEdit::category)
            .allMatch(
                category -> category == ChangeCategory.LINE_ENDINGS || ignored.contains(category));
  }

  private Hunk hunk(List<Edit> near, int context) {
    Edit first = near.get(0);
    Edit last = near.get(near.size() - 1);
    int before = Math.min(context, first.fromStart());
    int after = Math.min(context, from.size() - last.fromEnd());
    int fromStart = first.fromStart() - before;
    int fromEnd = last.fromEnd() + after;
    int toStart = first.toStart() - before;
    int toEnd = last.toEnd() + after;
    return new Hunk(
        fromStart + (fromEnd == fromStart ? 0 : 1),
        fromEnd - fromStart,
        toStart + (toEnd == toStart ? 0 : 1),
        toEnd - toStart,
        new Rows(this, near, fromStart, fromEnd));
  }

  /** The same changes for java-diff-utils, over the exact lines of both texts. */
  public Patch<String> patch() {
    return Patch.generate(from, to, edits.stream().map(Diff::delta).toList());
  }

  private static com.github.difflib.algorithm.Change delta(Edit edit) {
    DeltaType type =
        edit.deleted() == 0
            ? DeltaType.INSERT
            : edit.inserted() == 0 ? DeltaType.DELETE : DeltaType.CHANGE;
    return new com.github.difflib.algorithm.Change(
        type, edit.fromStart(), edit.fromEnd(), edit.toStart(), edit.toEnd());
  }
}
