package prismq.t.script.versioning.transfer.git.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.git.format.CommitNote;
import prismq.t.script.versioning.transfer.git.walk.FileChange;
import prismq.t.script.versioning.transfer.git.walk.FileHistory;
import prismq.t.script.versioning.transfer.git.walk.RecordedHistory;

/**
 * Parts the history of a file into lines: the main one, those of the other branches as far as they
 * are their own, and those that were merged and have no branch any more.
 */
final class LineSplitter {
  private final Set<FileChange> assigned = new HashSet<>();
  private final List<ChangeLine> lines = new ArrayList<>();

  private LineSplitter() {}

  /**
   * The lines, the main one first.
   *
   * @param importedMain the change that was imported last on the main branch; null for none
   * @param order which branch takes changes that several have
   */
  static List<ChangeLine> of(
      FileHistory history, @Nullable FileChange importedMain, Comparator<FileHistory.Tip> order) {
    if (history.isRecorded()) {
      return recorded(history);
    }
    LineSplitter parted = new LineSplitter();
    if (history.main() != null) {
      parted.addMain(history.main(), importedMain);
    }
    for (FileHistory.Tip tip : history.tips().stream().sorted(order).toList()) {
      parted.add(tip.branch(), null, 0, tip.change());
    }
    List<FileChange> newestFirst = new ArrayList<>(history.changes());
    Collections.reverse(newestFirst);
    // From the newest merge on, so that a branch that was merged several times is one line.
    for (FileChange change : newestFirst) {
      // A change that no other was made of was merged where the file was deleted.
      parted.add(null, null, 0, change);
      List<FileChange.Parent> parents = change.parents();
      for (FileChange.Parent parent :
          parents.subList(Math.min(1, parents.size()), parents.size())) {
        parted.add(null, change, parent.position(), parent.change());
      }
    }
    return parted.lines;
  }

  /** One line a branch, that of the first branch first. */
  private static List<ChangeLine> recorded(FileHistory history) {
    List<ChangeLine> lines = new ArrayList<>();
    for (List<FileChange> line : RecordedHistory.byBranch(history.changes()).values()) {
      CommitNote.NotedVersion version =
          Objects.requireNonNull(RecordedHistory.version(line.get(0)));
      lines.add(
          new ChangeLine(version.branch(), null, 0, List.copyOf(line), version.branchArchived()));
    }
    return lines;
  }

  private void addMain(FileChange newest, @Nullable FileChange importedMain) {
    if (importedMain == null || isOnLine(newest, importedMain) || !newest.isMadeOf(importedMain)) {
      add("HEAD", null, 0, newest);
      return;
    }
    // The branch was merged into another one, which then replaced it. Changes made only there are a
    // line of their own; the main one continues after the merge.
    List<FileChange> line = new ArrayList<>();
    @Nullable FileChange change = newest;
    while (change != null && change.isMadeOf(importedMain)) {
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
    while (change != null && !assigned.contains(change)) {
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
    assigned.addAll(newestFirst);
    List<FileChange> line = new ArrayList<>(newestFirst);
    Collections.reverse(line);
    lines.add(new ChangeLine(branch, merge, position, List.copyOf(line), branch == null));
  }
}
