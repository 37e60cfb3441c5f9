package prismq.t.script.versioning.transfer.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.core.text.TextEncoding;
import prismq.t.script.versioning.files.CheckedZipEntry;
import prismq.t.script.versioning.files.ZipDirectorySize;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/** The files of a folder that was packed as a zip file; nothing of it is unpacked to the disk. */
final class ZipSource implements DraftSource {
  /** Most bytes unpacked of one file, whatever size it declares. */
  private static final long MAX_BYTES = 1024L * 1024 * 1024;

  private static final int BLOCK_BYTES = 65_536;
  private static final int MAX_NAME_LENGTH = 500;

  private static final int MAX_LIST_BYTES = 8 * 1024 * 1024;

  private static final FilledMessage SAME_NAME = FilledMessage.of("remark.same_name");

  private static final String MAC_FOLDER = "__MACOSX";

  private final Path file;
  private final ZipFile zip;
  private final ImportSummary summary;
  private final ZipNames names;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

  /**
   * Opens it; one that is broken or too large is refused.
   *
   * @param zipNames the encoding of names that do not tell it; null to have it guessed
   */
  ZipSource(Path file, ImportSummary summary, @Nullable TextEncoding zipNames) throws IOException {
    this.file = file;
    this.summary = summary;
    checkEnd(file);
    this.zip = open(file);
    this.names = ZipNames.of(Collections.list(zip.getEntries()), zipNames);
  }

  private static void checkEnd(Path file) throws IOException {
    ZipDirectorySize end =
        ZipDirectorySize.of(file)
            .orElseThrow(() -> new ImportException(FilledMessage.of("import.zip.none", file)));
    if (end.entries() > DraftSource.MAX_FILES || end.listBytes() > MAX_LIST_BYTES) {
      throw new ImportException(FilledMessage.of("import.zip.many", file, DraftSource.MAX_FILES));
    }
  }

  private static ZipFile open(Path file) {
    try {
      // Every byte of a name is a letter; what they stand for is found out from all names.
      return ZipFile.builder()
          .setPath(file)
          .setCharset(StandardCharsets.ISO_8859_1)
          .setIgnoreLocalFileHeader(true)
          .get();
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
  }

  private static ImportException unreadable(Path file, Exception cause) {
    return new ImportException(
        FilledMessage.of("import.zip.unreadable", file, OneLine.of(cause)), cause);
  }

  @Override
  public List<DraftFile> files() {
    List<DraftFile> files = new ArrayList<>();
    Set<List<String>> paths = new HashSet<>();
    List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
    RepositoryInZip.check(file, paths());
    tellNames();
    for (int i = 0; i < all.size(); i++) {
      ZipArchiveEntry entry = all.get(i);
      String name = names.names().get(i).replace('\\', '/');
      if (name.endsWith("/")) {
        continue;
      }
      List<String> path = path(name);
      if (isOutside(name)) {
        throw new ImportException(
            FilledMessage.of("import.zip.outside", file, PlainText.line(name, MAX_NAME_LENGTH)));
      }
      if (RepositoryInZip.isIn(path)) {
        summary.leftOut(".git", "", RepositoryInZip.LEFT_OUT);
      } else if (path.isEmpty() || path.stream().anyMatch(ZipSource::isHidden)) {
        leftOut(name, HIDDEN);
      } else if (path.size() > MAX_DEPTH) {
        leftOut(name, TOO_DEEP);
      } else if (!paths.add(path)) {
        leftOut(name, SAME_NAME);
      } else {
        DraftFile draft =
            new DraftFile(
                String.join("/", path),
                path,
                entry.getSize(),
                entry.getLastModifiedTime() == null
                    ? null
                    : entry.getLastModifiedTime().toInstant());
        entries.put(draft.place(), entry);
        files.add(draft);
      }
    }
    check();
    return files;
  }

  private List<List<String>> paths() {
    return names.names().stream()
        .map(name -> name.replace('\\', '/'))
        .filter(name -> !name.endsWith("/"))
        .map(ZipSource::path)
        .filter(path -> !path.isEmpty())
        .toList();
  }

  private void tellNames() {
    @Nullable TextEncoding encoding = names.encoding();
    if (encoding != null && !encoding.isUtf8()) {
      String name = String.valueOf(file.getFileName());
      if (names.isChosen()) {
        summary.encoding(name, "", FilledMessage.of("remark.names_as_chosen", encoding.label()));
      } else {
        summary.guessed(name, "", FilledMessage.of("remark.names_as", encoding.label()));
      }
    }
  }

  /** Reads all of it once, so that nothing of a damaged file is imported. */
  private void check() {
    byte[] block = new byte[BLOCK_BYTES];
    long unpacked = 0;
    for (ZipArchiveEntry entry : entries.values()) {
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw broken(FilledMessage.of("part.protected", shown(entry)), null);
      }
      if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
        throw broken(FilledMessage.of("part.packing", shown(entry)), null);
      }
      try (InputStream in = new CheckedZipEntry(zip.getInputStream(entry), entry, this::broken)) {
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
          unpacked += read;
          if (unpacked > MAX_BYTES) {
            throw new ImportException(FilledMessage.of("import.zip.large", file, MAX_BYTES));
          }
        }
      } catch (IOException | IllegalArgumentException e) {
        throw broken(FilledMessage.of("part.unreadable", shown(entry), OneLine.of(e)), e);
      }
    }
  }

  private static String shown(ZipArchiveEntry entry) {
    return PlainText.line(entry.getName(), MAX_NAME_LENGTH);
  }

  private ImportException broken(FilledMessage sentence, @Nullable Exception cause) {
    return new ImportException(FilledMessage.of("import.zip.broken", file, sentence), cause);
  }

  private static List<String> path(String name) {
    return List.of(name.split("/")).stream()
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .toList();
  }

  private static boolean isOutside(String name) {
    return name.startsWith("/")
        || name.matches("(?s)[A-Za-z]:.*")
        || List.of(name.split("/")).contains("..");
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.equals(MAC_FOLDER) || name.equals("Thumbs.db");
  }

  private void leftOut(String name, FilledMessage why) {
    summary.leftOut(PlainText.cut(name, MAX_NAME_LENGTH), "", why);
  }

  @Override
  public byte[] read(DraftFile draft, int atMost) throws IOException {
    ZipArchiveEntry entry = entries.get(draft.place());
    if (entry == null) {
      throw new IOException(Messages.text("remark.gone"));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(atMost);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
