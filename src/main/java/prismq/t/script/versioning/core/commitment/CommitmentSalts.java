package prismq.t.script.versioning.core.commitment;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * The salts by which a record is committed to fields that may have to be erased later, and the
 * commitments to those that were.
 *
 * <p>A commitment is the {@link FieldDigest} over the field's salt, its name and its value. A chain
 * of hashes goes over commitments instead of values, so a value can be erased without breaking it.
 * A salt of 128 bits that only this field has keeps a short value, such as a name, from being found
 * by trying: so a field's salt is erased together with its value, and the others stay.
 *
 * <p>A record begins with a seed of 120 random bits. The salt of a field is the first half of the
 * {@link FieldDigest} over the seed and the field's name; no salt tells anything of the seed or of
 * another salt. Erasing a field replaces the seed by all that can still be told: the salts of the
 * fields that are left, and the commitment of the one erased. Of the erased salt nothing remains.
 *
 * <p>So the bytes kept are either the seed (15 bytes, which take 16 in a row of SQLite), or a byte
 * whose bit n says that field n is erased (at least one), and for each field in order its
 * commitment (32 bytes) where it is erased, and else its salt (16 bytes).
 */
public final class CommitmentSalts {
  /** Length of the salt of a field, in bytes. */
  public static final int SALT_BYTES = 16;

  private static final int SEED_BYTES = 15;
  private static final int HASH_BYTES = 32;
  private static final int MAX_FIELDS = 8;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<String> fields;
  private final byte[] stored;
  private final int erased;

  private CommitmentSalts(List<String> fields, byte[] stored, int erased) {
    this.fields = fields;
    this.stored = stored;
    this.erased = erased;
  }

  /**
   * The salts that these bytes keep, which {@link #newSeed} or {@link #withErased} gave.
   *
   * @param fields the names of the fields, always in the same order; 8 at most
   * @throws BrokenSaltsException if they are no salts of these fields
   */
  public static CommitmentSalts stored(List<String> fields, byte[] stored) {
    if (fields.size() > MAX_FIELDS) {
      throw new IllegalArgumentException("more than " + MAX_FIELDS + " fields");
    }
    if (stored.length == SEED_BYTES) {
      return new CommitmentSalts(fields, stored, 0);
    }
    int erased = stored.length == 0 ? 0 : Byte.toUnsignedInt(stored[0]);
    if (erased == 0
        || erased >= 1 << fields.size()
        || stored.length != offset(fields.size(), erased)) {
      throw new BrokenSaltsException();
    }
    return new CommitmentSalts(fields, stored, erased);
  }

  /** What is kept of the salts of a new record. */
  public static byte[] newSeed() {
    byte[] seed = new byte[SEED_BYTES];
    RANDOM.nextBytes(seed);
    return seed;
  }

  /** Whether a field was erased, so that only its commitment is left. */
  public boolean isErased(String field) {
    return isErased(index(field));
  }

  private boolean isErased(int field) {
    return (erased & 1 << field) != 0;
  }

  private int index(String field) {
    int index = fields.indexOf(field);
    if (index < 0) {
      throw new IllegalArgumentException("no committed field " + field);
    }
    return index;
  }

  /** The salt of a field that was not erased. */
  public byte[] salt(String field) {
    int index = index(field);
    if (isErased(index)) {
      throw new IllegalStateException("the salt of " + field + " was erased");
    }
    if (erased == 0) {
      byte[] digest = new FieldDigest().add(stored).add(field).hash().bytes();
      return Arrays.copyOf(digest, SALT_BYTES);
    }
    int offset = offset(index, erased);
    return Arrays.copyOfRange(stored, offset, offset + SALT_BYTES);
  }

  private static int offset(int field, int erased) {
    int before = Integer.bitCount(erased & ((1 << field) - 1));
    return 1 + before * HASH_BYTES + (field - before) * SALT_BYTES;
  }

  /**
   * The commitment to a field's value.
   *
   * @param value null where it is missing; without meaning where it was erased
   */
  public ContentHash commitment(String field, byte @Nullable [] value) {
    int index = index(field);
    if (isErased(index)) {
      int offset = offset(index, erased);
      return ContentHash.ofDigest(Arrays.copyOfRange(stored, offset, offset + HASH_BYTES));
    }
    return new FieldDigest().add(salt(field)).add(field).add(value).hash();
  }

  /**
   * What is kept once a field is erased.
   *
   * @param value the field's value until now; null where it is missing
   */
  public byte[] withErased(String field, byte @Nullable [] value) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    kept.write(erased | 1 << index(field));
    for (String each : fields) {
      kept.writeBytes(
          each.equals(field) || isErased(each) ? commitment(each, value).bytes() : salt(each));
    }
    return kept.toByteArray();
  }
}
