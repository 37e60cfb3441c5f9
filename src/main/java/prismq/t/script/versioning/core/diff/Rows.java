package prismq.t.script.versioning.core.diff;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import prismq.t.script.versioning.core.diff.Segment.Kind;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * The rows of one hunk. Each is made when it is asked for, because a hunk may have millions of rows
 * of which a page shows a thousand.
 */
final class Rows extends AbstractList<Row> implements RandomAccess {
  private final Diff diff;
  private final List<Edit> edits;
  private final int fromStart;
  private final int[] starts;
  private final int size;

  /**
   * @param edits those of the hunk
   * @param fromStart first line on the left side
   * @param fromEnd end of the lines on the left side
   */
  Rows(Diff diff, List<Edit> edits, int fromStart, int fromEnd) {
    this.diff = diff;
    this.edits = edits;
    this.fromStart = fromStart;
    this.starts = new int[edits.size()];
    int inserted = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = edits.get(i).fromStart() - fromStart + inserted;
      inserted += edits.get(i).inserted();
    }
    this.size = fromEnd - fromStart + inserted;
  }

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
      Block block = diff.blockOfFrom(line);
      return row(
          Kind.DELETED, line, -1, diff.from(), diff.deletedMarks(), block, Block.Kind.MOVED_AWAY);
    }
    offset -= edit.deleted();
    if (offset < edit.inserted()) {
      int line = edit.toStart() + offset;
      Block block = diff.blockOfTo(line);
      return row(
          Kind.INSERTED, -1, line, diff.to(), diff.insertedMarks(), block, Block.Kind.MOVED_HERE);
    }
    return unchanged(edit.fromEnd() + offset - edit.inserted(), edit.toEnd() - edit.fromEnd());
  }

  private static Row row(
      Kind kind,
      int fromLine,
      int toLine,
      Pieces lines,
      Marks marks,
      Block block,
      Block.Kind movedKind) {
    int line = Math.max(fromLine, toLine);
    String exactLine = lines.get(line);
    int start = lines.start(line);
    return new Row(
        kind,
        fromLine + 1,
        toLine + 1,
        exactLine,
        marks.segments(start, start + ScriptText.displayLength(exactLine)),
        block.change(),
        block.kind() == movedKind);
  }

  private Row unchanged(int line, int shift) {
    String exactLine = diff.from().get(line);
    String text = ScriptText.displayLine(exactLine);
    List<Segment> segments = text.isEmpty() ? List.of() : List.of(Segment.unchanged(text));
    return new Row(Kind.UNCHANGED, line + 1, line + 1 + shift, exactLine, segments, 0, false);
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
}
