package prismq.t.script.versioning.core.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * What changed from one text to another, line by line, and by word inside changed lines. Immutable.
 */
public final class Diff {
  /** Shared among the edits by their size, so that all of them take a fifth of a second at most. */
  private static final long WORD_STEPS = 10_000_000;

  /** What a rewritten line takes at least. */
  private static final long WORD_STEPS_PER_CHARACTER = 2;

  /** Two texts that differ more than this are not alike enough to be read word by word. */
  private static final long MOST_CHARACTERS_BY_WORD = 4_000_000;

  private final Pieces from;
  private final Pieces to;
  private final List<Edit> edits;
  private final boolean coarse;
  private final long changedCharacters;
  private volatile @Nullable Statistics statistics;

  Diff(Pieces from, Pieces to, List<Edit> edits, boolean coarse) {
    this.from = from;
    this.to = to;
    this.edits = List.copyOf(edits);
    this.coarse = coarse;
    this.changedCharacters = this.edits.stream().mapToLong(this::characters).sum();
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
   * Whether the texts were too tangled for the work allowed, so that ranges are larger than need
   * be.
   */
  public boolean coarse() {
    return coarse;
  }

  /** Number of lines and words that went and came. */
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
    int wordsDeleted = 0;
    int wordsInserted = 0;
    for (Edit edit : edits) {
      WordDiff words = words(edit);
      linesDeleted += edit.deleted();
      linesInserted += edit.inserted();
      wordsDeleted += words.deleted().changedWords();
      wordsInserted += words.inserted().changedWords();
    }
    return new Statistics(linesDeleted, linesInserted, wordsDeleted, wordsInserted);
  }

  /** Numbers of lines and words. */
  public record Statistics(
      int linesDeleted, int linesInserted, int wordsDeleted, int wordsInserted) {}

  /**
   * The changes with up to so many unchanged lines before and after each.
   *
   * @throws IllegalArgumentException where context is negative
   */
  public List<Hunk> hunks(int context) {
    return hunks(context, this::words);
  }

  /** The same, but of lines that changed as a whole, which takes less time. */
  List<Hunk> hunksOfWholeLines(int context) {
    return hunks(context, edit -> WordDiff.ofWholeLines(deleted(edit), inserted(edit)));
  }

  private List<Hunk> hunks(int context, Function<Edit, WordDiff> words) {
    if (context < 0) {
      throw new IllegalArgumentException("context is a number of lines, not " + context);
    }
    List<Hunk> hunks = new ArrayList<>();
    int first = 0;
    while (first < edits.size()) {
      int last = first;
      while (last + 1 < edits.size()
          && edits.get(last + 1).fromStart() - edits.get(last).fromEnd() <= 2L * context) {
        last++;
      }
      hunks.add(hunk(edits.subList(first, last + 1), context, words));
      first = last + 1;
    }
    return hunks;
  }

  private Hunk hunk(List<Edit> near, int context, Function<Edit, WordDiff> words) {
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
        new Rows(from, to, near, words, fromStart, fromEnd));
  }

  private WordDiff words(Edit edit) {
    if (changedCharacters > MOST_CHARACTERS_BY_WORD) {
      return WordDiff.ofWholeLines(deleted(edit), inserted(edit));
    }
    long size = characters(edit);
    long share = WORD_STEPS * size / changedCharacters;
    return WordDiff.of(deleted(edit), inserted(edit), WORD_STEPS_PER_CHARACTER * size + share);
  }

  private List<String> deleted(Edit edit) {
    return from.subList(edit.fromStart(), edit.fromEnd());
  }

  private List<String> inserted(Edit edit) {
    return to.subList(edit.toStart(), edit.toEnd());
  }

  private long characters(Edit edit) {
    return (long) from.start(edit.fromEnd())
        - from.start(edit.fromStart())
        + to.start(edit.toEnd())
        - to.start(edit.toStart());
  }

  /** The same changes for java-diff-utils, over the exact lines of both texts. */
  public Patch<String> patch() {
    return Patch.generate(from, to, edits.stream().map(Diff::change).toList());
  }

  private static Change change(Edit edit) {
    DeltaType type =
        edit.deleted() == 0
            ? DeltaType.INSERT
            : edit.inserted() == 0 ? DeltaType.DELETE : DeltaType.CHANGE;
    return new Change(type, edit.fromStart(), edit.fromEnd(), edit.toStart(), edit.toEnd());
  }
}
