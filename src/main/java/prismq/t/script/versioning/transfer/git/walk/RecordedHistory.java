package prismq.t.script.versioning.transfer.git.walk;

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
import prismq.t.script.versioning.transfer.git.format.CommitNote;

/** A history whose notes tell of every change which version it was, and on which branch. */
public final class RecordedHistory {
  private RecordedHistory() {}

  /** Whether it is one; what the notes say has to agree with the parents of the commits. */
  static boolean is(List<FileChange> changes) {
    Map<Integer, FileChange> byNumber = new HashMap<>();
    Map<Integer, String> names = new HashMap<>();
    for (FileChange change : changes) {
      CommitNote.@Nullable NotedVersion version = version(change);
      if (version == null
          || byNumber.put(version.versionNumber(), change) != null
          || !version
              .branch()
              .equals(
                  names.merge(version.branchNumber(), version.branch(), (first, next) -> first))) {
        return false;
      }
    }
    Set<String> distinct = new HashSet<>(names.values());
    return distinct.size() == names.size()
        && changes.stream().allMatch(RecordedHistory::isAfterItsParents)
        && byBranch(changes).values().stream().allMatch(RecordedHistory::isLine);
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
    return changes.stream().sorted(Comparator.comparingInt(RecordedHistory::number)).toList();
  }

  /** The changes of each branch, oldest first; the branches by their numbers. */
  public static Map<Integer, List<FileChange>> byBranch(List<FileChange> changes) {
    Map<Integer, List<FileChange>> byBranch = new TreeMap<>();
    for (FileChange change : ordered(changes)) {
      int branch = Objects.requireNonNull(version(change)).branchNumber();
      byBranch.computeIfAbsent(branch, key -> new ArrayList<>()).add(change);
    }
    return byBranch;
  }

  /** The version number of a change; 0 if unknown. */
  public static int number(FileChange change) {
    CommitNote.@Nullable NotedVersion version = version(change);
    return version == null ? 0 : version.versionNumber();
  }

  public static CommitNote.@Nullable NotedVersion version(FileChange change) {
    return change.note() == null ? null : change.note().version();
  }
}
