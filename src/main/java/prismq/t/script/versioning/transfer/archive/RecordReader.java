package prismq.t.script.versioning.transfer.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.RecordedScript;
import prismq.t.script.versioning.history.RecordedVersion;
import prismq.t.script.versioning.transfer.reviews.ReviewRecord;
import prismq.t.script.versioning.transfer.reviews.ReviewRecordCheck;

/**
 * Reads records from untrusted JSON Lines: only one is in memory at a time, and all its parts are
 * bounded.
 */
final class RecordReader implements AutoCloseable {
  private final JsonCursor json;
  private final ScriptParser scripts;
  private final VersionParser versions;
  private final ReviewRecordCheck reviewCheck = new ReviewRecordCheck();

  /**
   * Starts before the first record.
   *
   * @param entry the part of the archive, for messages
   */
  RecordReader(String entry, InputStream in) throws IOException {
    this.json = new JsonCursor(entry, in);
    this.scripts = new ScriptParser(json);
    this.versions = new VersionParser(json);
  }

  /** How many scripts and versions an archive says it has, and whether it tells of reviews. */
  record Manifest(long scripts, long versions, boolean hasReviews) {}

  /** Checks that nothing follows. */
  void end() throws IOException {
    json.expect(json.next(() -> true) == null, "import.json.more");
  }

  /**
   * The manifest.
   *
   * @throws BrokenArchiveException if it is of another format or version
   */
  Manifest manifest() throws IOException {
    @Nullable Manifest manifest = json.next(this::readManifest);
    if (manifest == null) {
      throw json.broken("import.json.missing");
    }
    end();
    return manifest;
  }

  private Manifest readManifest() throws IOException {
    @Nullable String format = null;
    @Nullable Integer version = null;
    long scripts = -1;
    long versions = -1;
    JsonCursor.Fields fields = json.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "format" -> format = json.text();
        case "format_version" -> version = json.number();
        case "scripts" -> scripts = json.longNumber();
        case "versions" -> versions = json.longNumber();
        default -> skipUnlessKnown(fields.name(), version);
      }
    }
    json.expect(ArchiveFormat.NAME.equals(format), "import.json.format", ArchiveFormat.NAME);
    json.expect(
        isKnown(version),
        "import.json.version",
        version,
        ArchiveFormat.EARLIEST_VERSION,
        ArchiveFormat.VERSION);
    json.expect(scripts >= 0 && versions >= 0, "import.json.counts");
    boolean hasReviews = Objects.requireNonNull(version) > ArchiveFormat.VERSION_WITHOUT_REVIEWS;
    return new Manifest(scripts, versions, hasReviews);
  }

  /** What a later version of the format has is passed over until its number is read. */
  private void skipUnlessKnown(String name, @Nullable Integer version) throws IOException {
    json.expect(version == null || !isKnown(version), "import.json.unknown", name);
    json.skipChildren();
  }

  private static boolean isKnown(@Nullable Integer version) {
    return version != null
        && version >= ArchiveFormat.EARLIEST_VERSION
        && version <= ArchiveFormat.VERSION;
  }

  /** The next script; null after the last. */
  @Nullable RecordedScript script() throws IOException {
    return json.next(scripts::read);
  }

  /**
   * The next version; null after the last.
   *
   * @param pieces get those of its text
   */
  @Nullable RecordedVersion version(PieceList pieces) throws IOException {
    pieces.clear();
    return json.next(() -> versions.read(pieces));
  }

  /** The next record of reviews; null after the last. */
  @Nullable ReviewRecord review() throws IOException {
    return json.next(this::readReview);
  }

  private ReviewRecord readReview() throws IOException {
    Map<String, Object> values = new HashMap<>();
    JsonCursor.Fields fields = json.fields();
    while (fields.next()) {
      values.put(fields.name(), json.value());
    }
    try {
      ReviewRecord record = ReviewRecord.read(values);
      reviewCheck.next(record);
      return record;
    } catch (InvalidInputException e) {
      throw broken(e);
    }
  }

  /** Checks that no more reviews follow, and nothing of those read is missing. */
  void endOfReviews() {
    try {
      reviewCheck.end();
    } catch (InvalidInputException e) {
      throw broken(e);
    }
  }

  private BrokenArchiveException broken(InvalidInputException e) {
    String why = e.message().text().strip().replaceFirst("\\.$", "");
    return json.broken("import.review.field", e.field(), why);
  }

  /** The number of the record that was read last, from 1. */
  int line() {
    return json.record();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
