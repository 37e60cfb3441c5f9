package prismq.t.script.versioning.transfer.git.read;

import org.eclipse.jgit.lib.ObjectId;

/**
 * A name that leads to an object, such as that of a branch.
 *
 * @param name with the folders that git puts it in, such as {@code refs/heads/}
 * @param isGuessed whether its bytes are not UTF-8
 */
public record NamedRef(String name, ObjectId id, boolean isGuessed) {}
