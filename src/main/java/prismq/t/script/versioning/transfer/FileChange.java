package prismq.t.script.versioning.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * A commit that touched a file and left it in place.
 *
 * @param path what the file was called then
 * @param mode what it was then: a file, or a link
 */
record FileChange(ObjectId commit, ObjectId blob, FileMode mode, String path) {
  private static final int COMMIT_BYTES = 12;
  private static final int FILE_BYTES = 4;

  /** The commit as people write it. */
  String shortCommit() {
    return commit.abbreviate(10).name();
  }

  /**
   * What the version is called: the start of the commit's id, enough to find the commit by, and a
   * mark of the file, because one commit touches many files.
   */
  byte[] key() {
    byte[] commitId = new byte[Constants.OBJECT_ID_LENGTH];
    commit.copyRawTo(commitId, 0);
    byte[] file = ContentHash.of(path.getBytes(StandardCharsets.UTF_8)).bytes();
    byte[] key = Arrays.copyOf(commitId, COMMIT_BYTES + FILE_BYTES);
    System.arraycopy(file, 0, key, COMMIT_BYTES, FILE_BYTES);
    return key;
  }
}
