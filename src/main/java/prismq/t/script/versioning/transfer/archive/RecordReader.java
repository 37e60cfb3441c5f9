package prismq.t.script.versioning.transfer.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.RecordedBranch;
import prismq.t.script.versioning.history.RecordedScript;
import prismq.t.script.versioning.history.RecordedVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;

/**
 * Reads records from JSON Lines, whoever wrote them: never more than one is in memory, and each is
 * bounded in all its parts.
 */
final class RecordReader implements AutoCloseable {
  private static final int MAX_STRING_LENGTH = 100_000;
  private static final int MAX_BRANCHES = 100_000;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(4)
                  .maxStringLength(MAX_STRING_LENGTH)
                  .maxNameLength(100)
                  .maxNumberLength(20)
                  .build())
          // Names are looked up in the switches below; others need not be remembered.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final String entry;
  private final JsonParser json;
  private int record;

  RecordReader(String entry, InputStream in) throws IOException {
    this.entry = entry;
    this.json = JSON.createParser(in).enable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
  }

  /** How many scripts and versions an archive says it has. */
  record Manifest(long scripts, long versions) {}

  private interface Reading<T> {
    T read() throws IOException;
  }

  /** Reads a record; whatever is wrong with it is told with its place. */
  private <T> @Nullable T next(Reading<T> reading) throws IOException {
    record++;
    try {
      JsonToken token = json.nextToken();
      if (token == null) {
        return null;
      }
      expect(token == JsonToken.START_OBJECT, "it is no JSON object");
      return reading.read();
    } catch (JsonProcessingException e) {
      throw broken("it is not the JSON it should be: " + firstLine(e));
    }
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }

  private BrokenArchiveException broken(String what) {
    return new BrokenArchiveException(
        "Line " + record + " of " + entry + " is wrong: " + what + ".");
  }

  private void expect(boolean isSo, String otherwise) {
    if (!isSo) {
      throw broken(otherwise);
    }
  }

  /** There is nothing more to read. */
  void end() throws IOException {
    expect(next(() -> true) == null, "it is more than there should be");
  }

  /**
   * The manifest.
   *
   * @throws BrokenArchiveException where it is of another format or version
   */
  Manifest manifest() throws IOException {
    @Nullable Manifest manifest = next(this::readManifest);
    if (manifest == null) {
      throw broken("it is missing");
    }
    end();
    return manifest;
  }

  private Manifest readManifest() throws IOException {
    @Nullable String format = null;
    @Nullable Integer version = null;
    long scripts = -1;
    long versions = -1;
    Fields fields = new Fields();
    while (fields.next()) {
      switch (fields.name) {
        case "format" -> format = text();
        case "format_version" -> version = number();
        case "scripts" -> scripts = longNumber();
        case "versions" -> versions = longNumber();
        default -> skipUnlessKnown(fields.name, version);
      }
    }
    expect(ArchiveFormat.NAME.equals(format), "its format is not " + ArchiveFormat.NAME);
    expect(
        Integer.valueOf(ArchiveFormat.VERSION).equals(version),
        "its format_version is "
            + version
            + ", and this release reads "
            + ArchiveFormat.VERSION
            + "; a newer release may read it");
    expect(scripts >= 0 && versions >= 0, "it does not tell the numbers of scripts and versions");
    return new Manifest(scripts, versions);
  }

  /** What a later version of the format has is passed over until its number is read. */
  private void skipUnlessKnown(String name, @Nullable Integer version) throws IOException {
    expect(
        version == null || version != ArchiveFormat.VERSION,
        "it has a field that is not known, " + name);
    json.skipChildren();
  }

  /** The next script; null after the last. */
  @Nullable RecordedScript script() throws IOException {
    return next(this::readScript);
  }

  private RecordedScript readScript() throws IOException {
    @Nullable String scriptId = null;
    @Nullable String title = null;
    @Nullable Instant createdAt = null;
    @Nullable Instant changedAt = null;
    @Nullable Integer versions = null;
    List<RecordedBranch> branches = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    Fields fields = new Fields();
    while (fields.next()) {
      switch (fields.name) {
        case "script_id" -> scriptId = text();
        case "title" -> title = text();
        case "created_at" -> createdAt = time();
        case "changed_at" -> changedAt = time();
        case "versions" -> versions = number();
        case "branches" -> readBranches(branches);
        case "labels" -> readLabels(labels);
        default -> throw unknown(fields.name);
      }
    }
    return new RecordedScript(
        new Script(
            required("script_id", scriptId),
            required("title", title),
            required("versions", versions),
            required("created_at", createdAt),
            required("changed_at", changedAt)),
        branches,
        labels);
  }

  private void readBranches(List<RecordedBranch> branches) throws IOException {
    expect(json.currentToken() == JsonToken.START_ARRAY, "branches is no list");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json.currentToken() == JsonToken.START_OBJECT, "a branch is no JSON object");
      expect(branches.size() < MAX_BRANCHES, "it has more than " + MAX_BRANCHES + " branches");
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
    Fields fields = new Fields();
    while (fields.next()) {
      switch (fields.name) {
        case "branch_number" -> number = number();
        case "name" -> name = text();
        case "origin_version" -> origin = number();
        case "head_version" -> head = number();
        case "description" -> description = text();
        case "created_at" -> createdAt = time();
        case "archived_at" -> archivedAt = time();
        case "former_names" -> readNames(formerNames);
        default -> throw unknown(fields.name);
      }
    }
    return new RecordedBranch(
        new Branch(
            required("name", name),
            required("branch_number", number),
            head,
            origin,
            required("created_at", createdAt),
            description,
            archivedAt),
        List.copyOf(formerNames));
  }

  private void readLabels(List<Label> labels) throws IOException {
    expect(json.currentToken() == JsonToken.START_ARRAY, "labels is no list");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json.currentToken() == JsonToken.START_OBJECT, "a label is no JSON object");
      expect(labels.size() < Label.MAX_COUNT, "it has more than " + Label.MAX_COUNT + " labels");
      labels.add(readLabel());
    }
  }

  private Label readLabel() throws IOException {
    @Nullable String name = null;
    @Nullable Integer version = null;
    @Nullable Instant createdAt = null;
    Fields fields = new Fields();
    while (fields.next()) {
      switch (fields.name) {
        case "name" -> name = text();
        case "version_number" -> version = number();
        case "created_at" -> createdAt = time();
        default -> throw unknown(fields.name);
      }
    }
    return new Label(
        required("name", name),
        required("version_number", version),
        required("created_at", createdAt));
  }

  private void readNames(List<String> names) throws IOException {
    expect(json.currentToken() == JsonToken.START_ARRAY, "former_names is no list");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(names.size() < MAX_BRANCHES, "a branch has more than " + MAX_BRANCHES + " names");
      names.add(text());
    }
  }

  /**
   * The next version; null after the last.
   *
   * @param pieces get those of its text
   */
  @Nullable RecordedVersion version(PieceList pieces) throws IOException {
    pieces.clear();
    return next(() -> readVersion(pieces));
  }

  private RecordedVersion readVersion(PieceList pieces) throws IOException {
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
    Fields fields = new Fields();
    while (fields.next()) {
      switch (fields.name) {
        case "script_id" -> scriptId = text();
        case "version_number" -> number = number();
        case "branch_number" -> branch = number();
        case "parent_version" -> parent = number();
        case "merge_parent_version" -> mergeParent = number();
        case "restored_from" -> restoredFrom = number();
        case "author" -> author = text();
        case "email" -> email = text();
        case "change_description" -> description = text();
        case "created_at" -> createdAt = time();
        case "metadata" -> metadata = text();
        case "source_key" -> sourceKey = hex();
        case "size_bytes" -> size = number();
        case "words" -> words = number();
        case "lines" -> lines = number();
        case "words_inserted" -> inserted = number();
        case "words_deleted" -> deleted = number();
        case "content_hash" -> contentHash = hex();
        case "version_hash" -> versionHash = hex();
        case "pieces" -> readPieces(required("size_bytes before pieces", size), pieces);
        default -> throw unknown(fields.name);
      }
    }
    int sizeBytes = required("size_bytes", size);
    expect(
        pieces.bytes() == sizeBytes,
        "its pieces have " + pieces.bytes() + " bytes together instead of " + sizeBytes);
    return new RecordedVersion(
        Version.builder(required("script_id", scriptId), required("version_number", number))
            .branch("", required("branch_number", branch))
            .parents(parent, mergeParent)
            .restoredFrom(restoredFrom)
            .contentHash(hash("content_hash", contentHash))
            .versionHash(hash("version_hash", versionHash))
            .saved(
                new Author(required("author", author), email),
                required("change_description", description),
                required("created_at", createdAt))
            .size(sizeBytes, required("words", words), required("lines", lines))
            .changedWords(inserted, deleted)
            .metadata(Metadata.stored(metadata))
            .build(),
        sourceKey);
  }

  private void readPieces(int size, PieceList pieces) throws IOException {
    expect(json.currentToken() == JsonToken.START_ARRAY, "pieces is no list");
    int most = size / ArchiveFormat.BYTES_PER_PIECE + ArchiveFormat.BYTES_PER_PIECE;
    for (int count = 1; json.nextToken() != JsonToken.END_ARRAY; count++) {
      expect(count <= most, "its text is cut into too many pieces");
      expect(json.currentToken() == JsonToken.START_ARRAY, "a piece is no list");
      json.nextToken();
      long offset = longNumber();
      json.nextToken();
      int length = number();
      expect(json.nextToken() == JsonToken.END_ARRAY, "a piece is more than two numbers");
      expect(offset >= 0 && offset <= Long.MAX_VALUE / 2, "a piece starts before the texts");
      expect(length > 0 && length <= size - pieces.bytes(), "a piece has a wrong length");
      pieces.add(offset, length);
    }
  }

  /** The fields of the object that is read, none of them twice. */
  private final class Fields {
    private final Set<String> seen = new HashSet<>();
    private String name = "";

    boolean next() throws IOException {
      if (json.nextToken() != JsonToken.FIELD_NAME) {
        expect(json.currentToken() == JsonToken.END_OBJECT, "an object in it does not end");
        return false;
      }
      name = json.currentName();
      expect(seen.add(name), "it has the field " + shown(name) + " twice");
      expect(seen.size() <= 50, "it has more fields than there are");
      json.nextToken();
      return true;
    }
  }

  private BrokenArchiveException unknown(String name) {
    return broken("it has a field that is not known, " + shown(name));
  }

  /** A name for a message, whatever is in it. */
  private static String shown(String name) {
    return name.replaceAll("[^A-Za-z0-9_.-]", "?");
  }

  private <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw broken("it has no " + name);
    }
    return value;
  }

  private String text() throws IOException {
    expect(json.currentToken() == JsonToken.VALUE_STRING, "a text is no text in quotes");
    return json.getText();
  }

  private int number() throws IOException {
    long number = longNumber();
    expect(number == (int) number, "a number is too large");
    return (int) number;
  }

  private long longNumber() throws IOException {
    expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "a number is no whole number");
    return json.getLongValue();
  }

  private Instant time() throws IOException {
    return Instant.ofEpochMilli(longNumber());
  }

  private byte[] hex() throws IOException {
    try {
      return HexFormat.of().parseHex(text());
    } catch (IllegalArgumentException e) {
      throw broken("what should be hexadecimal digits is not");
    }
  }

  private ContentHash hash(String name, byte @Nullable [] digest) {
    byte[] bytes = required(name, digest);
    expect(bytes.length == 32, name + " does not have 64 digits");
    return ContentHash.ofDigest(bytes);
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
