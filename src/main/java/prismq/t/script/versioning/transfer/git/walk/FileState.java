package prismq.t.script.versioning.transfer.git.walk;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import prismq.t.script.versioning.transfer.git.read.FilePath;

/**
 * What a followed file is at a commit.
 *
 * @param path what it is called there
 * @param mode a file, or a link
 */
public record FileState(FilePath path, FileMode mode, ObjectId blob) {}
