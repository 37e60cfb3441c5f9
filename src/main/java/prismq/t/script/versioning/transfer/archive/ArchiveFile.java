package prismq.t.script.versioning.transfer.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.files.CheckedZipEntry;
import prismq.t.script.versioning.files.TemporaryFolder;
import prismq.t.script.versioning.files.ZipDirectorySize;
import prismq.t.script.versioning.history.RecordedScript;
import prismq.t.script.versioning.history.RecordedVersion;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * An archive from an untrusted source. It has four or five entries of known names, and no name in
 * it is used as a path to write to.
 */
final class ArchiveFile implements AutoCloseable {
  private static final long MAX_LIST_BYTES = 64 * 1024;
  private static final long MAX_MANIFEST_BYTES = 64 * 1024;

  /** Sizes up to this are accepted at any compression. */
  private static final long NEVER_A_BOMB = 64L << 20;

  /**
   * Texts without what they repeat of each other, and records with hashes, are never compressed to
   * less than a hundredth.
   */
  private static final int MAX_RATIO = 200;

  private final ZipFile zip;
  private final Map<String, ZipEntry> entries;
  private final TemporaryFolder folder;
  private final TextReader texts;
  private final RecordReader.Manifest manifest;

  /** Takes the records of an archive in their order. */
  interface RecordHandler {
    /** Takes a script; its versions follow. */
    void script(RecordedScript script) throws IOException;

    /** Takes the next version of the script; the pieces of its text are those within the texts. */
    void version(RecordedVersion version, PieceList pieces) throws IOException;

    /** The script has no more versions. */
    void end() throws IOException;
  }

  private ArchiveFile(ZipFile zip, ArchiveLimits limits) throws IOException {
    this.zip = zip;
    this.entries = entries(zip);
    checkSizes(limits);
    try (RecordReader reader =
        new RecordReader(ArchiveFormat.MANIFEST, open(ArchiveFormat.MANIFEST))) {
      this.manifest = reader.manifest();
    }
    if (hasReviews() != manifest.hasReviews()) {
      throw otherEntries();
    }
    this.folder = new TemporaryFolder();
    try (InputStream in = open(ArchiveFormat.TEXTS)) {
      checkRoom();
      this.texts = TextReader.of(in, folder.path().resolve(ArchiveFormat.TEXTS));
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * Opens an archive.
   *
   * @throws BrokenArchiveException if it is none, or does not keep to the limits
   * @throws ImportException if there is no such file
   */
  static ArchiveFile open(Path file, ArchiveLimits limits) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ImportException(
          FilledMessage.of(Files.exists(file) ? "import.not_a_file" : "import.no_file", file));
    }
    ZipDirectorySize end =
        ZipDirectorySize.of(file)
            .orElseThrow(
                () -> new BrokenArchiveException(FilledMessage.of("import.archive.no_zip")));
    long more = end.entries() - ArchiveFormat.ENTRIES.size();
    if (more < 0 || more > 1 || end.listBytes() > MAX_LIST_BYTES) {
      throw otherEntries();
    }
    @Nullable ZipFile zip = null;
    try {
      zip = new ZipFile(file.toFile());
      return new ArchiveFile(zip, limits);
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      close(zip);
      throw new BrokenArchiveException(FilledMessage.of("import.archive.zip", OneLine.of(e)), e);
    } catch (IOException | RuntimeException e) {
      close(zip);
      throw e;
    }
  }

  private static void close(@Nullable ZipFile zip) throws IOException {
    if (zip != null) {
      zip.close();
    }
  }

  private static BrokenArchiveException otherEntries() {
    return new BrokenArchiveException(
        FilledMessage.of("import.archive.entries", String.join(", ", ArchiveFormat.ENTRIES)));
  }

  private static Map<String, ZipEntry> entries(ZipFile zip) {
    Map<String, ZipEntry> entries = new HashMap<>();
    Enumeration<? extends ZipEntry> all = zip.entries();
    int count = 0;
    while (all.hasMoreElements()) {
      ZipEntry entry = all.nextElement();
      entries.put(entry.getName(), entry);
      count++;
    }
    Set<String> known = new HashSet<>(ArchiveFormat.ENTRIES);
    if (entries.containsKey(ArchiveFormat.REVIEWS)) {
      known.add(ArchiveFormat.REVIEWS);
    }
    if (count != known.size() || !entries.keySet().equals(known)) {
      throw otherEntries();
    }
    return entries;
  }

