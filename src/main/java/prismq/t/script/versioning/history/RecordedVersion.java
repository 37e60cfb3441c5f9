package prismq.t.script.versioning.history;

import org.jspecify.annotations.Nullable;

/**
 * A version with all that is kept of it but its text, as it goes from one database to another.
 *
 * @param sourceKey what it is called where it was first imported from; null if it was not
 * @param salts of its {@link CommittedField}s; null for a version hash of format 1
 */
public record RecordedVersion(
    Version version, byte @Nullable [] sourceKey, byte @Nullable [] salts) {

  /** The number of the format of its version hash. */
  public int hashFormat() {
    return salts == null ? VersionHash.FORMAT_1 : VersionHash.FORMAT_2;
  }
}
