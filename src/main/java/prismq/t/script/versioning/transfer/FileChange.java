package prismq.t.script.versioning.transfer;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A commit that touched a file and left it in place.
 *
 * @param path what the file was called then
 * @param mode what it was then: a file, or a link
 */
record FileChange(ObjectId commit, ObjectId blob, FileMode mode, String path) {
  /** The commit as people write it. */
  String shortCommit() {
    return commit.abbreviate(10).name();
  }

  /** The commit's bytes. */
  byte[] key() {
    byte[] key = new byte[org.eclipse.jgit.lib.Constants.OBJECT_ID_LENGTH];
    commit.copyRawTo(key, 0);
    return key;
  }
}
