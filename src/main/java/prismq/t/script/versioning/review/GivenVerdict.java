package prismq.t.script.versioning.review;

import java.time.Instant;

/**
 * What somebody said of a version.
 *
 * @param id grows with each
 * @param comment may be empty
 */
public record GivenVerdict(
    long id,
    Verdict verdict,
    String comment,
    Scores scores,
    Instant givenAt,
    int reviewNumber,
    int versionNumber) {}
