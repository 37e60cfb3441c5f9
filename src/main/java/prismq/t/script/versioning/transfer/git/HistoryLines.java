package prismq.t.script.versioning.transfer.git;

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
   * @param mainSoFar the change that was imported last on the main branch; null for none
   * @param order which branch takes what several have
   */
  static List<HistoryLine> of(
      FileHistory history, @Nullable FileChange mainSoFar, Comparator<FileHistory.Tip> order) {
    if (history.isPlaced()) {
      return PlacedHistory.lines(history.changes());
    }
    HistoryLines parted = new HistoryLines();
    if (history.main() != null) {
      parted.addMain(history.main(), mainSoFar);
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

  private void addMain(FileChange newest, @Nullable FileChange mainSoFar) {
    if (mainSoFar == null || isOnLine(newest, mainSoFar) || !newest.isMadeOf(mainSoFar)) {
      add("HEAD", null, 0, newest);
      return;
    }
    // The branch was merged into another one, which then took its place. What that one had without
    // it is a line of its own; the main one goes on where they come together.
    List<FileChange> line = new ArrayList<>();
    @Nullable FileChange change = newest;
    while (change != null && change.isMadeOf(mainSoFar)) {
      line.add(change);
      change = change.firstParent();
    }
    add("HEAD", null, 0, line);
  }

  private static boolean isOnLine(FileChange newest, FileChange wanted) {
    @Nullable FileChange change = newest;
    while (change != null && change != wanted) {
      change = change.firstParent();
    }
    return change != null;
  }

  private void add(
      @Nullable String branch, @Nullable FileChange merge, int position, FileChange newest) {
    List<FileChange> line = new ArrayList<>();
    @Nullable FileChange change = newest;
    while (change != null && !taken.contains(change)) {
      line.add(change);
      change = change.firstParent();
    }
    if (!line.isEmpty()) {
      add(branch, merge, position, line);
    }
  }

  private void add(
      @Nullable String branch,
      @Nullable FileChange merge,
      int position,
      List<FileChange> newestFirst) {
    taken.addAll(newestFirst);
    List<FileChange> line = new ArrayList<>(newestFirst);
    Collections.reverse(line);
    lines.add(new HistoryLine(branch, merge, position, List.copyOf(line), branch == null));
  }
}
