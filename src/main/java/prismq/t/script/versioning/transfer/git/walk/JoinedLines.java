package prismq.t.script.versioning.transfer.git.walk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.LargeObjectException;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.git.read.FilePath;

/**
 * Follows files past the commit where their line left another one that was walked before. A copy
 * made on a branch is unknown on the line that the branch left; below, it is its original.
 */
final class JoinedLines {
  private final TreeDiff changes;
  private final FollowedOrigins origins;
  private final List<FilePath> paths;

  /** Files to follow from a commit on, by the names that they have there. */
  private record JoinStart(@Nullable VisitedCommit commit, Map<Integer, FilePath> names) {}

  JoinedLines(TreeDiff changes, FollowedOrigins origins, List<FilePath> paths) {
    this.changes = changes;
    this.origins = origins;
    this.paths = paths;
  }

  /**
   * Goes on with the files that a line knows here and the other one does not.
   *
   * @param fork the walked commit that the line ends at
   * @param names the names that the line gives
   */
  void join(VisitedCommit fork, FollowedPaths names) {
    Map<Integer, FilePath> unknown = new HashMap<>();
    names
        .snapshot()
        .forEach(
            (file, path) -> {
              if (!path.equals(names.path(file, fork.names))) {
                unknown.put(file, path);
              }
            });
    if (unknown.isEmpty()) {
      return;
    }
    try {
      Map<Integer, FilePath> there = new HashMap<>();
      unknown.keySet().forEach(file -> there.put(file, names.path(file, fork.names)));
      FollowedPaths known = FollowedPaths.of(paths, there);
      for (TreeDiff.ChangedFile file : changes.touched(null, fork.commit, known)) {
        known.files(file.path()).forEach(unknown::remove);
      }
      follow(new JoinStart(fork, unknown));
    } catch (IOException | LargeObjectException e) {
      // The history of these files starts with the line; a damaged commit is told of elsewhere.
      return;
    }
  }

  private void follow(JoinStart start) throws IOException {
    Deque<JoinStart> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      JoinStart next = open.pop();
      @Nullable VisitedCommit commit = next.commit;
      FollowedPaths names = FollowedPaths.of(paths, next.names);
      while (commit != null && commit.walked) {
        names = withoutKnown(commit, names);
        if (names.isEmpty()) {
          break;
        }
        @Nullable VisitedCommit parent = commit.firstParent();
        List<TreeDiff.ChangedFile> touched =
            changes.touched(parent == null ? null : parent.commit, commit.commit, names);
        add(commit, names.snapshot(), touched);
        for (VisitedCommit other : commit.parents()) {
          if (other != parent) {
            open.push(new JoinStart(other, names.snapshot()));
          }
        }
        if (parent != null) {
          origins.follow(parent, commit, touched, names);
        }
        commit = parent;
      }
    }
  }

  private FollowedPaths withoutKnown(VisitedCommit commit, FollowedPaths names) {
    Map<Integer, FilePath> left = new HashMap<>(names.snapshot());
    left.entrySet()
        .removeIf(file -> file.getValue().equals(names.path(file.getKey(), commit.names)));
    return left.size() == names.snapshot().size() ? names : FollowedPaths.of(paths, left);
  }

  private static void add(
      VisitedCommit commit, Map<Integer, FilePath> names, List<TreeDiff.ChangedFile> touched) {
    Map<Integer, FilePath> all = new HashMap<>(commit.names);
    all.putAll(names);
    commit.names = Map.copyOf(all);
    Set<FilePath> there = new HashSet<>();
    commit.touched.forEach(file -> there.add(file.path()));
    List<TreeDiff.ChangedFile> more = new ArrayList<>(commit.touched);
    touched.stream().filter(file -> !there.contains(file.path())).forEach(more::add);
    commit.touched = List.copyOf(more);
  }
}
