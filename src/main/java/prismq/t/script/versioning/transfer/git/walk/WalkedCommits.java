package prismq.t.script.versioning.transfer.git.walk;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;

/** The commits of a repository that were read, by the starts of their ids. */
final class WalkedCommits {
  private final Set<ByteBuffer> starts = new HashSet<>();

  static WalkedCommits of(Collection<VisitedCommit> commits) {
    WalkedCommits walked = new WalkedCommits();
    for (VisitedCommit commit : commits) {
      byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
      commit.commit.copyRawTo(id, 0);
      walked.starts.add(ByteBuffer.wrap(id, 0, FileChange.COMMIT_BYTES).slice());
    }
    return walked;
  }

  /** Whether the commit of a version is one of them. */
  boolean has(byte[] key) {
    return key.length >= FileChange.COMMIT_BYTES
        && starts.contains(ByteBuffer.wrap(key, 0, FileChange.COMMIT_BYTES));
  }
}
