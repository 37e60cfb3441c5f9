package prismq.t.script.versioning.core.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Segment.Kind;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * What changed from one text to another, line by line, and by word inside changed lines. Immutable.
 */
public final class Diff {
  private final List<String> from;
  private final List<String> to;
  private final List<Edit> edits;
  private final boolean coarse;

  Diff(List<String> from, List<String> to, List<Edit> edits, boolean coarse) {
    this.from = from;
    this.to = to;
    this.edits = List.copyOf(edits);
    this.coarse = coarse;
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
    int linesDeleted = 0;
    int linesInserted = 0;
    int wordsDeleted = 0;
    int wordsInserted = 0;
    for (Edit edit : edits) {
      WordDiff words = words(edit);
      linesDeleted += edit.deleted();
      linesInserted += edit.inserted();
      wordsDeleted += words.wordsDeleted();
      wordsInserted += words.wordsInserted();
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
      hunks.add(hunk(edits.subList(first, last + 1), context));
      first = last + 1;
    }
    return hunks;
  }

  private Hunk hunk(List<Edit> near, int context) {
    Edit first = near.get(0);
    Edit last = near.get(near.size() - 1);
    int before = Math.min(context, first.fromStart());
    int after = Math.min(context, from.size() - last.fromEnd());
    List<Row> rows = new ArrayList<>();
    int line = first.fromStart() - before;
    int shift = first.toStart() - first.fromStart();
    for (Edit edit : near) {
      addUnchanged(rows, line, edit.fromStart(), shift);
      addChanged(rows, edit);
      line = edit.fromEnd();
      shift = edit.toEnd() - edit.fromEnd();
    }
    addUnchanged(rows, line, last.fromEnd() + after, shift);
    int fromLines = last.fromEnd() + after - (first.fromStart() - before);
    int toLines = last.toEnd() + after - (first.toStart() - before);
    return new Hunk(
        first.fromStart() - before + (fromLines == 0 ? 0 : 1),
        fromLines,
        first.toStart() - before + (toLines == 0 ? 0 : 1),
        toLines,
        rows);
  }

  private void addUnchanged(List<Row> rows, int start, int end, int shift) {
    for (int line = start; line < end; line++) {
      String text = ScriptText.displayLine(from.get(line));
      rows.add(
          new Row(
              Kind.UNCHANGED,
              line + 1,
              line + 1 + shift,
              from.get(line),
              List.of(new Segment(Kind.UNCHANGED, text))));
    }
  }

  private void addChanged(List<Row> rows, Edit edit) {
    WordDiff words = words(edit);
    for (int i = 0; i < edit.deleted(); i++) {
      int line = edit.fromStart() + i;
      rows.add(new Row(Kind.DELETED, line + 1, 0, from.get(line), words.deletedLines().get(i)));
    }
    for (int i = 0; i < edit.inserted(); i++) {
      int line = edit.toStart() + i;
      rows.add(new Row(Kind.INSERTED, 0, line + 1, to.get(line), words.insertedLines().get(i)));
    }
  }

  private WordDiff words(Edit edit) {
    return WordDiff.of(
        from.subList(edit.fromStart(), edit.fromEnd()), to.subList(edit.toStart(), edit.toEnd()));
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
