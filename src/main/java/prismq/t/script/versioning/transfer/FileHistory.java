package prismq.t.script.versioning.transfer;

import java.util.List;

/**
 * The history of one file.
 *
 * @param path what the file is called now
 * @param changes oldest first
 */
record FileHistory(String path, List<FileChange> changes) {}
