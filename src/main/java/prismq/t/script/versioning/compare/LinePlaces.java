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

/** The rows of a comparison in panels, and in which of them each block starts. */
final class LinePlaces {
  private final List<Hunk> hunks;
  private final Panels panels;
  private final BlockPlaces places = new BlockPlaces();
  private final Map<Integer, Block> startingAt = new HashMap<>();

  LinePlaces(Diff diff, ViewOptions options) {
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

  /** The rows of one hunk in one panel. */
  record PanelHunk(String header, List<PlacedRow> rows) {}

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
    for (Hunk hunk : hunks) {
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
        parts.add(new PanelHunk(hunk.header(), rows));
      }
      position += hunk.rows().size();
    }
    return parts;
  }
}
