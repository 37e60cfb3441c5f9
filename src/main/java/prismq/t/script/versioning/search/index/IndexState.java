package prismq.t.script.versioning.search.index;

/**
 * How far the index is complete.
 *
 * @param indexed number of versions in it
 * @param versions number of all versions
 * @param isComplete whether search finds everything, titles of scripts without versions too
 */
public record IndexState(int indexed, int versions, boolean isComplete) {}
