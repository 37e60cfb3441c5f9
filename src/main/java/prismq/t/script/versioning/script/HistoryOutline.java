package prismq.t.script.versioning.script;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.ScriptView;

/**
 * What the page of a history shows of all versions, whichever of them it lists.
 *
 * @param graph null where all versions lie in a line
 * @param plot null where there are fewer than two versions
 */
record HistoryOutline(
    List<String> authors, @Nullable HistoryGraph graph, @Nullable SizePlot plot, long bytes) {
  static HistoryOutline read(ScriptView view) {
    List<String> authors = view.authors();
    HistoryGraph graph = HistoryGraph.of(view.graph(), view.branches());
    long bytes = 20_000 + 20L * view.script().latestVersion() + 100L * authors.size();
    return new HistoryOutline(
        authors, graph.isPlain() ? null : graph, SizePlot.of(view.sizes()), bytes);
  }
}
