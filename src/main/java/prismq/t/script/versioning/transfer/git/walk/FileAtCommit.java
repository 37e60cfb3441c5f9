package prismq.t.script.versioning.transfer.git.walk;

import org.jspecify.annotations.Nullable;

/**
 * What a followed file is at a commit.
 *
 * @param change the newest change behind this state; null if there was none yet
 * @param state null if the commit does not have the file
 */
record FileAtCommit(@Nullable FileChange change, @Nullable FileState state) {
  static final FileAtCommit NONE = new FileAtCommit(null, null);
}
