package prismq.t.script.versioning.transfer.mediawiki;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * A revision of a page, as its export tells it; empty if it does not.
 *
 * @param contributor a name, or an address
 * @param isContributorDeleted whether the wiki hides who wrote it
 * @param isCommentDeleted the same of the comment
 * @param model what kind of content it is
 * @param text null if it is left out
 * @param whyNoText why it is left out; null if it is not
 * @param sha1 of the text, to base 36
 * @param otherSlots what it has beside the text
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
    @Nullable FilledMessage whyNoText,
    String sha1,
    String otherSlots,
    Damage damage) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  /** Its number; -1 if it has none. */
  long number() {
    return number(id);
  }

  /** The number of its parent; -1 if it has none. */
  long parentNumber() {
    return number(parentId);
  }

  /** When it was written; null if that cannot be read. */
  @Nullable Instant time() {
    try {
      return Instant.parse(timestamp);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static long number(String given) {
    return NUMBER.matcher(given).matches() ? Long.parseLong(given) : -1;
  }
}
