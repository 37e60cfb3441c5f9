package prismq.t.script.versioning.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.VersionGraph;

/**
 * The lanes in which the graph of a history is drawn, a column for each branch. A column is used
 * again once nothing runs in it any more. They depend on the whole history and not on the page, so
 * that a branch stays in its column from one page to the next.
 */
final class GraphLanes {
  /** The branch that exists from the start has the first column to itself. */
  private static final int FIRST_BRANCH = 1;

  private final VersionGraph graph;
  private final Map<Integer, Lane> byBranch = new HashMap<>();
  private final Map<Integer, Lane> byMerge = new HashMap<>();
  private final List<Lane> all = new ArrayList<>();
  private int columns;

  /**
   * What runs in a column from one version up to another.
   *
   * @param branchNumber gives it its colour
   * @param start the version it leaves; its own first one where that has no parent
   * @param end the last of its versions, or the one that it is merged into
   */
  record Lane(int column, int branchNumber, int start, int end) {
    boolean passes(int version) {
      return start < version && version < end;
    }

    private boolean overlaps(int otherStart, int otherEnd) {
      return start < otherEnd && otherStart < end;
    }
  }

  private GraphLanes(VersionGraph graph) {
    this.graph = graph;
  }

  static GraphLanes of(VersionGraph graph) {
    GraphLanes lanes = new GraphLanes(graph);
    lanes.placeBranches();
    lanes.placeOlderMerges();
    return lanes;
  }

  private void placeBranches() {
    int branches = 0;
    for (int v = 1; v <= graph.latest(); v++) {
      branches = Math.max(branches, graph.branchNumber(v));
    }
    int[] starts = new int[branches + 1];
    int[] ends = new int[branches + 1];
    for (int v = 1; v <= graph.latest(); v++) {
      int branch = graph.branchNumber(v);
      if (branch > 0) {
        if (ends[branch] == 0) {
          starts[branch] = graph.parent(v) == 0 ? v : graph.parent(v);
        }
        ends[branch] = v;
      }
    }
    for (int v = 1; v <= graph.latest(); v++) {
      int merged = graph.mergeParent(v);
      if (merged > 0 && isNewestBefore(merged, v)) {
        int branch = graph.branchNumber(merged);
        ends[branch] = Math.max(ends[branch], v);
      }
    }
    for (int branch = 1; branch <= branches; branch++) {
      if (ends[branch] > 0) {
        byBranch.put(branch, place(branch, starts[branch], ends[branch]));
      }
    }
  }

  /** Merges of a version that was not its branch's head get a lane of their own. */
  private void placeOlderMerges() {
    for (int v = 1; v <= graph.latest(); v++) {
      int merged = graph.mergeParent(v);
      if (merged > 0) {
        int branch = graph.branchNumber(merged);
        @Nullable Lane lane =
            isNewestBefore(merged, v) ? byBranch.get(branch) : place(branch, merged, v);
        if (lane != null) {
          byMerge.put(v, lane);
        }
      }
    }
  }

  /** Whether a version is the last of its branch before another one, of another branch. */
  private boolean isNewestBefore(int version, int later) {
    int branch = graph.branchNumber(version);
    if (branch == 0 || branch == graph.branchNumber(later)) {
      return false;
    }
    for (int v = version + 1; v < later; v++) {
      if (graph.branchNumber(v) == branch) {
        return false;
      }
    }
    return true;
  }

  private Lane place(int branch, int start, int end) {
    int column = branch == FIRST_BRANCH && byBranch.isEmpty() ? 0 : 1;
    while (isOccupied(column, start, end)) {
      column++;
    }
    Lane lane = new Lane(column, branch, start, end);
    all.add(lane);
    columns = Math.max(columns, column + 1);
    return lane;
  }

  private boolean isOccupied(int column, int start, int end) {
    return all.stream().anyMatch(lane -> lane.column == column && lane.overlaps(start, end));
  }

  /** Number of columns. */
  int columns() {
    return columns;
  }

  List<Lane> all() {
    return all;
  }

  /** The lane that a version lies in; null if its row is missing. */
  @Nullable Lane of(int version) {
    return byBranch.get(graph.branchNumber(version));
  }

  /** The lane that comes into a version from its second parent; null if it is no merge. */
  @Nullable Lane mergedInto(int version) {
    return byMerge.get(version);
  }
}
