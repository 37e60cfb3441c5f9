package prismq.t.script.versioning.history;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.commitment.CommitmentSalts;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * One of the fields that a version hash is over.
 *
 * @param bytes what is hashed; null where it is missing
 * @param isText whether they are characters in UTF-8, and not a hash or a key
 * @param opening by what a commitment is checked; null if it is none, or its value was erased
 */
public record HashedField(
    String name, byte @Nullable [] bytes, boolean isText, @Nullable CommitmentOpening opening) {

  /**
   * The salt and the value that give a commitment.
   *
   * @param value null where it is missing
   */
  public record CommitmentOpening(byte[] salt, byte @Nullable [] value) {}

  static HashedField text(String name, @Nullable String text) {
    return new HashedField(
        name, text == null ? null : text.getBytes(StandardCharsets.UTF_8), true, null);
  }

  static HashedField number(String name, @Nullable Integer number) {
    return text(name, number == null ? null : number.toString());
  }

  static HashedField hash(String name, @Nullable ContentHash hash) {
    return key(name, hash == null ? null : hash.bytes());
  }

  static HashedField key(String name, byte @Nullable [] bytes) {
    return new HashedField(name, bytes, false, null);
  }

  static HashedField committed(CommitmentSalts salts, String name, byte @Nullable [] value) {
    return new HashedField(
        name,
        salts.commitment(name, value).bytes(),
        false,
        salts.isErased(name) ? null : new CommitmentOpening(salts.salt(name), value));
  }
}
