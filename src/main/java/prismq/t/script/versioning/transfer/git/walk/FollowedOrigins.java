package prismq.t.script.versioning.transfer.git.walk;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.LargeObjectException;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.transfer.git.format.CommitNote;
import prismq.t.script.versioning.transfer.git.read.FilePath;
import prismq.t.script.versioning.transfer.git.read.NoteReader;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/** Follows files beyond the commit that made them, under the name of what they were made of. */
final class FollowedOrigins {
  private final TreeDiff changes;
  private final NoteReader notes;
  private final ImportSummary summary;

  FollowedOrigins(TreeDiff changes, NoteReader notes, ImportSummary summary) {
    this.changes = changes;
    this.notes = notes;
    this.summary = summary;
  }

  /**
   * Goes from a commit to its first parent.
   *
   * @param touched what the commit did to the files
   * @param names those at the commit; afterwards those at its parent
   */
  void follow(
      VisitedCommit parent,
      VisitedCommit commit,
      List<TreeDiff.ChangedFile> touched,
      FollowedPaths names) {
    List<TreeDiff.ChangedFile> appeared =
        touched.stream()
            .filter(TreeDiff.ChangedFile::isNew)
            .filter(file -> !isExportedStart(commit, file))
            .toList();
    if (appeared.isEmpty()) {
      return;
    }
    try {
      OriginFinder.FileOrigins origins = changes.origins(parent.commit, commit.commit, appeared);
      Map<FilePath, FilePath> oldNames = new HashMap<>();
      Set<FilePath> broughtIn = broughtIn(commit, appeared, names);
      origins
          .found()
          .forEach(
              (path, origin) -> {
                // A copy that a merge brings in was made on the other line, and is followed there.
                if (origin.isGone() || !broughtIn.contains(path)) {
                  oldNames.put(path, origin.path());
                }
              });
      names.rename(oldNames);
      origins
          .unsure()
          .forEach(path -> unsure(path, commit, FilledMessage.of("remark.git.lacks_texts")));
    } catch (IOException | LargeObjectException e) {
      appeared.forEach(file -> unsure(file.path(), commit, OneLine.message(e)));
    }
  }

  /** Whether an export has noted that a script starts here, however alike it is to others. */
  private boolean isExportedStart(VisitedCommit commit, TreeDiff.ChangedFile file) {
    @Nullable CommitNote note = notes.of(commit.commit);
    return note != null
        && note.file().equals(file.path().toString())
        && (note.isStart() || note.version() != null);
  }

  private void unsure(FilePath file, VisitedCommit commit, FilledMessage why) {
    summary.leftOut(file.toString(), commit.name(), FilledMessage.of("remark.git.unsure", why));
  }

  /** Those of the files that a parent of a merge other than the first has under the same name. */
  private Set<FilePath> broughtIn(
      VisitedCommit merge, List<TreeDiff.ChangedFile> files, FollowedPaths names)
      throws IOException {
    Set<FilePath> broughtIn = new HashSet<>();
    List<VisitedCommit> parents = merge.parents();
    for (VisitedCommit other : parents.subList(Math.min(1, parents.size()), parents.size())) {
      Set<FilePath> isNewHere = new HashSet<>();
      for (TreeDiff.ChangedFile file : changes.touched(other.commit, merge.commit, names)) {
        if (file.isNew()) {
          isNewHere.add(file.path());
        }
      }
      files.stream()
          .map(TreeDiff.ChangedFile::path)
          .filter(path -> !isNewHere.contains(path))
          .forEach(broughtIn::add);
    }
    return broughtIn;
  }
}
