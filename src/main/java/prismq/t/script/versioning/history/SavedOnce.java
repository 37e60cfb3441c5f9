package prismq.t.script.versioning.history;

/**
 * A version that is saved once, however often it is requested.
 *
 * @param replayed whether an earlier request saved it
 */
public record SavedOnce(Version version, boolean replayed) {}
