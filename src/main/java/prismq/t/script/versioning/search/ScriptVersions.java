package prismq.t.script.versioning.search;

import java.time.Instant;

/**
 * What search needs to know of all versions of a script, by their numbers; 0 if the row of one is
 * missing.
 *
 * @param authors numbers of authors
 * @param times milliseconds since 1970-01-01T00:00:00Z
 */
record ScriptVersions(long[] authors, long[] times) {
  /** The number of the last version. */
  int latest() {
    return authors.length - 1;
  }

  Instant createdAt(int version) {
    return Instant.ofEpochMilli(times[version]);
  }
}
