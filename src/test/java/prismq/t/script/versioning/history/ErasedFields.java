package prismq.t.script.versioning.history;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.commitment.CommitmentSalts;
import prismq.t.script.versioning.db.Database;

/** Versions of which fields are erased as a law may ask for. */
public final class ErasedFields {
  private static final Set<String> STRUCTURAL =
      Set.of(Metadata.TEXT_ENCODING, MergeHandler.PICKED_FROM, RebaseHandler.WRITTEN_ON);

  private ErasedFields() {}

  /** The version without the values and the salts of these fields. */
  static RecordedVersion of(RecordedVersion recorded, List<CommittedField> fields) {
    byte[] salts = Objects.requireNonNull(recorded.salts());
    for (CommittedField field : fields) {
      salts =
          CommitmentSalts.stored(CommittedField.KEYS, salts)
              .withErased(field.key(), field.value(recorded));
    }
    Version version = recorded.version();
    Author author =
        new Author(
            fields.contains(CommittedField.AUTHOR) ? "" : version.author().name(),
            fields.contains(CommittedField.EMAIL) ? "" : version.author().email());
    boolean isWordless = fields.contains(CommittedField.CHANGE_DESCRIPTION);
    Metadata metadata = version.metadata();
    if (fields.contains(CommittedField.METADATA)) {
      Map<String, Object> kept = new LinkedHashMap<>(metadata.values());
      kept.keySet().retainAll(STRUCTURAL);
      metadata = Metadata.of(kept);
    }
    byte @Nullable [] key =
        fields.contains(CommittedField.SOURCE_KEY) ? null : recorded.sourceKey();
    Version erased =
        Version.builder(version.scriptId(), version.versionNumber())
            .branch(version.branch(), version.branchNumber())
            .parents(version.parentVersion(), version.mergeParentVersion())
            .restoredFrom(version.restoredFrom())
            .contentHash(version.contentHash())
            .versionHash(version.versionHash())
            .saved(author, isWordless ? "" : version.changeDescription(), version.createdAt())
            .size(version.sizeBytes(), version.words(), version.lines())
            .changedWords(version.wordsInserted(), version.wordsDeleted())
            .metadata(metadata)
            .build();
    return new RecordedVersion(erased, key, salts);
  }

  /** Erases some fields of a version in the database, at least one. */
  public static void eraseSome(Database database, String scriptId, int number, Random random) {
    CommittedField[] all = CommittedField.values();
    CommittedField first = all[number % all.length];
    List<CommittedField> fields =
        Arrays.stream(all).filter(field -> field == first || random.nextBoolean()).toList();
    database.write(
        handle -> {
          ScriptRow script = new ScriptStore().required(handle, scriptId);
          RecordedVersion erased =
              of(new VersionStore().recorded(handle, script, number, number).get(0), fields);
          Version version = erased.version();
          return handle.execute(
              "UPDATE script_versions SET author = ?, change_description = ?, metadata = ?,"
                  + " source_key = ?, salts = ? WHERE script_id = ? AND version_number = ?",
              new ScriptStore().authorNumber(handle, version.author()),
              version.changeDescription(),
              version.metadata().json(),
              erased.sourceKey(),
              erased.salts(),
              script.id(),
              number);
        });
  }
}
