package prismq.t.script.versioning.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * The hash that chains a history: SHA-256 over the format's name and the fields of a version in the
 * order of {@link Fields}, each as its length in bytes (4 bytes, most significant first) and its
 * bytes; texts in UTF-8, numbers as decimal digits, what is missing with length −1. So no version
 * can be changed, exchanged or taken out of the middle without every later one showing it.
 *
 * <p>The counts of words are in it as they were when the version was saved, because a later
 * release, or a Java that knows more characters, may count otherwise: so they cannot be checked by
 * counting again.
 */
final class VersionHash {
  private static final String FORMAT = "script-versioning version 1";

  private VersionHash() {}

  /** All that the hash covers. */
  record Fields(
      String scriptId,
      int versionNumber,
      int branchNumber,
      @Nullable Integer parentVersion,
      @Nullable ContentHash parentHash,
      @Nullable Integer mergeParentVersion,
      @Nullable ContentHash mergeParentHash,
      @Nullable Integer restoredFrom,
      ContentHash contentHash,
      int words,
      @Nullable Integer wordsInserted,
      @Nullable Integer wordsDeleted,
      Author author,
      String changeDescription,
      Instant createdAt,
      @Nullable String metadataJson,
      byte @Nullable [] sourceKey) {}

  /** The hash that a version with these parents has to have. */
  static ContentHash of(
      RecordedVersion recorded,
      @Nullable ContentHash parentHash,
      @Nullable ContentHash mergeParentHash) {
    Version version = recorded.version();
    return of(
        new Fields(
            version.scriptId(),
            version.versionNumber(),
            version.branchNumber(),
            version.parentVersion(),
            parentHash,
            version.mergeParentVersion(),
            mergeParentHash,
            version.restoredFrom(),
            version.contentHash(),
            version.words(),
            version.wordsInserted(),
            version.wordsDeleted(),
            version.author(),
            version.changeDescription(),
            version.createdAt(),
            version.metadata().json(),
            recorded.sourceKey()));
  }

  static ContentHash of(Fields fields) {
    MessageDigest digest = ContentHash.digest();
    add(digest, FORMAT);
    add(digest, fields.scriptId);
    add(digest, fields.versionNumber);
    add(digest, fields.branchNumber);
    add(digest, fields.parentVersion);
    add(digest, fields.parentHash);
    add(digest, fields.mergeParentVersion);
    add(digest, fields.mergeParentHash);
    add(digest, fields.restoredFrom);
    add(digest, fields.contentHash);
    add(digest, fields.words);
    add(digest, fields.wordsInserted);
    add(digest, fields.wordsDeleted);
    add(digest, fields.author.name());
    add(digest, fields.author.email());
    add(digest, fields.changeDescription);
    add(digest, Long.toString(fields.createdAt.toEpochMilli()));
    add(digest, fields.metadataJson);
    add(digest, fields.sourceKey);
    return ContentHash.ofDigest(digest.digest());
  }

  private static void add(MessageDigest digest, @Nullable Integer number) {
    add(digest, number == null ? null : number.toString());
  }

  private static void add(MessageDigest digest, @Nullable ContentHash hash) {
    add(digest, hash == null ? null : hash.bytes());
  }

  private static void add(MessageDigest digest, @Nullable String text) {
    add(digest, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  private static void add(MessageDigest digest, byte @Nullable [] bytes) {
    digest.update(ByteBuffer.allocate(4).putInt(0, bytes == null ? -1 : bytes.length));
    if (bytes != null) {
      digest.update(bytes);
    }
  }
}
