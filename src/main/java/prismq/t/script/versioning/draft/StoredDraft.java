package prismq.t.script.versioning.draft;

import java.time.Instant;

/**
 * A draft as it is kept.
 *
 * @param pageKey the key of the page that wrote it
 * @param revision how often that page has
 */
public record StoredDraft(
    long id, String pageKey, long revision, DraftFields fields, Instant savedAt) {
  /** What a form says that has seen it as it is now. */
  public String seen() {
    return DraftKeys.seen(this).text();
  }
}
