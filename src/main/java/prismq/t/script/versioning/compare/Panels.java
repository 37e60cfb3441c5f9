package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Hunk;
import prismq.t.script.versioning.core.diff.Row;
import prismq.t.script.versioning.core.diff.Segment.Kind;

/** Where the rows of a comparison are cut into panels: about every thousand of them. */
final class Panels {
  private static final int ROWS = 1_000;

  /** So many more a panel may have, so that what went and what came in its place stay together. */
  private static final int MOST_MORE_ROWS = 500;

  private final List<Integer> starts = new ArrayList<>();
  private int rows;

  private Panels() {}

  /** The panels of all hunks, at least one. */
  static Panels of(List<Hunk> hunks) {
    Panels panels = new Panels();
    panels.starts.add(0);
    hunks.forEach(panels::add);
    return panels;
  }

  private void add(Hunk hunk) {
    List<Row> own = hunk.rows();
    int cut = Math.max(0, lastStart() + ROWS - rows);
    while (cut < own.size()) {
      int most = Math.min(own.size(), cut + MOST_MORE_ROWS);
      while (cut > 0 && cut < most && belongTogether(own.get(cut - 1), own.get(cut))) {
        cut++;
      }
      if (cut < own.size()) {
        starts.add(rows + cut);
      }
      cut += ROWS;
    }
    rows += own.size();
  }

  private static boolean belongTogether(Row row, Row next) {
    return row.kind() != Kind.UNCHANGED
        && next.kind() != Kind.UNCHANGED
        && !(row.kind() == Kind.INSERTED && next.kind() == Kind.DELETED);
  }

  private int lastStart() {
    return starts.get(starts.size() - 1);
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
}
