package prismq.t.script.versioning.core.diff;

import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.List;
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
  private volatile @Nullable ReadingText readingText;

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

  /** Both texts as they are read, where a line that was broken only for its width goes on. */
  public ReadingText reading() {
    ReadingText known = readingText;
    if (known == null) {
      known = new ReadingText(from, to);
      readingText = known;
    }
    return known;
  }

  /** A block as one exact text: removals and additions, in their place among what was kept. */
  public List<Segment> segments(Block block) {
    return new Segments(from, from.text(), to, to.text()).of(block);
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
    return ExactEdits.of(this);
  }

  /** What the right text has of the left one, moved passages too, in the order of the right one. */
  public List<CommonRange> commonRanges() {
    return new CommonRanges(this, movedSentences).all();
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
    return new Hunks(this, context, ignored).all();
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
