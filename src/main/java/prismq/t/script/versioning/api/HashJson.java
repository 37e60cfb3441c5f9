package prismq.t.script.versioning.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.HashedField;
import prismq.t.script.versioning.history.RecordedVersion;
import prismq.t.script.versioning.history.Version;

/** What the hash of a version is over, as JSON. */
record HashJson(
    String scriptId,
    int versionNumber,
    String versionHash,
    int hashFormat,
    List<FieldJson> fields) {
  /** Pages show neither, so they are not told here either, nor is what would confirm a guess. */
  private static final Set<String> UNTOLD = Set.of("email", "source_key");

  /**
   * A field; what is missing has neither text nor hex.
   *
   * @param salt that of a commitment, where it may be opened
   * @param value what a commitment with a salt is to; null where it is missing
   * @param withheld left out unless the field is not told, so that the hash cannot be checked
   */
  record FieldJson(
      String name,
      @Nullable String text,
      @Nullable String hex,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String salt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String value,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean withheld) {
    static FieldJson of(HashedField field, boolean isCommitted) {
      byte @Nullable [] bytes = field.bytes();
      boolean isUntold = UNTOLD.contains(field.name());
      if (bytes == null || (isUntold && !isCommitted && bytes.length > 0)) {
        return new FieldJson(field.name(), null, null, null, null, bytes == null ? null : true);
      }
      HashedField.@Nullable CommitmentOpening opening = isUntold ? null : field.opening();
      return new FieldJson(
          field.name(),
          field.isText() ? text(bytes) : null,
          field.isText() ? null : HexFormat.of().formatHex(bytes),
          opening == null ? null : HexFormat.of().formatHex(opening.salt()),
          opening == null ? null : text(opening.value()),
          null);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
      return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
  }

  static HashJson of(RecordedVersion recorded, List<HashedField> fields) {
    Version version = recorded.version();
    return new HashJson(
        version.scriptId(),
        version.versionNumber(),
        version.versionHash().hex(),
        recorded.hashFormat(),
        fields.stream().map(field -> FieldJson.of(field, recorded.salts() != null)).toList());
  }
}
