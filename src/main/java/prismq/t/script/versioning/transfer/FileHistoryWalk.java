package prismq.t.script.versioning.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.Outcome;

/**
 * Finds the commits that touched certain files, along the line of first parents, in one walk from
 * the newest to the oldest; a merge counts as one commit with all that it brought in. A file that
 * came by a rename is followed under its old name, as {@code git log --follow} does.
 */
final class FileHistoryWalk implements AutoCloseable {
  /** How alike two files must be to count as a rename, in percent; git's own default. */
  private static final int RENAME_SCORE = 50;

  /** A file on its way into the past. */
  private static final class Followed {
    private final String newestPath;
    private final List<FileChange> newestFirst = new ArrayList<>();

    private Followed(String newestPath) {
      this.newestPath = newestPath;
    }
  }

  private record Touched(String path, FileMode oldMode, FileMode mode, ObjectId blob) {}

  private final ObjectReader reader;
  private final RevWalk commits;
  private final TreeWalk trees;
  private final RenameDetector renames;
  private final Summary summary;
  private final Map<String, List<Followed>> followedByPath = new HashMap<>();

  FileHistoryWalk(Repository repository, Summary summary) {
    this.reader = repository.newObjectReader();
    this.commits = new RevWalk(reader);
    this.commits.setRetainBody(false);
    this.trees = new TreeWalk(repository, reader);
    this.renames = new RenameDetector(repository);
    this.renames.setRenameScore(RENAME_SCORE);
    this.renames.setSkipContentRenamesForBinaryFiles(true);
    this.summary = summary;
  }

  /** The histories of these files of a commit, in the order given. */
  List<FileHistory> histories(ObjectId head, Collection<String> paths) throws IOException {
    Map<String, Followed> all = new LinkedHashMap<>();
    for (String path : paths) {
      Followed followed = new Followed(path);
      all.put(path, followed);
      followedByPath.computeIfAbsent(path, key -> new ArrayList<>()).add(followed);
    }
    walk(commits.parseCommit(head));
    return all.values().stream().map(FileHistoryWalk::history).toList();
  }

  private static FileHistory history(Followed followed) {
    List<FileChange> changes = new ArrayList<>(followed.newestFirst);
    Collections.reverse(changes);
    return new FileHistory(followed.newestPath, changes);
  }

  private void walk(RevCommit head) {
    @Nullable RevCommit commit = readable(head);
    while (commit != null) {
      @Nullable RevCommit parent = firstParent(commit);
      List<Touched> touched;
      try {
        touched = touched(parent, commit);
      } catch (IOException e) {
        // The commit's own trees were readable, so it is the parent that is damaged.
        parent = readable(parent);
        touched = touchedSinceReadable(parent, commit);
      }
      record(parent, commit, touched);
      commit = parent;
    }
  }

  private void record(@Nullable RevCommit parent, RevCommit commit, List<Touched> touched) {
    Set<String> appeared = new TreeSet<>();
    for (Touched file : touched) {
      if (file.mode.equals(FileMode.MISSING)) {
        continue;
      }
      for (Followed followed : followedByPath.getOrDefault(file.path, List.of())) {
        followed.newestFirst.add(
            new FileChange(commit.getId().copy(), file.blob, file.mode, file.path));
      }
      if (file.oldMode.equals(FileMode.MISSING)) {
        appeared.add(file.path);
      }
    }
    if (parent != null && !appeared.isEmpty()) {
      followRenames(parent, commit, appeared);
    }
  }

  /** The commit, or its nearest first-parent ancestor whose trees are all there. */
  private @Nullable RevCommit readable(@Nullable RevCommit start) {
    @Nullable RevCommit commit = start;
    while (commit != null) {
      try {
        touched(null, commit);
        return commit;
      } catch (IOException e) {
        summary.leftOut(
            "a commit", name(commit), "the repository lacks its list of files: " + Outcome.line(e));
        commit = firstParent(commit);
      }
    }
    return null;
  }

  private @Nullable RevCommit firstParent(RevCommit commit) {
    if (commit.getParentCount() == 0) {
      return null;
    }
    try {
      return commits.parseCommit(commit.getParent(0));
    } catch (IOException e) {
      summary.leftOut(
          "everything before a commit",
          name(commit),
          "the repository lacks the commit before it: " + Outcome.line(e));
      return null;
    }
  }

  private List<Touched> touchedSinceReadable(@Nullable RevCommit parent, RevCommit commit) {
    try {
      return touched(parent, commit);
    } catch (IOException e) {
      throw new CommandException("The repository cannot be read: " + Outcome.line(e) + ".", e);
    }
  }

  private List<Touched> touched(@Nullable RevCommit parent, RevCommit commit) throws IOException {
    between(parent, commit);
    trees.setFilter(
        AndTreeFilter.create(
            PathFilterGroup.createFromStrings(followedByPath.keySet()), TreeFilter.ANY_DIFF));
    List<Touched> touched = new ArrayList<>();
    while (trees.next()) {
      String path = trees.getPathString();
      if (followedByPath.containsKey(path)) {
        touched.add(
            new Touched(path, trees.getFileMode(0), trees.getFileMode(1), trees.getObjectId(1)));
      }
    }
    return touched;
  }

  private void between(@Nullable RevCommit parent, RevCommit commit) throws IOException {
    trees.reset();
    if (parent == null) {
      trees.addTree(new EmptyTreeIterator());
    } else {
      trees.addTree(parent.getTree());
    }
    trees.addTree(commit.getTree());
    trees.setRecursive(true);
  }

  private void followRenames(RevCommit parent, RevCommit commit, Set<String> appeared) {
    try {
      between(parent, commit);
      trees.setFilter(TreeFilter.ANY_DIFF);
      List<DiffEntry> entries = DiffEntry.scan(trees);
      if (entries.stream().noneMatch(entry -> entry.getChangeType() == ChangeType.DELETE)) {
        return;
      }
      renames.reset();
      renames.addAll(entries);
      for (DiffEntry entry : renames.compute(reader, NullProgressMonitor.INSTANCE)) {
        boolean moved =
            entry.getChangeType() == ChangeType.RENAME || entry.getChangeType() == ChangeType.COPY;
        if (moved && appeared.contains(entry.getNewPath())) {
          List<Followed> followed = followedByPath.remove(entry.getNewPath());
          if (followed != null) {
            followedByPath
                .computeIfAbsent(entry.getOldPath(), key -> new ArrayList<>())
                .addAll(followed);
          }
        }
      }
    } catch (IOException | LargeObjectException | org.eclipse.jgit.api.errors.CanceledException e) {
      summary.leftOut(
          String.join(", ", appeared),
          name(commit),
          "whether this commit renamed it could not be found out: " + Outcome.line(e));
    }
  }

  private static String name(RevCommit commit) {
    return commit.abbreviate(10).name();
  }

  @Override
  public void close() {
    trees.close();
    commits.close();
    reader.close();
  }
}
