package prismq.t.script.versioning.transfer.archive;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.scene.SceneMinutes;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.RecordedBranch;
import prismq.t.script.versioning.history.RecordedScript;
import prismq.t.script.versioning.history.Script;

/** Parses the record of a script: its title, branches and labels. */
final class ScriptParser {
  private static final int MAX_BRANCHES = 100_000;

  private final JsonCursor json;

  ScriptParser(JsonCursor json) {
    this.json = json;
  }

  /** The script of the record whose start was read. */
  RecordedScript read() throws IOException {
    @Nullable String scriptId = null;
    @Nullable String title = null;
    @Nullable Instant createdAt = null;
    @Nullable Instant changedAt = null;
    @Nullable Integer versions = null;
    @Nullable TextFormat format = null;
    boolean descriptionRequired = false;
    List<RecordedBranch> branches = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    JsonCursor.Fields fields = json.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "script_id" -> scriptId = json.text();
        case "title" -> title = json.text();
        case "created_at" -> createdAt = json.time();
        case "changed_at" -> changedAt = json.time();
        case "versions" -> versions = json.number();
        case "format" -> format = readFormat();
        case "description_required" -> descriptionRequired = readTruth();
        case "branches" -> readBranches(branches);
        case "labels" -> readLabels(labels);
        default -> throw json.unknown(fields.name());
      }
    }
    return new RecordedScript(
        new Script(
            json.required("script_id", scriptId),
            json.required("title", title),
            json.required("versions", versions),
            json.required("created_at", createdAt),
            json.required("changed_at", changedAt),
            format,
            descriptionRequired,
            false,
            SceneMinutes.WORDS_A_MINUTE),
        branches,
        labels);
  }

  private boolean readTruth() throws IOException {
    boolean isTrue = json.token() == JsonToken.VALUE_TRUE;
    boolean isFalse = json.token() == JsonToken.VALUE_FALSE;
    json.expect(isTrue || isFalse, "description_required is neither true nor false");
    return isTrue;
  }

  private TextFormat readFormat() throws IOException {
    String word = json.text();
    Optional<TextFormat> format = TextFormat.named(word);
    json.expect(format.isPresent(), "import.json.script_format");
    return format.orElseThrow();
  }

  private void readBranches(List<RecordedBranch> branches) throws IOException {
    json.expect(json.token() == JsonToken.START_ARRAY, "import.json.branches");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      json.expect(json.token() == JsonToken.START_OBJECT, "import.json.branch");
      json.expect(branches.size() < MAX_BRANCHES, "import.json.many_branches", MAX_BRANCHES);
      branches.add(readBranch());
    }
  }

  private RecordedBranch readBranch() throws IOException {
    @Nullable Integer number = null;
    @Nullable String name = null;
    @Nullable Integer origin = null;
    @Nullable Integer head = null;
    String description = "";
    @Nullable Instant createdAt = null;
    @Nullable Instant archivedAt = null;
    List<String> formerNames = new ArrayList<>();
    JsonCursor.Fields fields = json.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "branch_number" -> number = json.number();
        case "name" -> name = json.text();
        case "origin_version" -> origin = json.number();
        case "head_version" -> head = json.number();
        case "description" -> description = json.text();
        case "created_at" -> createdAt = json.time();
        case "archived_at" -> archivedAt = json.time();
        case "former_names" -> readNames(formerNames);
        default -> throw json.unknown(fields.name());
      }
    }
    return new RecordedBranch(
        new Branch(
            json.required("name", name),
            json.required("branch_number", number),
            head,
            origin,
            json.required("created_at", createdAt),
            description,
            archivedAt),
        List.copyOf(formerNames));
  }

  private void readLabels(List<Label> labels) throws IOException {
    json.expect(json.token() == JsonToken.START_ARRAY, "import.json.labels");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      json.expect(json.token() == JsonToken.START_OBJECT, "import.json.label");
      json.expect(labels.size() < Label.MAX_COUNT, "import.json.many_labels", Label.MAX_COUNT);
      labels.add(readLabel());
    }
  }

  private Label readLabel() throws IOException {
    @Nullable String name = null;
    @Nullable Integer version = null;
    @Nullable Instant createdAt = null;
    JsonCursor.Fields fields = json.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "name" -> name = json.text();
        case "version_number" -> version = json.number();
        case "created_at" -> createdAt = json.time();
        default -> throw json.unknown(fields.name());
      }
    }
    return new Label(
        json.required("name", name),
        json.required("version_number", version),
        json.required("created_at", createdAt));
  }

  private void readNames(List<String> names) throws IOException {
    json.expect(json.token() == JsonToken.START_ARRAY, "import.json.former_names");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      json.expect(names.size() < MAX_BRANCHES, "import.json.many_names", MAX_BRANCHES);
      names.add(json.text());
    }
  }
}
