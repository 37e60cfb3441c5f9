package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import prismq.t.script.versioning.core.diff.Hunk;
import prismq.t.script.versioning.core.diff.Rows;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;

/**
 * Where the rows of a comparison are cut into panels: about every thousand of them, or sooner where
 * they are long.
 */
final class Panels {
  private static final int ROWS = 1_000;
  private static final int BYTES = 200_000;

  /** How much larger a panel may be to keep a removal and its replacement together. */
  private static final int MAX_MORE_ROWS = 500;

  private static final int MAX_MORE_BYTES = 2 * LongLine.MAX_BYTES;

  private final List<Integer> starts = new ArrayList<>();
  private int rows;
  private int rowsOfPanel;
  private int bytesOfPanel;

  private Panels() {}

  /** The panels of all hunks, at least one. */
  static Panels of(List<Hunk> hunks) {
    Panels panels = new Panels();
    panels.starts.add(0);
    hunks.forEach(hunk -> panels.add(hunk.rows()));
    return panels;
  }

  private void add(Rows own) {
    for (int i = 0; i < own.size(); i++) {
      int bytes = LongLine.shownBytes(own.bytes(i), own.marks(i));
      boolean isFull = rowsOfPanel >= ROWS || bytesOfPanel + bytes > BYTES;
      boolean isOverfull =
          rowsOfPanel >= ROWS + MAX_MORE_ROWS || bytesOfPanel + bytes > BYTES + MAX_MORE_BYTES;
      if (isOverfull || (isFull && !belongsToRowBefore(own, i))) {
        starts.add(rows);
        rowsOfPanel = 0;
        bytesOfPanel = 0;
      }
      rows++;
      rowsOfPanel++;
      bytesOfPanel += bytes;
    }
  }

  private static boolean belongsToRowBefore(Rows own, int index) {
    return index > 0
        && own.kind(index) != SegmentKind.UNCHANGED
        && own.kind(index - 1) != SegmentKind.UNCHANGED
        && !(own.kind(index - 1) == SegmentKind.INSERTED && own.kind(index) == SegmentKind.DELETED);
  }

  int size() {
    return starts.size();
  }

  /** The first row of a panel, which counts from 1, among the rows of all hunks. */
  int start(int panel) {
    return starts.get(panel - 1);
  }

  /** The row after the last one of a panel. */
  int end(int panel) {
    return panel < starts.size() ? starts.get(panel) : rows;
  }

  /** The panel that a row is in. */
  int panelOf(int row) {
    int found = Collections.binarySearch(starts, row);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
