package prismq.t.script.versioning.script;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionFilter;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.history.VersionLabels;
import prismq.t.script.versioning.review.ReviewChip;
import prismq.t.script.versioning.review.ReviewView;
import prismq.t.script.versioning.review.Reviews;

/**
 * What the page of a history shows of all versions, whichever of them it lists.
 *
 * @param changedAt when its newest version was written, which for an imported one was before it
 *     came here
 * @param branches all of them, the archived ones too
 * @param reviews what has come of the newest review of each version that has any
 * @param waiting the reviews in which it is anybody's turn, newest first
 * @param graph null if all versions lie in a line
 * @param strip null if there are fewer than two versions
 * @param bytes about how much memory it takes
 */
record HistoryOutline(
    Instant changedAt,
    List<Branch> branches,
    VersionLabels labels,
    Map<Integer, ReviewChip> reviews,
    List<ReviewView> waiting,
    List<String> authors,
    @Nullable HistoryGraph graph,
    @Nullable HistoryStrip strip,
    long bytes) {
  static HistoryOutline read(ScriptView view, Reviews reviews) {
    List<Branch> branches = view.branches();
    List<Label> labels = view.labels();
    List<String> authors = view.authors();
    VersionGraph parents = view.graph();
    Map<Integer, ReviewChip> chips = reviews.chips(view.scriptId());
    List<ReviewView> waiting = chips.isEmpty() ? List.of() : reviews.waiting(view.scriptId());
    HistoryGraph graph = HistoryGraph.of(parents, branches);
    VersionLabels named = new VersionLabels(labels);
    HistoryStrip strip = HistoryStrip.read(view, parents, named);
    List<Version> newest = view.versions(VersionFilter.ALL, Integer.MAX_VALUE, 1);
    return new HistoryOutline(
        newest.isEmpty() ? view.script().changedAt() : newest.get(0).createdAt(),
        branches,
        named,
        chips,
        waiting,
        authors,
        graph.isPlain() ? null : graph,
        strip,
        20_000
            + (strip == null ? 0 : 2L * strip.length())
            + 60L * view.script().latestVersion()
            + 500L * branches.size()
            + 5_000L * waiting.size()
            + 100L * (labels.size() + chips.size() + authors.size()));
  }
}
