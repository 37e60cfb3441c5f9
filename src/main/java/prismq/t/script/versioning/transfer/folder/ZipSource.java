package prismq.t.script.versioning.transfer.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.files.CheckedZipEntry;
import prismq.t.script.versioning.files.ZipDirectorySize;
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

  private static final String MAC_FOLDER = "__MACOSX";

  private final Path file;
  private final ZipFile zip;
  private final ImportSummary summary;
  private final Map<String, ZipEntry> entries = new HashMap<>();

  /** Opens it; one that is broken or too large is refused. */
  ZipSource(Path file, ImportSummary summary) throws IOException {
    this.file = file;
    this.summary = summary;
    checkEnd(file);
    this.zip = open(file);
  }

  private static void checkEnd(Path file) throws IOException {
    ZipDirectorySize end =
        ZipDirectorySize.of(file)
            .orElseThrow(
                () ->
                    new ImportException(
                        file
                            + " is no zip file, or its end is missing. Nothing was imported; have"
                            + " it made or sent again."));
    if (end.entries() > DraftSource.MAX_FILES || end.listBytes() > MAX_LIST_BYTES) {
      throw new ImportException(
          file
              + " has more than "
              + DraftSource.MAX_FILES
              + " entries, or says so. Nothing was imported; pack fewer files at a time.");
    }
  }

  private static ZipFile open(Path file) {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (IOException | IllegalArgumentException e) {
      // Names that are not UTF-8 are most likely in the code page of DOS.
      try {
        return new ZipFile(file.toFile(), oldNames());
      } catch (IOException | IllegalArgumentException again) {
        throw new ImportException(
            file
                + " cannot be read as a zip file: "
                + OneLine.of(again)
                + ". Nothing was imported; have it made or sent again, without a password.",
            again);
      }
    }
  }

  private static Charset oldNames() {
    return Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
  }

  @Override
  public List<DraftFile> files() {
    List<DraftFile> files = new ArrayList<>();
    Set<List<String>> paths = new HashSet<>();
    RepositoryInZip.check(file, paths());
    for (ZipEntry entry : allEntries()) {
      if (entry.isDirectory()) {
        continue;
      }
      String name = entry.getName().replace('\\', '/');
      List<String> path = path(name);
      if (isOutside(name)) {
        throw new ImportException(
            file
                + " has a file whose name leads out of the folder: "
                + PlainText.line(name, MAX_NAME_LENGTH)
                + ". Nothing was imported; such a file is made to do harm.");
      }
      if (RepositoryInZip.isIn(path)) {
        summary.leftOut(".git", "", RepositoryInZip.LEFT_OUT);
      } else if (path.isEmpty() || path.stream().anyMatch(ZipSource::isHidden)) {
        leftOut(name, HIDDEN);
      } else if (path.size() > MAX_DEPTH) {
        leftOut(name, TOO_DEEP);
      } else if (!paths.add(path)) {
        leftOut(name, "a file of the same name is there already");
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
    return allEntries().stream()
        .filter(entry -> !entry.isDirectory())
        .map(entry -> path(entry.getName().replace('\\', '/')))
        .filter(path -> !path.isEmpty())
        .toList();
  }

  /** Reads all of it once, so that nothing of a damaged file is imported. */
  private void check() {
    byte[] block = new byte[BLOCK_BYTES];
    long unpacked = 0;
    for (ZipEntry entry : entries.values()) {
      try (InputStream in = new CheckedZipEntry(zip.getInputStream(entry), entry, this::broken)) {
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
          unpacked += read;
          if (unpacked > MAX_BYTES) {
            throw new ImportException(
                file
                    + " unpacks to more than "
                    + MAX_BYTES
                    + " bytes. Nothing was imported; pack fewer files at a time.");
          }
        }
      } catch (IOException e) {
        throw broken(
            "Its part "
                + PlainText.line(entry.getName(), MAX_NAME_LENGTH)
                + " cannot be read: "
                + OneLine.of(e)
                + ".",
            e);
      }
    }
  }

  private ImportException broken(String sentence, @Nullable Exception cause) {
    return new ImportException(
        file
            + " is broken. "
            + sentence
            + " Nothing was imported; have it made or sent again, without a password.",
        cause);
  }

  private List<? extends ZipEntry> allEntries() {
    try {
      return zip.stream().toList();
    } catch (IllegalArgumentException e) {
      throw new ImportException(
          file + " has names that cannot be read. Nothing was imported; have it made again.", e);
    }
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

  private void leftOut(String name, String why) {
    summary.leftOut(PlainText.cut(name, MAX_NAME_LENGTH), "", why);
  }

  @Override
  public byte[] read(DraftFile draft, int atMost) throws IOException {
    ZipEntry entry = entries.get(draft.place());
    if (entry == null) {
      throw new IOException("it is gone");
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
