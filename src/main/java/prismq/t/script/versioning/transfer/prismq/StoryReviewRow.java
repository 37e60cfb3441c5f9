package prismq.t.script.versioning.transfer.prismq;

import org.jspecify.annotations.Nullable;

/**
 * A row of StoryReview.
 *
 * @param review null if there is none of its id
 */
record StoryReviewRow(String type, String createdAt, @Nullable ReviewRow review) {}
