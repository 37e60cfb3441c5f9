package prismq.t.script.versioning.transfer.git.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.git.read.FilePath;

/** What is known of a commit while the histories of files are being read. */
final class VisitedCommit {
  final RevCommit commit;

  /** Those that can be read; what a damaged one led to is left out. Null before they are read. */
  @Nullable List<VisitedCommit> parents;

  /** What the followed files are called here, as {@link FollowedPaths#snapshot}. */
  Map<Integer, FilePath> names = Map.of();

  /** What it did to the followed files against its first parent. */
  List<TreeDiff.ChangedFile> touched = List.of();

  /** Whether its line was walked. */
  boolean walked;

  /** How many of its children have not been applied yet. */
  int openChildren;

  /** Whether its effect on the histories is known. */
  boolean applied;

  /** What every followed file is here, by its number; null before it is known, and afterwards. */
  FileAtCommit @Nullable [] files;

  VisitedCommit(RevCommit commit) {
    this.commit = commit;
  }

  List<VisitedCommit> parents() {
    return parents == null ? List.of() : parents;
  }

  @Nullable VisitedCommit firstParent() {
    return parents().isEmpty() ? null : parents().get(0);
  }

  /** Has another commit take the place of a parent; null for none. */
  void replaceParent(int position, @Nullable VisitedCommit other) {
    List<VisitedCommit> changed = new ArrayList<>(parents());
    if (position < 0 || position >= changed.size()) {
      return;
    }
    if (other == null) {
      changed.remove(position);
    } else {
      changed.set(position, other);
    }
    parents = changed;
  }

  String name() {
    return commit.abbreviate(10).name();
  }
}
