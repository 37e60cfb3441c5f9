package prismq.t.script.versioning.transfer.git.read;

import org.eclipse.jgit.lib.ObjectId;

/**
 * A branch of a git repository.
 *
 * @param name without {@code refs/heads/}
 * @param tip its newest commit
 */
public record GitBranch(String name, ObjectId tip) {}
