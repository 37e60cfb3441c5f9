package prismq.t.script.versioning.history;

/**
 * Where a version stands among those of all scripts.
 *
 * @param position larger than that of everything saved before; positions are not without gaps
 */
public record SavedPlace(long position, String scriptId, int versionNumber) {}
