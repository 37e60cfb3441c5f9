package prismq.t.script.versioning.history;

/**
 * Where a version of a script was imported from.
 *
 * @param branchNumber the branch it was saved on
 * @param sourceKey its id in the source
 */
public record ImportedVersion(int versionNumber, int branchNumber, byte[] sourceKey) {}
