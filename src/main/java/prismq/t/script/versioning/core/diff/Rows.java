package prismq.t.script.versioning.core.diff;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * The rows of one hunk. Each is made when it is asked for, because a hunk may have millions of rows
 * of which a page shows a thousand.
 */
public final class Rows extends AbstractList<Row> implements RandomAccess {
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

  /** Where a row is: the lines count from 0, and are −1 on a side where it is not. */
  private record Place(SegmentKind kind, int fromLine, int toLine) {}

  @Override
  public Row get(int index) {
    Place place = place(index);
    return switch (place.kind) {
      case UNCHANGED -> unchanged(place.fromLine, place.toLine);
      case DELETED ->
          row(
              place,
              diff.from(),
              diff.deletedMarks(),
              diff.blockOfFrom(place.fromLine),
              Block.Kind.MOVED_AWAY);
      case INSERTED ->
          row(
              place,
              diff.to(),
              diff.insertedMarks(),
              diff.blockOfTo(place.toLine),
              Block.Kind.MOVED_HERE);
    };
  }

  /** What happened to a row, without making it. */
  public SegmentKind kind(int index) {
    return place(index).kind;
  }

  /** Number of bytes of a row, without making it. */
  public int bytes(int index) {
    Place place = place(index);
    return place.kind == SegmentKind.INSERTED
        ? diff.toBytes(new LineRange(place.toLine, place.toLine + 1)).length()
        : diff.fromBytes(new LineRange(place.fromLine, place.fromLine + 1)).length();
  }

  /** Number of added and removed stretches of a row, without making it. */
  public int marks(int index) {
    Place place = place(index);
    return switch (place.kind) {
      case UNCHANGED -> 0;
      case DELETED -> marks(diff.deletedMarks(), diff.from(), place.fromLine);
      case INSERTED -> marks(diff.insertedMarks(), diff.to(), place.toLine);
    };
  }

  /**
   * The number of the line on the right side that a deleted row became, because most of it is
   * there; 0 where there is none.
   */
  public int lineBeside(int index) {
    Place place = place(index);
    if (place.kind != SegmentKind.DELETED) {
      return 0;
    }
    Block block = diff.blockOfFrom(place.fromLine);
    return 1 + LinePair.of(diff.from(), diff.to(), block, place.fromLine);
  }

  private static int marks(Marks marks, Pieces lines, int line) {
    return marks.count(lines.start(line), lines.end(line));
  }

  /** A row that has the first line of a block that is shown as deleted or inserted. */
  public record BlockStart(int row, Block block) {}

  /** Where blocks start; one that has lines on both sides may do so twice. */
  public List<BlockStart> starts() {
    List<BlockStart> all = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      Edit edit = edits.get(i);
      for (int line = edit.fromStart(); line < edit.fromEnd(); ) {
        Block block = diff.blockOfFrom(line);
        all.add(new BlockStart(starts[i] + line - edit.fromStart(), block));
        line = block.fromEnd();
      }
      for (int line = edit.toStart(); line < edit.toEnd(); ) {
        Block block = diff.blockOfTo(line);
        all.add(new BlockStart(starts[i] + edit.deleted() + line - edit.toStart(), block));
        line = block.toEnd();
      }
    }
    return all;
  }

  private Place place(int index) {
    Objects.checkIndex(index, size);
    int near = lastStartingAt(index);
    if (near < 0) {
      Edit first = edits.get(0);
      int line = fromStart + index;
      return new Place(SegmentKind.UNCHANGED, line, line + first.toStart() - first.fromStart());
    }
    Edit edit = edits.get(near);
    int offset = index - starts[near];
    if (offset < edit.deleted()) {
      return new Place(SegmentKind.DELETED, edit.fromStart() + offset, -1);
    }
    offset -= edit.deleted();
    if (offset < edit.inserted()) {
      return new Place(SegmentKind.INSERTED, -1, edit.toStart() + offset);
    }
    offset -= edit.inserted();
    return new Place(SegmentKind.UNCHANGED, edit.fromEnd() + offset, edit.toEnd() + offset);
  }

  private static Row row(
      Place place, Pieces lines, Marks marks, Block block, Block.Kind movedKind) {
    int line = Math.max(place.fromLine, place.toLine);
    String exactLine = lines.get(line);
    int start = lines.start(line);
    return new Row(
        place.kind,
        place.fromLine + 1,
        place.toLine + 1,
        exactLine,
        marks.segments(start, start + ScriptText.displayLength(exactLine)),
        block.change(),
        block.kind() == movedKind);
  }

  private Row unchanged(int fromLine, int toLine) {
    String exactLine = diff.from().get(fromLine);
    String text = ScriptText.displayLine(exactLine);
    List<Segment> segments = text.isEmpty() ? List.of() : List.of(Segment.unchanged(text));
    return new Row(SegmentKind.UNCHANGED, fromLine + 1, toLine + 1, exactLine, segments, 0, false);
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
