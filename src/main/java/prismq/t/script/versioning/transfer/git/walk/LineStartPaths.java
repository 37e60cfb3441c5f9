package prismq.t.script.versioning.transfer.git.walk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jgit.errors.LargeObjectException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the followed files are called at the newest commit of a line. As a rule that is
 * what they are called where the line was merged; where it has no such file, the file may have been
 * renamed since the line was left, on either side.
 */
final class LineStartPaths {
  private final TreeDiff changes;
  private final Function<VisitedCommit, @Nullable VisitedCommit> firstParent;
  private final List<String> paths;
  private final FollowedPaths names;

  LineStartPaths(
      TreeDiff changes,
      Function<VisitedCommit, @Nullable VisitedCommit> firstParent,
      List<String> paths) {
    this.changes = changes;
    this.firstParent = firstParent;
    this.paths = paths;
    this.names = new FollowedPaths(paths);
  }

  /**
   * The names at the newest commit of a line, as {@link FollowedPaths#snapshot}.
   *
   * @param known a walked commit: the merge of the line, or HEAD
   */
  Map<Integer, String> names(VisitedCommit known, VisitedCommit newest) {
    try {
      names.restore(known.names);
      Set<Integer> missing = new HashSet<>();
      for (TreeDiff.ChangedFile file : changes.touched(known.commit, newest.commit, names)) {
        if (file.isDeleted()) {
          missing.addAll(names.files(file.path()));
        }
      }
      if (missing.isEmpty()) {
        return known.names;
      }
      Map<Integer, String> found = sinceLineWasLeft(newest, missing);
      missing.removeAll(found.keySet());
      found.putAll(movedByMerge(known, newest, missing));
      return found.isEmpty() ? known.names : merged(known.names, found);
    } catch (IOException | LargeObjectException e) {
      // The line is followed under the known names; the rest is not imported.
      return known.names;
    }
  }

  private static Map<Integer, String> merged(
      Map<Integer, String> names, Map<Integer, String> changed) {
    Map<Integer, String> all = new HashMap<>(names);
    all.putAll(changed);
    return Map.copyOf(all);
  }

  /** Follows the files from the commit that the line was left at, which has them, to its newest. */
  private Map<Integer, String> sinceLineWasLeft(VisitedCommit newest, Set<Integer> missing)
      throws IOException {
    List<VisitedCommit> line = new ArrayList<>();
    @Nullable VisitedCommit commit = newest;
    while (commit != null && !commit.walked) {
      line.add(commit);
      commit = firstParent.apply(commit);
    }
    if (commit == null) {
      return new HashMap<>();
    }
    Map<Integer, String> candidates = new HashMap<>();
    for (int file : missing) {
      candidates.put(file, names.path(file, commit.names));
    }
    FollowedPaths atFork = FollowedPaths.of(paths, candidates);
    Map<Integer, String> there = new HashMap<>();
    for (TreeDiff.ChangedFile file : changes.touched(null, commit.commit, atFork)) {
      atFork.files(file.path()).forEach(number -> there.put(number, file.path()));
    }
    Map<Integer, String> found = presentAgain(newest, candidates, there);
    if (there.isEmpty()) {
      return found;
    }
    FollowedPaths followed = FollowedPaths.of(paths, there);
    Collections.reverse(line);
    VisitedCommit before = commit;
    for (VisitedCommit next : line) {
      boolean isDeleted =
          changes.touched(before.commit, next.commit, followed).stream()
              .anyMatch(TreeDiff.ChangedFile::isDeleted);
      if (isDeleted) {
        Map<String, String> newNames = changes.newNames(before.commit, next.commit);
        newNames.keySet().retainAll(Set.copyOf(followed.paths()));
        followed.rename(newNames);
      }
      before = next;
    }
    found.putAll(followed.snapshot());
    return found;
  }

  /** Files that were deleted at the end of the line, and added again under the same name. */
  private Map<Integer, String> presentAgain(
      VisitedCommit newest, Map<Integer, String> candidates, Map<Integer, String> there)
      throws IOException {
    Map<Integer, String> deleted = new HashMap<>(candidates);
    deleted.keySet().removeAll(there.keySet());
    Map<Integer, String> again = new HashMap<>();
    if (!deleted.isEmpty()) {
      FollowedPaths followed = FollowedPaths.of(paths, deleted);
      for (TreeDiff.ChangedFile file : changes.touched(null, newest.commit, followed)) {
        followed.files(file.path()).forEach(number -> again.put(number, file.path()));
      }
    }
    return again;
  }

  /** Where no side of a merge has a file, the merge itself may have moved it. */
  private Map<Integer, String> movedByMerge(
      VisitedCommit merge, VisitedCommit newest, Set<Integer> missing) throws IOException {
    Map<Integer, String> moved = new HashMap<>();
    if (missing.isEmpty() || !merge.parents().contains(newest)) {
      return moved;
    }
    Set<String> everywhereNew = new HashSet<>();
    missing.forEach(file -> everywhereNew.add(names.path(file)));
    for (VisitedCommit parent : merge.parents()) {
      Set<String> newHere = new HashSet<>();
      changes.touched(parent.commit, merge.commit, names).stream()
          .filter(TreeDiff.ChangedFile::isNew)
          .forEach(file -> newHere.add(file.path()));
      everywhereNew.retainAll(newHere);
    }
    if (everywhereNew.isEmpty()) {
      return moved;
    }
    Map<String, String> oldNames = changes.oldNames(newest.commit, merge.commit);
    for (int file : missing) {
      @Nullable String old = oldNames.get(names.path(file));
      if (old != null && everywhereNew.contains(names.path(file))) {
        moved.put(file, old);
      }
    }
    return moved;
  }
}
