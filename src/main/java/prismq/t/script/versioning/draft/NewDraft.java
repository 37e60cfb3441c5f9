package prismq.t.script.versioning.draft;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import prismq.t.script.versioning.core.delta.DeltaCodec;

/**
 * A draft as it is about to be stored, compressed before anybody waits for the database.
 *
 * @param compressed the text
 * @param sizeBytes of the text
 */
record NewDraft(
    String pageKey,
    long revision,
    DraftFields fields,
    byte[] compressed,
    int sizeBytes,
    Instant savedAt) {
  static NewDraft of(String pageKey, long revision, DraftFields fields, Instant now) {
    byte[] content = fields.content().getBytes(StandardCharsets.UTF_8);
    return new NewDraft(
        pageKey, revision, fields, DeltaCodec.compress(content), content.length, now);
  }
}
