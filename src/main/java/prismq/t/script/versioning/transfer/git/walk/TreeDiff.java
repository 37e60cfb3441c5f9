package prismq.t.script.versioning.transfer.git.walk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.git.read.FilePath;

/** Compares the trees of two commits. */
final class TreeDiff implements AutoCloseable {
  /** How many files of a commit are looked at to find what a new one was made of. */
  private static final int MAX_FILES = 200_000;

  private final ObjectReader reader;
  private final TreeWalk trees;
  private final OriginFinder origins;

  /** A file that differs; a mode of {@link FileMode#MISSING} if a commit does not have it. */
  record ChangedFile(FilePath path, FileMode oldMode, FileMode mode, ObjectId blob) {
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
    this.origins = new OriginFinder(reader);
  }

  /**
   * Which of these files differ.
   *
   * @param before null for none: every file is new
   */
  List<ChangedFile> touched(@Nullable RevCommit before, RevCommit commit, FollowedPaths names)
      throws IOException {
    between(before, commit);
    trees.setFilter(AndTreeFilter.create(TreeFilter.ANY_DIFF, names.filter()));
    List<ChangedFile> touched = new ArrayList<>();
    while (trees.next()) {
      touched.add(changed());
    }
    return touched;
  }

  private ChangedFile changed() {
    return new ChangedFile(
        FilePath.of(trees.getRawPath()),
        trees.getFileMode(0),
        trees.getFileMode(1),
        trees.getObjectId(1));
  }

  /** The files of the commit before that new ones of a commit were made of. */
  OriginFinder.FileOrigins origins(
      RevCommit before, RevCommit commit, Collection<ChangedFile> added) throws IOException {
    return origins.origins(sources(before, commit), added);
  }

  /** What files that a commit renamed are called since, by their old names. */
  Map<FilePath, FilePath> newNames(RevCommit before, RevCommit commit, Set<FilePath> gone)
      throws IOException {
    between(before, commit);
    trees.setFilter(TreeFilter.ANY_DIFF);
    List<ChangedFile> added = new ArrayList<>();
    while (added.size() < MAX_FILES && trees.next()) {
      if (trees.getFileMode(0).equals(FileMode.MISSING)) {
        added.add(changed());
      }
    }
    Map<FilePath, FilePath> newNames = new HashMap<>();
    if (added.isEmpty()) {
      return newNames;
    }
    Map<FilePath, Integer> scores = new HashMap<>();
    origins(before, commit, added)
        .found()
        .forEach(
            (path, origin) -> {
              if (origin.isGone()
                  && gone.contains(origin.path())
                  && origin.score() > scores.getOrDefault(origin.path(), 0)) {
                scores.put(origin.path(), origin.score());
                newNames.put(origin.path(), path);
              }
            });
    return newNames;
  }

  /** All files of the commit before, or only those that the commit touched if they are too many. */
  private List<OriginFinder.OriginCandidate> sources(RevCommit before, RevCommit commit)
      throws IOException {
    List<OriginFinder.OriginCandidate> all = sources(before, commit, TreeFilter.ALL);
    return all.size() < MAX_FILES ? all : sources(before, commit, TreeFilter.ANY_DIFF);
  }

  private List<OriginFinder.OriginCandidate> sources(
      RevCommit before, RevCommit commit, TreeFilter filter) throws IOException {
    List<OriginFinder.OriginCandidate> sources = new ArrayList<>();
    between(before, commit);
    trees.setFilter(filter);
    while (sources.size() < MAX_FILES && trees.next()) {
      boolean isGone = trees.getFileMode(1).equals(FileMode.MISSING);
      if (!trees.getFileMode(0).equals(FileMode.MISSING)) {
        sources.add(
            new OriginFinder.OriginCandidate(
                FilePath.of(trees.getRawPath()),
                trees.getFileMode(0),
                trees.getObjectId(0),
                isGone,
                isGone || !trees.idEqual(0, 1)));
      }
    }
    return sources;
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
