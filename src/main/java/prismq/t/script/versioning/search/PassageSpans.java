package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.search.Span.Start;

/** The spans of a history that hold a passage, derived from the versions that hold it. */
final class PassageSpans {
  private final BitSet holders;
  private final VersionGraph graph;

  PassageSpans(BitSet holders, VersionGraph graph) {
    this.holders = holders;
    this.graph = graph;
  }

  /** The versions that hold it although no parent of theirs does: there it was written. */
  BitSet arrivals() {
    BitSet arrivals = new BitSet();
    for (int v = holders.nextSetBit(1); v > 0 && v <= graph.latest(); v = next(v)) {
      if (!holds(graph.parent(v)) && !holds(graph.mergeParent(v))) {
        arrivals.set(v);
      }
    }
    return arrivals;
  }

  /** The versions that differ from their first parent in whether they hold it. */
  BitSet changes() {
    BitSet changes = new BitSet();
    for (int v = 1; v <= graph.latest(); v++) {
      if (holds(v) != holds(graph.parent(v))) {
        changes.set(v);
      }
    }
    return changes;
  }

  /** The spans, newest first. */
  List<Span> spans() {
    Map<Integer, Open> open = new HashMap<>();
    Map<Integer, Integer> lastOf = new HashMap<>();
    Map<Integer, Open> ofVersion = new HashMap<>();
    List<Open> all = new ArrayList<>();
    for (int v = 1; v <= graph.latest(); v++) {
      int branch = graph.branchNumber(v);
      if (branch == 0) {
        continue; // Its row is missing.
      }
      boolean isFirst = lastOf.put(branch, v) == null;
      @Nullable Open current = open.get(branch);
      if (holders.get(v)) {
        if (current == null) {
          current = new Open(branch, v);
          open.put(branch, current);
          all.add(current);
        }
        current.to = v;
        ofVersion.put(v, current);
      } else if (current != null) {
        current.removedIn = v;
        open.remove(branch);
      } else if (isFirst) {
        @Nullable Open left = ofVersion.get(graph.parent(v));
        if (left != null) {
          left.omittedBy.add(v);
        }
      }
    }
    return all.stream()
        .map(this::closed)
        .sorted(Comparator.comparingInt(Span::to).reversed())
        .toList();
  }

  /** A span under construction. */
  private static final class Open {
    final int branch;
    final int from;
    final List<Integer> omittedBy = new ArrayList<>();
    int to;
    int removedIn;

    Open(int branch, int from) {
      this.branch = branch;
      this.from = from;
    }
  }

  private Span closed(Open span) {
    return new Span(
        span.branch,
        span.from,
        span.to,
        start(span.from),
        graph.parent(span.from),
        span.removedIn,
        List.copyOf(span.omittedBy));
  }

  private Start start(int version) {
    if (holds(graph.parent(version))) {
      return Start.KEPT;
    }
    if (holds(graph.mergeParent(version))) {
      return Start.MERGED;
    }
    BitSet earlier = graph.ancestors(version);
    earlier.clear(version);
    return earlier.intersects(holders) ? Start.ADDED_AGAIN : Start.ADDED;
  }

  private boolean holds(int version) {
    return version > 0 && holders.get(version);
  }

  private int next(int version) {
    return holders.nextSetBit(version + 1);
  }
}
