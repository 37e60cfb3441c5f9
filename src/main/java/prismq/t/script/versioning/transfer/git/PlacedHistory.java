package prismq.t.script.versioning.transfer.git;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A history whose notes tell of every change which version it was, and on which branch. */
final class PlacedHistory {
  private PlacedHistory() {}

  /** Whether it is one; what notes tell has to agree with what the commits are made of. */
  static boolean is(List<FileChange> changes) {
    Map<Integer, FileChange> byNumber = new HashMap<>();
    Map<Integer, String> names = new HashMap<>();
    for (FileChange change : changes) {
      CommitNote.@Nullable Place place = place(change);
      if (place == null
          || byNumber.put(place.versionNumber(), change) != null
          || !place
              .branch()
              .equals(names.merge(place.branchNumber(), place.branch(), (first, next) -> first))) {
        return false;
      }
    }
    Set<String> distinct = new HashSet<>(names.values());
    return distinct.size() == names.size()
        && changes.stream().allMatch(PlacedHistory::isAfterItsParents)
        && byBranch(changes).values().stream().allMatch(PlacedHistory::isLine);
  }

  private static boolean isAfterItsParents(FileChange change) {
    return change.parents().stream().allMatch(parent -> number(parent.change()) < number(change));
  }

  private static boolean isLine(List<FileChange> line) {
    for (int i = 1; i < line.size(); i++) {
      if (line.get(i).firstParent() != line.get(i - 1)) {
        return false;
      }
    }
    return true;
  }

  /** In the order of the versions. */
  static List<FileChange> ordered(List<FileChange> changes) {
    return changes.stream().sorted(Comparator.comparingInt(PlacedHistory::number)).toList();
  }

  /** One line a branch, that of the first branch first. */
  static List<HistoryLine> lines(List<FileChange> changes) {
    List<HistoryLine> lines = new ArrayList<>();
    for (List<FileChange> line : byBranch(changes).values()) {
      CommitNote.Place place = Objects.requireNonNull(place(line.get(0)));
      lines.add(
          new HistoryLine(place.branch(), null, 0, List.copyOf(line), place.branchArchived()));
    }
    return lines;
  }

  private static Map<Integer, List<FileChange>> byBranch(List<FileChange> changes) {
    Map<Integer, List<FileChange>> byBranch = new TreeMap<>();
    for (FileChange change : ordered(changes)) {
      int branch = Objects.requireNonNull(place(change)).branchNumber();
      byBranch.computeIfAbsent(branch, key -> new ArrayList<>()).add(change);
    }
    return byBranch;
  }

  /** Which version a change was; 0 where nobody tells. */
  static int number(FileChange change) {
    CommitNote.@Nullable Place place = place(change);
    return place == null ? 0 : place.versionNumber();
  }

  private static CommitNote.@Nullable Place place(FileChange change) {
    return change.note() == null ? null : change.note().place();
  }
}
