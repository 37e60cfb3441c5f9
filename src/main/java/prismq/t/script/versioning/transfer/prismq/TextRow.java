package prismq.t.script.versioning.transfer.prismq;

import org.jspecify.annotations.Nullable;

/**
 * A row of Script or Content.
 *
 * @param place the table and the row's id
 * @param version null if it is not a whole number
 * @param versionGiven the version as it stands there
 * @param text null if there is none, or it is over the size limit
 * @param textType what SQLite calls its type
 * @param reviewId null if it has no review
 */
record TextRow(
    String place,
    @Nullable Long version,
    String versionGiven,
    byte @Nullable [] text,
    String textType,
    @Nullable Long reviewId,
    String createdAt) {}
