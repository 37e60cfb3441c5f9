package prismq.t.script.versioning.transfer.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.RecordedBranch;
import prismq.t.script.versioning.history.RecordedScript;
import prismq.t.script.versioning.history.RecordedVersion;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.transfer.reviews.RecordField;
import prismq.t.script.versioning.transfer.reviews.ReviewRecord;

/** Writes records as JSON Lines: an object a line, without the fields that have no value. */
final class RecordWriter implements AutoCloseable {
  private final JsonGenerator json;
  private final OutputStream out;

  /** Writes to a stream, which stays open. */
  RecordWriter(OutputStream out) throws IOException {
    this.out = out;
    this.json =
        new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setRootValueSeparator(new SerializedString("\n"));
  }

  void manifest(int scripts, long versions, boolean hasReviews) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", ArchiveFormat.NAME);
    json.writeNumberField(
        "format_version",
        hasReviews ? ArchiveFormat.VERSION : ArchiveFormat.VERSION_WITHOUT_REVIEWS);
    json.writeNumberField("scripts", scripts);
    json.writeNumberField("versions", versions);
    json.writeEndObject();
  }

  void script(RecordedScript recorded) throws IOException {
    json.writeStartObject();
    json.writeStringField("script_id", recorded.script().scriptId());
    json.writeStringField("title", recorded.script().title());
    time("created_at", recorded.script().createdAt());
    time("changed_at", recorded.script().changedAt());
    json.writeNumberField("versions", recorded.script().latestVersion());
    @Nullable TextFormat format = recorded.script().format();
    if (format != null) {
      json.writeStringField("format", format.word());
    }
    if (recorded.script().descriptionRequired()) {
      json.writeBooleanField("description_required", true);
    }
    json.writeArrayFieldStart("branches");
    for (RecordedBranch branch : recorded.branches()) {
      branch(branch);
    }
    json.writeEndArray();
    if (!recorded.labels().isEmpty()) {
      json.writeArrayFieldStart("labels");
      for (Label label : recorded.labels()) {
        label(label);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void label(Label label) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", label.name());
    json.writeNumberField("version_number", label.versionNumber());
    time("created_at", label.createdAt());
    json.writeEndObject();
  }

  private void branch(RecordedBranch recorded) throws IOException {
    Branch branch = recorded.branch();
    json.writeStartObject();
    json.writeNumberField("branch_number", branch.branchNumber());
    json.writeStringField("name", branch.name());
    number("origin_version", branch.originVersion());
    number("head_version", branch.headVersion());
    if (!branch.description().isEmpty()) {
      json.writeStringField("description", branch.description());
    }
    time("created_at", branch.createdAt());
    time("archived_at", branch.archivedAt());
    if (!recorded.formerNames().isEmpty()) {
      json.writeArrayFieldStart("former_names");
      for (String name : recorded.formerNames()) {
        json.writeString(name);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  void version(RecordedVersion recorded, PieceList pieces) throws IOException {
    Version version = recorded.version();
    json.writeStartObject();
    json.writeStringField("script_id", version.scriptId());
    json.writeNumberField("version_number", version.versionNumber());
    json.writeNumberField("branch_number", version.branchNumber());
    number("parent_version", version.parentVersion());
    number("merge_parent_version", version.mergeParentVersion());
    number("restored_from", version.restoredFrom());
    json.writeStringField("author", version.author().name());
    if (!version.author().email().isEmpty()) {
      json.writeStringField("email", version.author().email());
    }
    json.writeStringField("change_description", version.changeDescription());
    time("created_at", version.createdAt());
    if (version.metadata().json() != null) {
      // As a text, because its hash is over these very characters.
      json.writeStringField("metadata", version.metadata().json());
    }
    byte @Nullable [] key = recorded.sourceKey();
    if (key != null) {
      json.writeStringField("source_key", HexFormat.of().formatHex(key));
    }
    json.writeNumberField("size_bytes", version.sizeBytes());
    json.writeNumberField("words", version.words());
    json.writeNumberField("lines", version.lines());
    number("words_inserted", version.wordsInserted());
    number("words_deleted", version.wordsDeleted());
    json.writeStringField("content_hash", version.contentHash().hex());
    json.writeStringField("version_hash", version.versionHash().hex());
    byte @Nullable [] salts = recorded.salts();
    if (salts != null) {
      json.writeNumberField("hash_format", recorded.hashFormat());
      json.writeStringField("salts", HexFormat.of().formatHex(salts));
    }
    json.writeArrayFieldStart("pieces");
    for (int piece = 0; piece < pieces.size(); piece++) {
      json.writeStartArray();
      json.writeNumber(pieces.offset(piece));
      json.writeNumber(pieces.length(piece));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  void review(ReviewRecord record) throws IOException {
    json.writeStartObject();
    json.writeStringField("script_id", record.scriptId());
    json.writeStringField("record", record.kind().word());
    for (RecordField field : record.kind().fields()) {
      @Nullable Object value = record.values().get(field.name());
      if (value != null) {
        json.writeObjectField(field.name(), value);
      }
    }
    json.writeEndObject();
  }

  private void number(String name, @Nullable Integer value) throws IOException {
    if (value != null) {
      json.writeNumberField(name, value);
    }
  }

  private void time(String name, @Nullable Instant time) throws IOException {
    if (time != null) {
      json.writeNumberField(name, time.toEpochMilli());
    }
  }

  /** Ends the last line. */
  @Override
  public void close() throws IOException {
    boolean any = json.getOutputContext().hasCurrentIndex();
    json.close();
    if (any) {
      out.write('\n');
    }
    out.flush();
  }
}
