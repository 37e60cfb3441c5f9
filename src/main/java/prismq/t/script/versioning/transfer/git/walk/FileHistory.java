package prismq.t.script.versioning.transfer.git.walk;

import java.util.List;
import java.util.function.Function;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.git.format.CommitNote;

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
 */
public record FileHistory(
    String path,
    List<FileChange> changes,
    @Nullable FileChange main,
    List<Tip> tips,
    List<CarriedOver> carriedOver,
    FileTags tags,
    boolean isRecorded) {

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
      String path,
      List<FileChange> changes,
      @Nullable FileChange head,
      List<Tip> tips,
      List<CarriedOver> carriedOver,
      FileTags tags) {
    @Nullable FileChange main = head != null || tips.isEmpty() ? head : tips.get(0).change;
    boolean recorded = RecordedHistory.is(changes);
    List<FileChange> ordered =
        recorded ? RecordedHistory.ordered(changes) : TopologicalOrder.of(changes, main);
    return new FileHistory(path, ordered, main, tips, carriedOver, tags, recorded);
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
