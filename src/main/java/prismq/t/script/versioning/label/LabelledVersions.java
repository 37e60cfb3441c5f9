package prismq.t.script.versioning.label;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionGraph;

/** Finds what the page shows of the labelled versions of one script. */
final class LabelledVersions {
  private final ScriptView view;
  private final String scriptId;
  private final NavigableMap<Integer, List<Label>> labels = new TreeMap<>();
  private final VersionGraph graph;
  private final List<Branch> branches;

  LabelledVersions(ScriptView view) {
    this.view = view;
    this.scriptId = view.scriptId();
    for (Label label : view.labels()) {
      labels.computeIfAbsent(label.versionNumber(), version -> new ArrayList<>()).add(label);
    }
    this.graph = view.graph();
    this.branches = view.branches();
  }

  int count() {
    return labels.size();
  }

  /** How many there are before a version. */
  int countBefore(int version) {
    return labels.headMap(version).size();
  }

  /** Those before a version, newest first. */
  List<LabelledVersion> before(int version, int limit) {
    return labels.headMap(version, false).descendingMap().keySet().stream()
        .limit(limit)
        .map(this::labelled)
        .toList();
  }

  private LabelledVersion labelled(int number) {
    @Nullable Version version = version(number);
    return new LabelledVersion(
        scriptId,
        number,
        labels.getOrDefault(number, List.of()),
        version,
        labelledBefore(number),
        version == null ? null : head(version));
  }

  private @Nullable Version version(int number) {
    try {
      return view.version(number);
    } catch (DamagedVersionException e) {
      // Its labels can still be shown.
      return null;
    }
  }

  private @Nullable Integer labelledBefore(int number) {
    if (number > graph.latest()) {
      return null;
    }
    int before = graph.parent(number);
    while (before > 0 && !labels.containsKey(before)) {
      before = graph.parent(before);
    }
    return before == 0 ? null : before;
  }

  private @Nullable Integer head(Version version) {
    return branches.stream()
        .filter(branch -> branch.branchNumber() == version.branchNumber())
        .map(Branch::headVersion)
        .filter(head -> head != null && head != version.versionNumber())
        .findFirst()
        .orElse(null);
  }
}
