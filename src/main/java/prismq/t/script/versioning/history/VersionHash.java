package prismq.t.script.versioning.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.commitment.BrokenSaltsException;
import prismq.t.script.versioning.core.commitment.CommitmentSalts;
import prismq.t.script.versioning.core.commitment.FieldDigest;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * The hash that chains a history: the {@link FieldDigest} over the fields of a version, of which
 * the first names the format; numbers as decimal digits. So changing, exchanging or removing a
 * version shows in every later one.
 *
 * <p>Format 1 covers all fields as they are. Format 2, which every new version has, covers by
 * salted commitments what may have to be erased by law ({@link CommittedField}), so that it can be
 * without breaking the chain: {@link CommitmentSalts} tells how, and why what remains does not give
 * it away. What a history is built of stays in the clear, and so do the three values of the
 * metadata that its texts and merges are read by: erased metadata may keep these.
 *
 * <p>A history may have both, because a version keeps the format it was saved with. The one is
 * never taken for the other: the name of the format is hashed first.
 *
 * <p>The counts of words are in it as they were when the version was saved, because a later
 * release, or a Java that knows more characters, may count differently: so counting again cannot
 * check them.
 */
final class VersionHash {
  static final int FORMAT_1 = 1;
  static final int FORMAT_2 = 2;

  private static final String FORMAT_NAME = "script-versioning version ";

  private VersionHash() {}

  /**
   * The hash that a version with these parents must have.
   *
   * @throws BrokenSaltsException if its salts cannot be
   */
  static ContentHash of(
      RecordedVersion recorded,
      @Nullable ContentHash parentHash,
      @Nullable ContentHash mergeParentHash) {
    FieldDigest digest = new FieldDigest();
    fields(recorded, parentHash, mergeParentHash).forEach(field -> digest.add(field.bytes()));
    return digest.hash();
  }

  /** What {@link #of} hashes, in order. */
  static List<HashedField> fields(
      RecordedVersion recorded,
      @Nullable ContentHash parentHash,
      @Nullable ContentHash mergeParentHash) {
    Version version = recorded.version();
    List<HashedField> fields = new ArrayList<>();
    fields.add(HashedField.text("format", FORMAT_NAME + recorded.hashFormat()));
    fields.add(HashedField.text("script_id", version.scriptId()));
    fields.add(HashedField.number("version_number", version.versionNumber()));
    fields.add(HashedField.number("branch_number", version.branchNumber()));
    fields.add(HashedField.number("parent_version", version.parentVersion()));
    fields.add(HashedField.hash("parent_hash", parentHash));
    fields.add(HashedField.number("merge_parent_version", version.mergeParentVersion()));
    fields.add(HashedField.hash("merge_parent_hash", mergeParentHash));
    fields.add(HashedField.number("restored_from", version.restoredFrom()));
    fields.add(HashedField.hash("content_hash", version.contentHash()));
    fields.add(HashedField.number("words", version.words()));
    fields.add(HashedField.number("words_inserted", version.wordsInserted()));
    fields.add(HashedField.number("words_deleted", version.wordsDeleted()));
    HashedField time =
        HashedField.text("created_at", Long.toString(version.createdAt().toEpochMilli()));
    if (recorded.salts() == null) {
      fields.add(HashedField.text("author", version.author().name()));
      fields.add(HashedField.text("email", version.author().email()));
      fields.add(HashedField.text("change_description", version.changeDescription()));
      fields.add(time);
      fields.add(HashedField.text("metadata", version.metadata().json()));
      fields.add(HashedField.key("source_key", recorded.sourceKey()));
      return fields;
    }
    fields.add(time);
    // Read as it is kept: a program may have given the same numbers as other types.
    Metadata metadata = Metadata.stored(version.metadata().json());
    fields.add(HashedField.text(Metadata.TEXT_ENCODING, metadata.encodingName()));
    fields.add(
        HashedField.number(MergeHandler.PICKED_FROM, metadata.version(MergeHandler.PICKED_FROM)));
    fields.add(
        HashedField.number(RebaseHandler.WRITTEN_ON, metadata.version(RebaseHandler.WRITTEN_ON)));
    CommitmentSalts salts = CommitmentSalts.stored(CommittedField.KEYS, recorded.salts());
    for (CommittedField field : CommittedField.values()) {
      fields.add(HashedField.committed(salts, field.key(), field.value(recorded)));
    }
    return fields;
  }

  /**
   * The fields that were erased and still say something, which no hash covers.
   *
   * @throws BrokenSaltsException if its salts cannot be
   */
  static List<String> notErased(RecordedVersion recorded) {
    byte @Nullable [] stored = recorded.salts();
    if (stored == null) {
      return List.of();
    }
    CommitmentSalts salts = CommitmentSalts.stored(CommittedField.KEYS, stored);
    List<String> left = new ArrayList<>();
    for (CommittedField field : CommittedField.values()) {
      if (salts.isErased(field.key()) && !field.isEmpty(recorded)) {
        left.add(field.key());
      }
    }
    return left;
  }
}
