package prismq.t.script.versioning.transfer.folder;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.TextEncoding;

/**
 * What is chosen of an import of drafts.
 *
 * @param script the script that all files go to; null to have it, or several, made of the names
 * @param author null for the name of this user
 * @param order of the drafts
 * @param encoding of the texts that are neither marked nor UTF-8; null to have it guessed
 * @param zipNames the encoding of the names in a zip file that does not tell it; null to have it
 *     guessed
 */
public record DraftChoices(
    @Nullable String script,
    @Nullable String author,
    DraftOrder order,
    @Nullable TextEncoding encoding,
    @Nullable TextEncoding zipNames) {
  /** Choices of a script and an author only. */
  public static DraftChoices of(@Nullable String script, @Nullable String author) {
    return new DraftChoices(script, author, DraftOrder.NAMES, null, null);
  }
}
