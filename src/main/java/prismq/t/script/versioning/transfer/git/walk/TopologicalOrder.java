package prismq.t.script.versioning.transfer.git.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sorts changes in the order to save them: each after its parents, else by date. The first of
 * HEAD's line is first of all, so that the main branch has a version from the start.
 */
final class TopologicalOrder {
  private static final Comparator<FileChange> BY_DATE =
      Comparator.comparingInt(FileChange::commitTime).thenComparing(FileChange::commit);

  private TopologicalOrder() {}

  static List<FileChange> of(List<FileChange> changes, @Nullable FileChange head) {
    Map<FileChange, List<FileChange>> children = new HashMap<>();
    Map<FileChange, Integer> parentsLeft = new HashMap<>();
    @Nullable FileChange first = first(head);
    Set<FileChange> firstOfAll = first == null ? Set.of() : Set.of(first);
    PriorityQueue<FileChange> ready =
        new PriorityQueue<>(
            Comparator.comparing((FileChange change) -> !firstOfAll.contains(change))
                .thenComparing(BY_DATE));
    for (FileChange change : changes) {
      Set<FileChange> parents = new HashSet<>();
      change.parents().forEach(parent -> parents.add(parent.change()));
      parents.forEach(
          parent -> children.computeIfAbsent(parent, key -> new ArrayList<>()).add(change));
      parentsLeft.put(change, parents.size());
      if (parents.isEmpty()) {
        ready.add(change);
      }
    }
    List<FileChange> ordered = new ArrayList<>(changes.size());
    for (FileChange next = ready.poll(); next != null; next = ready.poll()) {
      ordered.add(next);
      for (FileChange child : children.getOrDefault(next, List.of())) {
        if (parentsLeft.merge(child, -1, Integer::sum) == 0) {
          ready.add(child);
        }
      }
    }
    return ordered;
  }

  private static @Nullable FileChange first(@Nullable FileChange head) {
    @Nullable FileChange change = head;
    @Nullable FileChange before = head;
    while (before != null) {
      change = before;
      before = before.firstParent();
    }
    return change;
  }
}
