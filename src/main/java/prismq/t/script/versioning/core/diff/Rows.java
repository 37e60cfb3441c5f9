package prismq.t.script.versioning.core.diff;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Segment.Kind;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * The rows of one hunk. Each is made when it is asked for, because a hunk may have millions of rows
 * of which a page shows a thousand.
 */
final class Rows extends AbstractList<Row> implements RandomAccess {
  private final List<String> from;
  private final List<String> to;
  private final List<Edit> edits;
  private final Function<Edit, WordDiff> words;
  private final int fromStart;
  private final int[] starts;
  private final int size;
  private volatile @Nullable Latest latest;

  /**
   * @param edits those of the hunk
   * @param words how an edit is compared by word
   * @param fromStart first line on the left side
   * @param fromEnd end of the lines on the left side
   */
  Rows(
      List<String> from,
      List<String> to,
      List<Edit> edits,
      Function<Edit, WordDiff> words,
      int fromStart,
      int fromEnd) {
    this.from = from;
    this.to = to;
    this.edits = edits;
    this.words = words;
    this.fromStart = fromStart;
    this.starts = new int[edits.size()];
    int inserted = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = edits.get(i).fromStart() - fromStart + inserted;
      inserted += edits.get(i).inserted();
    }
    this.size = fromEnd - fromStart + inserted;
  }

  private record Latest(Edit edit, WordDiff words) {}

  @Override
  public int size() {
    return size;
  }

  @Override
  public Row get(int index) {
    Objects.checkIndex(index, size);
    int near = lastStartingAt(index);
    if (near < 0) {
      Edit first = edits.get(0);
      return unchanged(fromStart + index, first.toStart() - first.fromStart());
    }
    Edit edit = edits.get(near);
    int offset = index - starts[near];
    if (offset < edit.deleted()) {
      int line = edit.fromStart() + offset;
      return new Row(Kind.DELETED, line + 1, 0, from.get(line), words(edit).deleted().line(offset));
    }
    offset -= edit.deleted();
    if (offset < edit.inserted()) {
      int line = edit.toStart() + offset;
      return new Row(Kind.INSERTED, 0, line + 1, to.get(line), words(edit).inserted().line(offset));
    }
    return unchanged(edit.fromEnd() + offset - edit.inserted(), edit.toEnd() - edit.fromEnd());
  }

  private int lastStartingAt(int index) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private Row unchanged(int line, int shift) {
    String exactLine = from.get(line);
    Segment segment = new Segment(Kind.UNCHANGED, ScriptText.displayLine(exactLine));
    return new Row(Kind.UNCHANGED, line + 1, line + 1 + shift, exactLine, List.of(segment));
  }

  private WordDiff words(Edit edit) {
    Latest known = latest;
    if (known == null || !known.edit.equals(edit)) {
      known = new Latest(edit, words.apply(edit));
      latest = known;
    }
    return known.words;
  }
}
