package prismq.t.script.versioning.transfer.archive;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.RecordedVersion;
import prismq.t.script.versioning.history.Version;

/** Parses the record of a version, and the pieces of its text. */
final class VersionParser {
  private final JsonCursor json;

  VersionParser(JsonCursor json) {
    this.json = json;
  }

  /** The version of the record whose start was read; its pieces are added to the list. */
  RecordedVersion read(PieceList pieces) throws IOException {
    @Nullable String scriptId = null;
    @Nullable Integer number = null;
    @Nullable Integer branch = null;
    @Nullable Integer parent = null;
    @Nullable Integer mergeParent = null;
    @Nullable Integer restoredFrom = null;
    @Nullable String author = null;
    String email = "";
    @Nullable String description = null;
    @Nullable Instant createdAt = null;
    @Nullable String metadata = null;
    byte @Nullable [] sourceKey = null;
    @Nullable Integer size = null;
    @Nullable Integer words = null;
    @Nullable Integer lines = null;
    @Nullable Integer inserted = null;
    @Nullable Integer deleted = null;
    byte @Nullable [] contentHash = null;
    byte @Nullable [] versionHash = null;
    int hashFormat = 1;
    byte @Nullable [] salts = null;
    JsonCursor.Fields fields = json.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "script_id" -> scriptId = json.text();
        case "version_number" -> number = json.number();
        case "branch_number" -> branch = json.number();
        case "parent_version" -> parent = json.number();
        case "merge_parent_version" -> mergeParent = json.number();
        case "restored_from" -> restoredFrom = json.number();
        case "author" -> author = json.text();
        case "email" -> email = json.text();
        case "change_description" -> description = json.text();
        case "created_at" -> createdAt = json.time();
        case "metadata" -> metadata = json.text();
        case "source_key" -> sourceKey = json.hex();
        case "size_bytes" -> size = json.number();
        case "words" -> words = json.number();
        case "lines" -> lines = json.number();
        case "words_inserted" -> inserted = json.number();
        case "words_deleted" -> deleted = json.number();
        case "content_hash" -> contentHash = json.hex();
        case "version_hash" -> versionHash = json.hex();
        case "hash_format" -> hashFormat = json.number();
        case "salts" -> salts = json.hex();
        case "pieces" -> readPieces(json.required("size_bytes before pieces", size), pieces);
        default -> throw json.unknown(fields.name());
      }
    }
    int sizeBytes = json.required("size_bytes", size);
    json.expect(pieces.bytes() == sizeBytes, "import.json.pieces_size", pieces.bytes(), sizeBytes);
    RecordedVersion recorded =
        new RecordedVersion(
            Version.builder(
                    json.required("script_id", scriptId), json.required("version_number", number))
                .branch("", json.required("branch_number", branch))
                .parents(parent, mergeParent)
                .restoredFrom(restoredFrom)
                .contentHash(json.hash("content_hash", contentHash))
                .versionHash(json.hash("version_hash", versionHash))
                .saved(
                    new Author(json.required("author", author), email),
                    json.required("change_description", description),
                    json.required("created_at", createdAt))
                .size(sizeBytes, json.required("words", words), json.required("lines", lines))
                .changedWords(inserted, deleted)
                .metadata(Metadata.stored(metadata))
                .build(),
            sourceKey,
            salts);
    json.expect(
        hashFormat == recorded.hashFormat(),
        salts == null ? "import.json.salts_missing" : "import.json.salts_left",
        hashFormat);
    return recorded;
  }

  private void readPieces(int size, PieceList pieces) throws IOException {
    json.expect(json.token() == JsonToken.START_ARRAY, "import.json.pieces");
    int most = size / ArchiveFormat.BYTES_PER_PIECE + ArchiveFormat.BYTES_PER_PIECE;
    for (int count = 1; json.nextToken() != JsonToken.END_ARRAY; count++) {
      json.expect(count <= most, "import.json.many_pieces");
      json.expect(json.token() == JsonToken.START_ARRAY, "import.json.piece");
      json.nextToken();
      long offset = json.longNumber();
      json.nextToken();
      int length = json.number();
      json.expect(json.nextToken() == JsonToken.END_ARRAY, "import.json.piece_end");
      json.expect(offset >= 0 && offset <= Long.MAX_VALUE / 2, "import.json.piece_start");
      json.expect(length > 0 && length <= size - pieces.bytes(), "import.json.piece_length");
      pieces.add(offset, length);
    }
  }
}
