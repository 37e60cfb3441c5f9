package prismq.t.script.versioning.review;

import java.time.Instant;

/**
 * What somebody said of a version.
 *
 * @param comment may be empty
 */
public record GivenVerdict(
    Verdict verdict,
    String comment,
    Scores scores,
    Instant givenAt,
    int reviewNumber,
    int versionNumber) {}
