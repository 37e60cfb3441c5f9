package prismq.t.script.versioning.core.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 value of 32 bytes (FIPS 180-4), shown as 64 lower-case hexadecimal digits. */
public final class ContentHash {
  private final byte[] bytes;

  private ContentHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The hash of this content. */
  public static ContentHash of(byte[] content) {
    return new ContentHash(digest().digest(content));
  }

  /** A stored hash; one of damaged bytes equals no hash of a content. */
  public static ContentHash ofDigest(byte[] digest) {
    return new ContentHash(digest.clone());
  }

  /** A new SHA-256 digest. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The 32 bytes, copied. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** 64 hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
