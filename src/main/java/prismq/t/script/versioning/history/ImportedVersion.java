package prismq.t.script.versioning.history;

/**
 * Where a version of a script was imported from.
 *
 * @param branchNumber the branch it was saved on
 * @param sourceKey what it is called where it came from
 */
public record ImportedVersion(int versionNumber, int branchNumber, byte[] sourceKey) {}
