package prismq.t.script.versioning.transfer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parts the history of a file into lines: the main one, those of the other branches as far as they
 * are their own, and those that were merged and have no branch any more.
 */
final class HistoryLines {
  private final Set<FileChange> taken = new HashSet<>();
  private final List<HistoryLine> lines = new ArrayList<>();

  private HistoryLines() {}

  /**
   * The lines, the main one first.
   *
   * @param order which branch takes what several have
   */
  static List<HistoryLine> of(FileHistory history, Comparator<FileHistory.Tip> order) {
    HistoryLines parted = new HistoryLines();
    if (history.main() != null) {
      parted.add("HEAD", null, 0, history.main());
    }
    for (FileHistory.Tip tip : history.tips().stream().sorted(order).toList()) {
      parted.add(tip.branch(), null, 0, tip.change());
    }
    List<FileChange> newestFirst = new ArrayList<>(history.changes());
    Collections.reverse(newestFirst);
    // From the newest merge on, so that a branch that was merged several times is one line.
    for (FileChange change : newestFirst) {
      // One that nothing was made of was merged where the file was deleted.
      parted.add(null, null, 0, change);
      List<FileChange.Parent> parents = change.parents();
      for (FileChange.Parent parent :
          parents.subList(Math.min(1, parents.size()), parents.size())) {
        parted.add(null, change, parent.position(), parent.change());
      }
    }
    return parted.lines;
  }

  private void add(
      @Nullable String branch, @Nullable FileChange merge, int position, FileChange newest) {
    List<FileChange> line = new ArrayList<>();
    @Nullable FileChange change = newest;
    while (change != null && taken.add(change)) {
      line.add(change);
      change = change.firstParent();
    }
    if (!line.isEmpty()) {
      Collections.reverse(line);
      lines.add(new HistoryLine(branch, merge, position, List.copyOf(line)));
    }
  }
}
