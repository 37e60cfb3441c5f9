package prismq.t.script.versioning.transfer.git.walk;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.transfer.git.format.CommitNote;
import prismq.t.script.versioning.transfer.git.read.FilePath;

/**
 * A commit that changed a file and left it in place, or joined lines of its history that differ.
 * What it was made of are changes too: the commits between them did not touch the file.
 */
public final class FileChange {
  /** Bytes of the commit's id in a key. */
  public static final int COMMIT_BYTES = 12;

  private static final int FILE_BYTES = 4;

  private final ObjectId commit;
  private final int commitTime;
  private final FileState state;
  private final List<Parent> parents;
  private final int order;
  private final @Nullable CommitNote note;

  /**
   * A parent of a change.
   *
   * @param position which parent of the commit it is, from 0
   */
  public record Parent(FileChange change, int position) {}

  /**
   * A change.
   *
   * @param commitTime in seconds since 1970
   * @param order larger than that of all it was made of
   * @param note what an export has noted of the version it was made of; null for nothing
   */
  FileChange(
      ObjectId commit,
      int commitTime,
      FileState state,
      List<Parent> parents,
      int order,
      @Nullable CommitNote note) {
    this.commit = commit;
    this.commitTime = commitTime;
    this.state = state;
    this.parents = List.copyOf(parents);
    this.order = order;
    this.note = note;
  }

  public ObjectId commit() {
    return commit;
  }

  int commitTime() {
    return commitTime;
  }

  public FileState state() {
    return state;
  }

  public @Nullable CommitNote note() {
    return note;
  }

  /** What the file was called then. */
  public FilePath path() {
    return state.path();
  }

  /** The parents in the order of the commit's; none of them is made of another. */
  public List<Parent> parents() {
    return parents;
  }

  /** The first of its parents; null at the start of a history. */
  public @Nullable FileChange firstParent() {
    return parents.isEmpty() ? null : parents.get(0).change;
  }

  /** Whether it is the same change, in the history of another file that was copied since. */
  public boolean isSameAs(FileChange other) {
    return commit.equals(other.commit) && path().equals(other.path());
  }

  /** Whether it is another change, or was made of it. */
  public boolean isMadeOf(FileChange other) {
    if (this == other) {
      return true;
    }
    Deque<FileChange> open = new ArrayDeque<>(List.of(this));
    Set<FileChange> seen = new HashSet<>();
    while (!open.isEmpty()) {
      for (Parent parent : open.pop().parents) {
        if (parent.change == other) {
          return true;
        }
        // What is older than the one looked for cannot be made of it.
        if (parent.change.order > other.order && seen.add(parent.change)) {
          open.push(parent.change);
        }
      }
    }
    return false;
  }

  /** The start of the commit's id, as people write it. */
  public String shortCommit() {
    return commit.abbreviate(10).name();
  }

  public byte[] key() {
    return key(commit, path());
  }

  /**
   * What a version is called: the start of the commit's id, enough to find the commit by, and a
   * mark of the file, because one commit touches many files.
   */
  public static byte[] key(ObjectId commit, FilePath path) {
    byte[] commitId = new byte[Constants.OBJECT_ID_LENGTH];
    commit.copyRawTo(commitId, 0);
    byte[] file = ContentHash.of(path.bytes()).bytes();
    byte[] key = Arrays.copyOf(commitId, COMMIT_BYTES + FILE_BYTES);
    System.arraycopy(file, 0, key, COMMIT_BYTES, FILE_BYTES);
    return key;
  }
}
