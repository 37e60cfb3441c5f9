package prismq.t.script.versioning.token;

/**
 * The token that saved a version.
 *
 * @param tokenName what its owner calls it
 * @param ownerName the name of its owner, as it is now
 */
public record TokenSave(String tokenName, String ownerName) {}
