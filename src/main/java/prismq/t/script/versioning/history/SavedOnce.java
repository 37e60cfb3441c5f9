package prismq.t.script.versioning.history;

/**
 * A version that is saved once, however often it is asked for.
 *
 * @param replayed whether an earlier call saved it
 */
public record SavedOnce(Version version, boolean replayed) {}
