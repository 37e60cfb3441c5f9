package prismq.t.script.versioning.transfer.git.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the followed files are at the parents of a commit. */
final class CommitSides {
  private final List<FileAtCommit[]> sides = new ArrayList<>();
  private final FileAtCommit[] first;

  CommitSides(VisitedCommit commit, int fileCount) {
    commit.parents().forEach(parent -> sides.add(Objects.requireNonNull(parent.files)));
    if (sides.isEmpty()) {
      first = new FileAtCommit[fileCount];
      Arrays.fill(first, FileAtCommit.NONE);
    } else {
      first = sides.get(0);
    }
  }

  /** All files at the first parent; not to be changed. */
  FileAtCommit[] first() {
    return first;
  }

  /** Whether the parents agree about a file. */
  boolean agreeOn(int file) {
    for (int i = 1; i < sides.size(); i++) {
      if (!sides.get(i)[file].equals(first[file])) {
        return false;
      }
    }
    return true;
  }

  /** Whether a parent has the file in this state, and this change as its newest. */
  boolean have(int file, FileState state, FileChange change) {
    return sides.stream()
        .map(side -> side[file])
        .anyMatch(there -> there.change() == change && state.equals(there.state()));
  }

  /** The newest change on every parent, each once. */
  List<FileChange.Parent> all(int file) {
    List<FileChange.Parent> all = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      @Nullable FileChange change = sides.get(i)[file].change();
      if (change != null && all.stream().noneMatch(side -> side.change() == change)) {
        all.add(new FileChange.Parent(change, i));
      }
    }
    return all;
  }

  /** The newest changes on the parents, without those that another of them was made of. */
  List<FileChange.Parent> distinct(int file) {
    List<FileChange.Parent> distinct = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      @Nullable FileChange change = sides.get(i)[file].change();
      if (change != null && distinct.stream().noneMatch(side -> side.change().isMadeOf(change))) {
        distinct.removeIf(side -> change.isMadeOf(side.change()));
        distinct.add(new FileChange.Parent(change, i));
      }
    }
    return distinct;
  }
}
