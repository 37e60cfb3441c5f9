package prismq.t.script.versioning.transfer.git;

import java.util.List;

/**
 * The commit of a tag.
 *
 * @param files what every followed file is there, by its number
 */
record TaggedCommit(GitTag tag, List<FileHistoryBuilder.Tip> files) {}
