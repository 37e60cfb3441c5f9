package prismq.t.script.versioning.review;

import prismq.t.script.versioning.history.Version;

/**
 * What somebody said last in a review, with the words that it is of.
 *
 * @param version the one that was reviewed
 * @param holds whether it is of the same words as the version that is asked about
 */
public record WordingVerdict(
    Review review, Reviewer reviewer, GivenVerdict given, Version version, boolean holds) {}
