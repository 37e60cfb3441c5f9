package prismq.t.script.versioning.transfer.git.walk;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.git.format.CommitNote;
import prismq.t.script.versioning.transfer.git.read.FilePath;
import prismq.t.script.versioning.transfer.imports.SourceKeys;

/**
 * The history of one file over all branches.
 *
 * @param path what the file is called at HEAD
 * @param changes in the order they are to be saved, each after all it was made of
 * @param main the newest of the line that becomes the main branch; null if there is no change
 * @param tips the newest on the other branches that have the file
 * @param carriedOver the merges that only took over changes and added nothing
 * @param tags its tags
 * @param isRecorded whether notes name the version of every change
 * @param walked all commits that were read
 */
public record FileHistory(
    FilePath path,
    List<FileChange> changes,
    @Nullable FileChange main,
    List<Tip> tips,
    List<CarriedOver> carriedOver,
    FileTags tags,
    boolean isRecorded,
    WalkedCommits walked) {

  /** The newest change on a branch of the repository. */
  public record Tip(String branch, FileChange change) {}

  /**
   * A merge that is no version, because it only took over a change; histories imported by earlier
   * releases have a version for it.
   */
  public record CarriedOver(ObjectId merge, FileChange change) {
    public byte[] key() {
      return FileChange.key(merge, change.path());
    }
  }

  /**
   * The history, sorted.
   *
   * @param head the newest change on HEAD's branch; null if that never had the file, so that the
   *     first branch that has it becomes the main one
   */
  static FileHistory of(
      FilePath path,
      List<FileChange> changes,
      @Nullable FileChange head,
      List<Tip> tips,
      List<CarriedOver> carriedOver,
      FileTags tags,
      WalkedCommits walked) {
    @Nullable FileChange main = head != null || tips.isEmpty() ? head : tips.get(0).change;
    boolean recorded = RecordedHistory.is(changes);
    List<FileChange> ordered =
        recorded ? RecordedHistory.ordered(changes) : TopologicalOrder.of(changes, main);
    return new FileHistory(path, ordered, main, tips, carriedOver, tags, recorded, walked);
  }

  /**
   * Whether the versions of a script were made of this history: one of them was, and the newest of
   * them is not of another file of the repository. A copy and its original have versions in common.
   */
  public boolean isSourceOf(SourceKeys script) {
    boolean hasOne =
        changes.stream().anyMatch(change -> script.has(change.key()))
            || carriedOver.stream().anyMatch(merge -> script.has(merge.key()));
    return hasOne && script.latestKey().filter(this::isOfAnotherFile).isEmpty();
  }

  private boolean isOfAnotherFile(byte[] key) {
    return walked.has(key)
        && changes.stream().noneMatch(change -> Arrays.equals(change.key(), key))
        && carriedOver.stream().noneMatch(merge -> Arrays.equals(merge.key(), key));
  }

  /** Whether the newest version of a script was made of the file under the name it has now. */
  public boolean isByNameSourceOf(SourceKeys script) {
    return isSourceOf(script)
        && script
            .latestKey()
            .filter(
                key ->
                    changes.stream()
                        .filter(change -> change.path().equals(path))
                        .anyMatch(change -> Arrays.equals(change.key(), key)))
            .isPresent();
  }

  /** The id of the script that the file was exported from; null if unknown. */
  public @Nullable String notedScriptId() {
    return noted(CommitNote::scriptId);
  }

  /** The title of that script; null if unknown. */
  public @Nullable String notedTitle() {
    return noted(CommitNote::title);
  }

  private @Nullable String noted(Function<CommitNote, @Nullable String> what) {
    for (FileChange change : changes) {
      @Nullable String noted = change.note() == null ? null : what.apply(change.note());
      if (noted != null) {
        return noted;
      }
    }
    return null;
  }
}
