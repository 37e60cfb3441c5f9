package prismq.t.script.versioning.script;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.script.GraphLanes.Lane;
import prismq.t.script.versioning.web.Lanes;

/**
 * The graph beside the versions of a history, newest above: a drawing for each row, as high as the
 * row turns out to be. It is hidden from screen readers, because each row says in words what its
 * version was made of.
 */
public final class HistoryGraph {
  private static final Lanes COLOURS = new Lanes();

  /** Further lanes are drawn in the last column. */
  private static final int MAX_COLUMNS = 16;

  /** With more columns than this they stand closer together. */
  private static final int WIDE_COLUMNS = 5;

  private static final int WIDE = 16;
  private static final int NARROW = 10;

  /** Where the dot of a version is, below the top of its row; everything in pixels. */
  private static final int DOT = 24;

  private static final int BEND = 22;

  private final GraphLanes lanes;

  /** By the numbers of the branches. */
  private final Map<Integer, String> names;

  private final int step;
  private final int width;

  private HistoryGraph(GraphLanes lanes, List<Branch> branches) {
    this.lanes = lanes;
    this.names = branches.stream().collect(Collectors.toMap(Branch::branchNumber, Branch::name));
    int columns = Math.min(MAX_COLUMNS, lanes.columns());
    this.step = columns > WIDE_COLUMNS ? NARROW : WIDE;
    this.width = columns * step + 4;
  }

  static HistoryGraph of(VersionGraph graph, List<Branch> branches) {
    return new HistoryGraph(GraphLanes.of(graph), branches);
  }

  /** Whether all versions lie in one line, which needs no drawing. */
  public boolean isPlain() {
    return lanes.columns() < 2;
  }

  /**
   * The drawing of one row as SVG, made of numbers and of names of branches, which need no
   * escaping.
   */
  public String row(int version) {
    StringBuilder svg = new StringBuilder(400);
    svg.append("<svg class=\"lanes\" aria-hidden=\"true\" width=\"").append(width).append("\">");
    Lane own = lanes.of(version);
    if (own != null) {
      draw(svg, version, own);
    }
    return svg.append("</svg>").toString();
  }

  private void draw(StringBuilder svg, int version, Lane own) {
    int x = x(own);
    Lane merged = lanes.mergedInto(version);
    for (Lane lane : lanes.all()) {
      if (lane.equals(own)) {
        continue;
      }
      if (lane.passes(version)) {
        line(svg, lane, x(lane), "0", "100%");
      }
      if (lane.equals(merged)) {
        curve(svg, lane, x, DOT, x(lane), DOT + BEND);
        line(svg, lane, x(lane), Integer.toString(DOT + BEND), "100%");
      }
      if (lane.start() == version) {
        curve(svg, lane, x(lane), 0, x, DOT);
      }
    }
    if (own.end() > version) {
      line(svg, own, x, "0", Integer.toString(DOT));
    }
    if (own.start() < version) {
      line(svg, own, x, Integer.toString(DOT), "100%");
    }
    svg.append("<circle class=\"").append(COLOURS.cssClass(own.branchNumber()));
    svg.append(merged == null ? "" : " merge").append("\" cx=\"").append(x);
    svg.append("\" cy=\"" + DOT + "\" r=\"").append(merged == null ? 4 : 5).append("\">");
    svg.append(title(own)).append("</circle>");
  }

  private int x(Lane lane) {
    return Math.min(lane.column(), MAX_COLUMNS - 1) * step + step / 2 + 2;
  }

  private void line(StringBuilder svg, Lane lane, int x, String top, String bottom) {
    svg.append("<line class=\"").append(COLOURS.cssClass(lane.branchNumber())).append("\" x1=\"");
    svg.append(x).append("\" x2=\"").append(x).append("\" y1=\"").append(top);
    svg.append("\" y2=\"").append(bottom).append("\">").append(title(lane)).append("</line>");
  }

  private void curve(StringBuilder svg, Lane lane, int x1, int y1, int x2, int y2) {
    int middle = (y1 + y2) / 2;
    svg.append("<path class=\"").append(COLOURS.cssClass(lane.branchNumber())).append("\" d=\"M");
    svg.append(x1).append(' ').append(y1).append('C').append(x1).append(' ').append(middle);
    svg.append(' ').append(x2).append(' ').append(middle).append(' ').append(x2).append(' ');
    svg.append(y2).append("\">").append(title(lane)).append("</path>");
  }

  /** What a lane is called where the pointer rests on it. */
  private String title(Lane lane) {
    return "<title>" + names.getOrDefault(lane.branchNumber(), "") + "</title>";
  }
}
