package prismq.t.script.versioning.compare;

import java.util.List;
import java.util.Set;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.diff.Diff;

/** The changes that are shown, counted as a reader steps through them. */
final class ShownChanges {
  private final List<Change> changes;
  private final int[] positions;
  private final int all;

  ShownChanges(Diff diff, Set<ChangeCategory> ignored) {
    this.changes =
        diff.changes().stream()
            .filter(change -> !change.blocks().stream().allMatch(b -> b.isIgnored(ignored)))
            .toList();
    this.all = diff.changes().size();
    this.positions = new int[all + 1];
    int position = 0;
    for (Change change : changes) {
      positions[change.number()] = ++position;
    }
  }

  List<Change> changes() {
    return changes;
  }

  int size() {
    return changes.size();
  }

  /** Number of changes that are not shown. */
  int hidden() {
    return all - changes.size();
  }

  /** The place of a change among those that are shown, from 1. */
  int position(int changeNumber) {
    return positions[changeNumber];
  }
}
