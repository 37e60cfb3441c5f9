package prismq.t.script.versioning.transfer.prismq;

import org.jspecify.annotations.Nullable;

/**
 * A row of Review.
 *
 * @param score null if it is no number
 * @param scoreGiven the score as it stands there
 */
record ReviewRow(@Nullable Double score, String scoreGiven, String text, String createdAt) {}
