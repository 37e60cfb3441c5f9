package prismq.t.script.versioning.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * The hash that chains a history: SHA-256 over the format's name and the fields of a version in the
 * order of {@link #of}, each as its length in bytes (4 bytes, most significant first) and its
 * bytes; texts in UTF-8, numbers as decimal digits, what is missing with length −1. So changing,
 * exchanging or removing a version shows in every later one.
 *
 * <p>The counts of words are in it as they were when the version was saved, because a later
 * release, or a Java that knows more characters, may count differently: so counting again cannot
 * check them.
 */
final class VersionHash {
  private static final String FORMAT = "script-versioning version 1";

  private VersionHash() {}

  /** The hash that a version with these parents must have. */
  static ContentHash of(
      RecordedVersion recorded,
      @Nullable ContentHash parentHash,
      @Nullable ContentHash mergeParentHash) {
    Version version = recorded.version();
    MessageDigest digest = ContentHash.digest();
    add(digest, FORMAT);
    add(digest, version.scriptId());
    add(digest, version.versionNumber());
    add(digest, version.branchNumber());
    add(digest, version.parentVersion());
    add(digest, parentHash);
    add(digest, version.mergeParentVersion());
    add(digest, mergeParentHash);
    add(digest, version.restoredFrom());
    add(digest, version.contentHash());
    add(digest, version.words());
    add(digest, version.wordsInserted());
    add(digest, version.wordsDeleted());
    add(digest, version.author().name());
    add(digest, version.author().email());
    add(digest, version.changeDescription());
    add(digest, Long.toString(version.createdAt().toEpochMilli()));
    add(digest, version.metadata().json());
    add(digest, recorded.sourceKey());
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
