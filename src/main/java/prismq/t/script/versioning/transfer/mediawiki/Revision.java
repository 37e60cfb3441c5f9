package prismq.t.script.versioning.transfer.mediawiki;

import org.jspecify.annotations.Nullable;

/**
 * A revision of a page, as its export tells it; empty if it does not.
 *
 * @param contributor a name, or an address
 * @param isContributorDeleted whether the wiki hides who wrote it
 * @param isCommentDeleted the same of the comment
 * @param model what kind of content it is
 * @param text null if it is left out
 * @param whyNoText why it is left out; empty if it is not
 * @param sha1 of the text, to base 36
 */
record Revision(
    String id,
    String parentId,
    String timestamp,
    String contributor,
    boolean isContributorDeleted,
    String comment,
    boolean isCommentDeleted,
    boolean isMinor,
    String model,
    @Nullable String text,
    String whyNoText,
    String sha1,
    String otherSlots) {}
