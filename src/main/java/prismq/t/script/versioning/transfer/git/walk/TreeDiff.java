package prismq.t.script.versioning.transfer.git.walk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Compares the trees of two commits. */
final class TreeDiff implements AutoCloseable {
  /** How alike two files must be to count as a rename, in percent; git's own default. */
  private static final int RENAME_SCORE = 50;

  private final ObjectReader reader;
  private final TreeWalk trees;
  private final RenameDetector renames;

  /** A file that differs; a mode of {@link FileMode#MISSING} if a commit does not have it. */
  record ChangedFile(String path, FileMode oldMode, FileMode mode, ObjectId blob) {
    boolean isDeleted() {
      return mode.equals(FileMode.MISSING);
    }

    boolean isNew() {
      return oldMode.equals(FileMode.MISSING) && !isDeleted();
    }
  }

  TreeDiff(Repository repository) {
    this.reader = repository.newObjectReader();
    this.trees = new TreeWalk(repository, reader);
    this.renames = new RenameDetector(repository);
    this.renames.setRenameScore(RENAME_SCORE);
    this.renames.setSkipContentRenamesForBinaryFiles(true);
  }

  /**
   * Which of these files differ.
   *
   * @param before null for none: every file is new
   */
  List<ChangedFile> touched(@Nullable RevCommit before, RevCommit commit, FollowedPaths names)
      throws IOException {
    between(before, commit);
    trees.setFilter(AndTreeFilter.create(names.filter(), TreeFilter.ANY_DIFF));
    List<ChangedFile> touched = new ArrayList<>();
    while (trees.next()) {
      String path = trees.getPathString();
      if (names.paths().contains(path)) {
        touched.add(
            new ChangedFile(
                path, trees.getFileMode(0), trees.getFileMode(1), trees.getObjectId(1)));
      }
    }
    return touched;
  }

  /** What files that a commit renamed or copied were called before, by their new names. */
  Map<String, String> oldNames(RevCommit before, RevCommit commit) throws IOException {
    Map<String, String> oldNames = new HashMap<>();
    for (DiffEntry entry : renamed(before, commit)) {
      oldNames.put(entry.getNewPath(), entry.getOldPath());
    }
    return oldNames;
  }

  /** What files that a commit renamed are called since, by their old names. */
  Map<String, String> newNames(RevCommit before, RevCommit commit) throws IOException {
    Map<String, String> newNames = new HashMap<>();
    for (DiffEntry entry : renamed(before, commit)) {
      if (entry.getChangeType() == ChangeType.RENAME) {
        newNames.put(entry.getOldPath(), entry.getNewPath());
      }
    }
    return newNames;
  }

  private List<DiffEntry> renamed(RevCommit before, RevCommit commit) throws IOException {
    between(before, commit);
    trees.setFilter(TreeFilter.ANY_DIFF);
    List<DiffEntry> entries = DiffEntry.scan(trees);
    if (entries.stream().noneMatch(entry -> entry.getChangeType() == ChangeType.DELETE)) {
      return List.of();
    }
    renames.reset();
    renames.addAll(entries);
    try {
      return renames.compute(reader, NullProgressMonitor.INSTANCE).stream()
          .filter(
              entry ->
                  entry.getChangeType() == ChangeType.RENAME
                      || entry.getChangeType() == ChangeType.COPY)
          .toList();
    } catch (org.eclipse.jgit.api.errors.CanceledException e) {
      throw new IOException(e);
    }
  }

  private void between(@Nullable RevCommit before, RevCommit commit) throws IOException {
    trees.reset();
    if (before == null) {
      trees.addTree(new EmptyTreeIterator());
    } else {
      trees.addTree(before.getTree());
    }
    trees.addTree(commit.getTree());
    trees.setRecursive(true);
  }

  @Override
  public void close() {
    trees.close();
    reader.close();
  }
}
