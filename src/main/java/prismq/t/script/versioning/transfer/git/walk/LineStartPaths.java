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
import prismq.t.script.versioning.transfer.git.read.FilePath;

/**
 * Finds out what the followed files are called at the newest commit of a line. As a rule that is
 * what they are called where the line was merged; where it has no such file, the file may have been
 * renamed since the line was left, on either side.
 */
final class LineStartPaths {
  private final TreeDiff changes;
  private final Function<VisitedCommit, @Nullable VisitedCommit> firstParent;
  private final List<FilePath> paths;
  private final FollowedPaths names;

  LineStartPaths(
      TreeDiff changes,
      Function<VisitedCommit, @Nullable VisitedCommit> firstParent,
      List<FilePath> paths) {
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
  Map<Integer, FilePath> names(VisitedCommit known, VisitedCommit newest) {
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
      Map<Integer, FilePath> found = sinceLineWasLeft(newest, missing);
      removeOriginals(known, found);
      missing.removeAll(found.keySet());
      found.putAll(movedByMerge(known, newest, missing));
      return found.isEmpty() ? known.names : merged(known.names, found);
    } catch (IOException | LargeObjectException e) {
      // The line is followed under the known names; the rest is not imported.
      return known.names;
    }
  }

  /** What is beside a copy where the line was merged, under its own name, is not the copy. */
  private void removeOriginals(VisitedCommit known, Map<Integer, FilePath> found)
      throws IOException {
    FollowedPaths candidates = FollowedPaths.of(paths, found);
    Set<FilePath> beside = new HashSet<>();
    if (!found.isEmpty()) {
      changes.touched(null, known.commit, candidates).forEach(file -> beside.add(file.path()));
    }
    found
        .entrySet()
        .removeIf(
            file ->
                beside.contains(file.getValue())
                    && !file.getValue().equals(names.path(file.getKey(), known.names)));
  }

  private static Map<Integer, FilePath> merged(
      Map<Integer, FilePath> names, Map<Integer, FilePath> changed) {
    Map<Integer, FilePath> all = new HashMap<>(names);
    all.putAll(changed);
    return Map.copyOf(all);
  }

  /** Follows the files from the commit that the line was left at, which has them, to its newest. */
  private Map<Integer, FilePath> sinceLineWasLeft(VisitedCommit newest, Set<Integer> missing)
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
    Map<Integer, FilePath> candidates = new HashMap<>();
    for (int file : missing) {
      candidates.put(file, names.path(file, commit.names));
    }
    FollowedPaths atFork = FollowedPaths.of(paths, candidates);
    Map<Integer, FilePath> there = new HashMap<>();
    for (TreeDiff.ChangedFile file : changes.touched(null, commit.commit, atFork)) {
      atFork.files(file.path()).forEach(number -> there.put(number, file.path()));
    }
    Map<Integer, FilePath> found = presentAgain(newest, candidates, there);
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
        followed.rename(changes.newNames(before.commit, next.commit, Set.copyOf(followed.paths())));
      }
      before = next;
    }
    found.putAll(followed.snapshot());
    return found;
  }

  /** Files that were deleted at the end of the line, and added again under the same name. */
  private Map<Integer, FilePath> presentAgain(
      VisitedCommit newest, Map<Integer, FilePath> candidates, Map<Integer, FilePath> there)
      throws IOException {
    Map<Integer, FilePath> deleted = new HashMap<>(candidates);
    deleted.keySet().removeAll(there.keySet());
    Map<Integer, FilePath> again = new HashMap<>();
    if (!deleted.isEmpty()) {
      FollowedPaths followed = FollowedPaths.of(paths, deleted);
      for (TreeDiff.ChangedFile file : changes.touched(null, newest.commit, followed)) {
        followed.files(file.path()).forEach(number -> again.put(number, file.path()));
      }
    }
    return again;
  }

  /** Where no side of a merge has a file, the merge itself may have moved it. */
  private Map<Integer, FilePath> movedByMerge(
      VisitedCommit merge, VisitedCommit newest, Set<Integer> missing) throws IOException {
    Map<Integer, FilePath> moved = new HashMap<>();
    if (missing.isEmpty() || !merge.parents().contains(newest)) {
      return moved;
    }
    Map<FilePath, TreeDiff.ChangedFile> everywhereNew = new HashMap<>();
    changes.touched(newest.commit, merge.commit, names).stream()
        .filter(TreeDiff.ChangedFile::isNew)
        .forEach(file -> everywhereNew.put(file.path(), file));
    for (VisitedCommit parent : merge.parents()) {
      Set<FilePath> newHere = new HashSet<>();
      changes.touched(parent.commit, merge.commit, names).stream()
          .filter(TreeDiff.ChangedFile::isNew)
          .forEach(file -> newHere.add(file.path()));
      everywhereNew.keySet().retainAll(newHere);
    }
    Set<FilePath> wanted = new HashSet<>();
    missing.forEach(file -> wanted.add(names.path(file)));
    everywhereNew.keySet().retainAll(wanted);
    if (everywhereNew.isEmpty()) {
      return moved;
    }
    Map<FilePath, OriginFinder.FileOrigin> origins =
        changes.origins(newest.commit, merge.commit, everywhereNew.values()).found();
    for (int file : missing) {
      OriginFinder.@Nullable FileOrigin origin = origins.get(names.path(file));
      if (origin != null) {
        moved.put(file, origin.path());
      }
    }
    return moved;
  }
}
