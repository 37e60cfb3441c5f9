package prismq.t.script.versioning.transfer.git.walk;

import java.util.List;
import prismq.t.script.versioning.transfer.git.read.GitTag;

/**
 * The commit of a tag.
 *
 * @param files what every followed file is there, by its number
 */
record TaggedCommit(GitTag tag, List<FileAtCommit> files) {}
