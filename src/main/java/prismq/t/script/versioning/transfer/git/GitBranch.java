package prismq.t.script.versioning.transfer.git;

import org.eclipse.jgit.lib.ObjectId;

/**
 * A branch of a git repository.
 *
 * @param name without what all branches begin with
 * @param tip its newest commit
 */
record GitBranch(String name, ObjectId tip) {}
