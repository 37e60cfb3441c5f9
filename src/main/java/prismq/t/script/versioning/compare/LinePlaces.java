package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.Hunk;
import prismq.t.script.versioning.core.diff.Row;
import prismq.t.script.versioning.core.diff.Rows;
import prismq.t.script.versioning.core.text.LineRange;

/** The rows of a comparison in panels, and in which of them each block starts. */
final class LinePlaces {
  private final Diff diff;
  private final List<Hunk> hunks;
  private final Panels panels;
  private final BlockPlaces places = new BlockPlaces();
  private final Map<Integer, Block> startingAt = new HashMap<>();

  LinePlaces(Diff diff, ViewOptions options) {
    this.diff = diff;
    this.hunks = diff.hunks(options.context(), options.ignored());
    this.panels = Panels.of(hunks);
    int position = 0;
    for (Hunk hunk : hunks) {
      for (Rows.BlockStart start : hunk.rows().starts()) {
        int row = position + start.row();
        if (places.add(start.block(), panels.panelOf(row))) {
          startingAt.put(row, start.block());
        }
      }
      position += hunk.rows().size();
    }
  }

  /** Number of panels. */
  int pieces() {
    return panels.size();
  }

  /** In which panel each block starts. */
  BlockPlaces places() {
    return places;
  }

  /** Number of rows after a panel, which counts from 1. */
  int rowsAfter(int panel) {
    return panels.end(panels.size()) - panels.end(panel);
  }

  /**
   * The rows of one hunk in one panel.
   *
   * @param before the unchanged lines before it, of the right side; empty where it goes on
   * @param after those after it, where it is the last one
   * @param shift what is added to the number of a line before it for that of the left side
   * @param shiftAfter the same for a line after it
   */
  record PanelHunk(
      String header,
      List<PlacedRow> rows,
      LineRange before,
      LineRange after,
      int shift,
      int shiftAfter) {}

  /**
   * A row and where it belongs.
   *
   * @param start the block that starts with it; null where none does
   * @param lineBeside number of the line on the right side that it became; 0 where there is none
   */
  record PlacedRow(Row row, @Nullable Block start, int lineBeside) {}

  /** What a panel has. */
  List<PanelHunk> parts(int panel) {
    List<PanelHunk> parts = new ArrayList<>();
    int position = 0;
    int before = 0;
    for (Hunk hunk : hunks) {
      int toStart = firstLine(hunk.toStart(), hunk.toLines());
      int toEnd = toStart + hunk.toLines();
      int fromStart = firstLine(hunk.fromStart(), hunk.fromLines());
      boolean isLast = position + hunk.rows().size() == panels.end(panels.size());
      int start = Math.max(position, panels.start(panel));
      int end = Math.min(position + hunk.rows().size(), panels.end(panel));
      if (start < end) {
        List<PlacedRow> rows = new ArrayList<>();
        for (int row = start; row < end; row++) {
          int own = row - position;
          rows.add(
              new PlacedRow(
                  hunk.rows().get(own), startingAt.get(row), hunk.rows().lineBeside(own)));
        }
        boolean isEnd = isLast && end == position + hunk.rows().size();
        parts.add(
            new PanelHunk(
                hunk.header(),
                rows,
                start == position ? new LineRange(before, toStart) : new LineRange(0, 0),
                isEnd ? new LineRange(toEnd, diff.to().size()) : new LineRange(0, 0),
                fromStart - toStart,
                fromStart + hunk.fromLines() - toEnd));
      }
      before = toEnd;
      position += hunk.rows().size();
    }
    return parts;
  }

  /** Counted from 0; the line after the one that is named where a side has none. */
  private static int firstLine(int start, int lines) {
    return lines == 0 ? start : start - 1;
  }
}
