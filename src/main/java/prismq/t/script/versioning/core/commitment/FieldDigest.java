package prismq.t.script.versioning.core.commitment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * SHA-256 over fields, each as its length in bytes (4 bytes, most significant first) and its bytes;
 * texts in UTF-8, and what is missing with length −1. So no two lists of fields are the same bytes.
 */
public final class FieldDigest {
  private static final int MISSING = -1;

  private final MessageDigest digest = ContentHash.digest();

  /** Adds a field; null where it is missing. */
  public FieldDigest add(byte @Nullable [] field) {
    digest.update(ByteBuffer.allocate(4).putInt(0, field == null ? MISSING : field.length));
    if (field != null) {
      digest.update(field);
    }
    return this;
  }

  /** Adds a text. */
  public FieldDigest add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of all fields added; the digest cannot be used again. */
  public ContentHash hash() {
    return ContentHash.ofDigest(digest.digest());
  }
}
