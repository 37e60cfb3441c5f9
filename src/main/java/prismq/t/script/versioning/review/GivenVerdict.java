package prismq.t.script.versioning.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.readmark.ReadShare;

/**
 * What somebody said of a version.
 *
 * @param id grows with each
 * @param comment may be empty
 * @param read how much of the version they had read when they said it; null where that is not known
 */
public record GivenVerdict(
    long id,
    Verdict verdict,
    String comment,
    Scores scores,
    @Nullable ReadShare read,
    Instant givenAt,
    int reviewNumber,
    int versionNumber) {}
