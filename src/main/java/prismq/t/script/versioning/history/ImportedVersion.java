package prismq.t.script.versioning.history;

import prismq.t.script.versioning.core.text.ContentHash;

/**
 * Where a version of a script was imported from.
 *
 * @param branchNumber the branch it was saved on
 * @param sourceKey its id in the source
 * @param contentHash of its text
 */
public record ImportedVersion(
    int versionNumber, int branchNumber, byte[] sourceKey, ContentHash contentHash) {}
