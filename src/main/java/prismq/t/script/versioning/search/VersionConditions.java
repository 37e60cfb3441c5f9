package prismq.t.script.versioning.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on versions; null accepts any.
 *
 * @param authors numbers of authors
 * @param sources values of the metadata
 * @param branches each as the script's number, a slash and the branch's number
 * @param labelled each as the script's number, a slash and the version's number
 * @param after not written before this
 * @param before written before this
 * @param scores limits that the review score keeps; empty takes any, none included
 */
record VersionConditions(
    @Nullable Set<Long> authors,
    @Nullable Set<String> sources,
    @Nullable Set<String> branches,
    @Nullable Set<String> labelled,
    @Nullable Instant after,
    @Nullable Instant before,
    List<ScoreLimit> scores) {

  /** Those on a version's author: a passage matches where such a version added it. */
  VersionConditions ofWriter() {
    return new VersionConditions(authors, sources, null, null, null, null, List.of());
  }

  /** The others: a passage is meant where such a version holds it. */
  VersionConditions ofState() {
    return new VersionConditions(null, null, branches, labelled, after, before, scores);
  }

  /** Whether every version matches. */
  boolean takesAll() {
    return authors == null
        && sources == null
        && branches == null
        && labelled == null
        && after == null
        && before == null
        && scores.isEmpty();
  }
}
