package prismq.t.script.versioning.transfer.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import prismq.t.script.versioning.files.NewFile;
import prismq.t.script.versioning.files.NotWrittenException;
import prismq.t.script.versioning.files.TemporaryFolder;
import prismq.t.script.versioning.history.BrokenRecordException;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.HistoryReader;
import prismq.t.script.versioning.history.Progress;
import prismq.t.script.versioning.history.RecordedScript;
import prismq.t.script.versioning.transfer.reviews.ReviewRecords;

/**
 * Writes histories into an archive. The same histories always give the same bytes; a file of the
 * wanted name is always a whole archive.
 */
public final class ArchiveExport {
  /** The earliest time of a zip entry: the archive does not tell when it was made. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final HistoryReader reader;
  private final ReviewRecords reviews;
  private final Progress progress;

  /** Exports what the readers read. */
  public ArchiveExport(HistoryReader reader, ReviewRecords reviews, Progress progress) {
    this.reader = reader;
    this.reviews = reviews;
    this.progress = progress;
  }

  /** How many scripts and versions were written. */
  public record WrittenCounts(int scripts, int versions) {}

  /**
   * Writes an archive.
   *
   * @param scriptIds empty for all
   * @param file which must not exist yet
   * @throws prismq.t.script.versioning.history.NotFoundException if there is no such script
   * @throws NotWrittenException if the file exists, or a version is damaged
   */
  public WrittenCounts run(List<String> scriptIds, Path file) throws IOException {
    return NewFile.create(
        file.toAbsolutePath(),
        partial -> {
          List<String> ids =
              scriptIds.isEmpty() ? reader.scriptIds() : List.copyOf(new TreeSet<>(scriptIds));
          try (TemporaryFolder folder = new TemporaryFolder();
              OutputStream out = Files.newOutputStream(partial)) {
            return write(ids, folder.path(), out);
          } catch (BrokenRecordException | DamagedVersionException e) {
            throw new NotWrittenException(
                e.getMessage() + " Nothing was written; verify tells all that is broken.", e);
          }
        });
  }

  private WrittenCounts write(List<String> ids, Path folder, OutputStream out) throws IOException {
    Path scripts = folder.resolve(ArchiveFormat.SCRIPTS);
    Path reviewed = folder.resolve(ArchiveFormat.REVIEWS);
    long versions = 0;
    try (OutputStream to = buffered(scripts);
        RecordWriter writer = new RecordWriter(to);
        OutputStream reviewsTo = buffered(reviewed);
        RecordWriter reviewWriter = new RecordWriter(reviewsTo)) {
      for (String id : ids) {
        RecordedScript script = reader.script(id);
        writer.script(script);
        reviews.forEach(id, script.script().latestVersion(), reviewWriter::review);
        versions += script.script().latestVersion();
      }
    }
    boolean hasReviews = Files.size(reviewed) > 0;
    progress.total(Math.toIntExact(versions));
    try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out))) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      start(zip, ArchiveFormat.MANIFEST);
      try (RecordWriter writer = new RecordWriter(zip)) {
        writer.manifest(ids.size(), versions, hasReviews);
      }
      start(zip, ArchiveFormat.SCRIPTS);
      Files.copy(scripts, zip);
      start(zip, ArchiveFormat.TEXTS);
      Path records = folder.resolve(ArchiveFormat.VERSIONS);
      writeVersions(scripts, records, zip);
      start(zip, ArchiveFormat.VERSIONS);
      Files.copy(records, zip);
      if (hasReviews) {
        start(zip, ArchiveFormat.REVIEWS);
        Files.copy(reviewed, zip);
      }
    }
    return new WrittenCounts(ids.size(), Math.toIntExact(versions));
  }

  private static OutputStream buffered(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 64 * 1024);
  }

  /** Starts an entry, and ends the one before. */
  private static void start(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  /**
   * Writes the texts into the archive, and the records into a file, because they follow the texts.
   */
  private void writeVersions(Path scripts, Path records, ZipOutputStream zip) throws IOException {
    TextWriter texts = new TextWriter(zip);
    try (OutputStream to = buffered(records);
        RecordWriter writer = new RecordWriter(to);
        RecordReader written =
            new RecordReader(ArchiveFormat.SCRIPTS, Files.newInputStream(scripts))) {
      RecordedScript script = written.script();
      while (script != null) {
        reader.forEachVersion(
            script,
            (version, content) -> {
              writer.version(version, texts.write(content));
              progress.done(1);
            });
        script = written.script();
      }
    }
  }
}