  private void checkSizes(ArchiveLimits limits) {
    long left = limits.unpackedBytes();
    for (ZipEntry entry : entries.values()) {
      long size = entry.getSize();
      if (size < 0 || size > left) {
        throw new BrokenArchiveException(
            FilledMessage.of("import.archive.unpacked", limits.unpackedBytes()));
      }
      left -= size;
    }
    entries.values().forEach(ArchiveFile::checkRatio);
    if (entry(ArchiveFormat.MANIFEST).getSize() > MAX_MANIFEST_BYTES) {
      throw new BrokenArchiveException(FilledMessage.of("import.archive.manifest"));
    }
  }

  private static void checkRatio(ZipEntry entry) {
    if (entry.getSize() > NEVER_A_BOMB
        && entry.getSize() / MAX_RATIO > Math.max(1, entry.getCompressedSize())) {
      throw new BrokenArchiveException(
          FilledMessage.of("import.archive.bomb", entry.getName(), entry.getSize(), MAX_RATIO));
    }
  }

  /** The database may be on the same disk. */
  private void checkRoom() throws IOException {
    long needed = entry(ArchiveFormat.TEXTS).getSize();
    if (needed > folder.room()) {
      throw new ImportException(
          FilledMessage.of("import.archive.room", needed, folder.path().getParent()));
    }
  }

  private ZipEntry entry(String name) {
    return Objects.requireNonNull(entries.get(name));
  }

  private InputStream open(String name) throws IOException {
    ZipEntry entry = entry(name);
    return new CheckedZipEntry(
        new BufferedInputStream(zip.getInputStream(entry)), entry, BrokenArchiveException::new);
  }

  /** Whether it tells of reviews. */
  boolean hasReviews() {
    return entries.containsKey(ArchiveFormat.REVIEWS);
  }

  /** Its reviews, to be read to their end; it has to have some. */
  RecordReader reviews() throws IOException {
    return new RecordReader(ArchiveFormat.REVIEWS, open(ArchiveFormat.REVIEWS));
  }

  /** How many scripts and versions it says it has; {@link #forEach} checks that. */
  RecordReader.Manifest manifest() {
    return manifest;
  }

  TextReader texts() {
    return texts;
  }

  /**
   * Goes through all records.
   *
   * @throws BrokenArchiveException if they are not what an archive has
   */
  void forEach(RecordHandler handler) throws IOException {
    try (RecordReader scripts =
            new RecordReader(ArchiveFormat.SCRIPTS, open(ArchiveFormat.SCRIPTS));
        RecordReader versions =
            new RecordReader(ArchiveFormat.VERSIONS, open(ArchiveFormat.VERSIONS))) {
      PieceList pieces = new PieceList();
      long scriptCount = 0;
      long versionCount = 0;
      String before = "";
      @Nullable RecordedScript script;
      while ((script = scripts.script()) != null) {
        String scriptId = script.script().scriptId();
        if (scriptId.compareTo(before) <= 0) {
          throw new BrokenArchiveException(FilledMessage.of("import.archive.order"));
        }
        before = scriptId;
        scriptCount++;
        handler.script(script);
        for (int number = 1; number <= script.script().latestVersion(); number++) {
          @Nullable RecordedVersion version = versions.version(pieces);
          if (version == null) {
            throw new BrokenArchiveException(
                FilledMessage.of("import.archive.version_missing", number, scriptId));
          }
          checkPieces(version, pieces);
          handler.version(version, pieces);
          versionCount++;
        }
        handler.end();
      }
      versions.end();
      if (scriptCount != manifest.scripts() || versionCount != manifest.versions()) {
        throw new BrokenArchiveException(FilledMessage.of("import.archive.numbers"));
      }
    }
  }

  private void checkPieces(RecordedVersion version, PieceList pieces) {
    for (int piece = 0; piece < pieces.size(); piece++) {
      if (pieces.offset(piece) + pieces.length(piece) > texts.size()) {
        throw new BrokenArchiveException(
            FilledMessage.of(
                "import.archive.beyond",
                version.version().versionNumber(),
                version.version().scriptId()));
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (zip;
        folder) {
      texts.close();
    }
  }
}
