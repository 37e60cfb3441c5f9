package prismq.t.script.versioning.transfer.prismq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * Copies a database of another program as it is at one moment, also while that program writes to
 * it. Nothing is written to the database or beside it, and the other program waits for no longer
 * than the copying takes.
 */
final class SnapshotStore {
  private static final int ATTEMPTS = 5;
  private static final int PAUSE_MILLISECONDS = 250;
  private static final int PAUSES_WHILE_LOCKED = 4;
  private static final int ALL_PAGES = -1;

  /** Where the header says how changes are written; 2 means a write-ahead log. */
  private static final int JOURNAL_KIND = 18;

  private static final int WRITE_AHEAD_LOG = 2;

  private static final int PRIMARY_CODE = 0xFF;
  private static final int SQLITE_OK = 0;
  private static final int SQLITE_BUSY = 5;
  private static final int SQLITE_LOCKED = 6;
  private static final int SQLITE_READONLY = 8;
  private static final int SQLITE_CANTOPEN = 14;

  private final Path file;
  private final Path folder;

  /** What tells that a file was written to; null if there is none. */
  private record Stamp(long size, FileTime written, @Nullable Object fileKey) {}

  /**
   * Prepares to copy this file.
   *
   * @param folder where the copy goes; nothing else is in it
   */
  SnapshotStore(Path file, Path folder) {
    this.file = file;
    this.folder = folder;
  }

  /**
   * Makes the copy.
   *
   * @throws ImportException if the database is locked, or changes all the time
   */
  Path take() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) {
        pause();
      }
      if (isInUse() ? copyByDatabase() : copyFiles()) {
        return copy();
      }
    }
    throw new ImportException(FilledMessage.of("import.prismq.locked", file));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImportException(FilledMessage.of("import.stopped"), e);
    }
  }

  private Path copy() {
    return folder.resolve("snapshot.db");
  }

  private Path beside(String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  /**
   * Whether SQLite can read the file without creating others: with a rollback journal always, with
   * a write-ahead log if its files are there already.
   */
  private boolean isInUse() throws IOException {
    byte[] header = new byte[JOURNAL_KIND + 1];
    try (var in = Files.newInputStream(file)) {
      in.readNBytes(header, 0, header.length);
    }
    return header[JOURNAL_KIND] != WRITE_AHEAD_LOG
        || (Files.exists(beside("-wal")) && Files.exists(beside("-shm")));
  }

  /** Whether SQLite copied it; if not, it may be possible another way. */
  private boolean copyByDatabase() throws IOException {
    Files.deleteIfExists(copy());
    SQLiteConfig settings = new SQLiteConfig();
    settings.setReadOnly(true);
    settings.setBusyTimeout(PAUSE_MILLISECONDS);
    // What coordinates readers and writers is only read, too, and never made.
    String address = "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?mode=ro&readonly_shm=1";
    int code;
    try (SQLiteConnection connection = (SQLiteConnection) settings.createConnection(address)) {
      code =
          connection
              .getDatabase()
              .backup(
                  "main",
                  copy().toString(),
                  (remaining, pages) -> {},
                  PAUSE_MILLISECONDS,
                  PAUSES_WHILE_LOCKED,
                  ALL_PAGES);
    } catch (SQLException e) {
      code = e.getErrorCode();
    }
    return switch (code & PRIMARY_CODE) {
      case SQLITE_OK -> true;
      case SQLITE_BUSY, SQLITE_LOCKED -> false;
      // A change that was interrupted has to be rolled back first, which can be done in a copy.
      case SQLITE_READONLY, SQLITE_CANTOPEN -> copyFiles();
      default -> throw new ImportException(FilledMessage.of("import.prismq.code", file, code));
    };
  }

  /** Whether the files were not written to while they were copied. */
  private boolean copyFiles() throws IOException {
    List<String> suffixes = List.of("", "-wal", "-journal");
    List<@Nullable Stamp> before = stamps(suffixes);
    for (String suffix : suffixes) {
      Path target = folder.resolve(copy().getFileName() + suffix);
      Files.deleteIfExists(target);
      if (Files.exists(beside(suffix))) {
        Files.copy(beside(suffix), target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return before.equals(stamps(suffixes));
  }

  private List<@Nullable Stamp> stamps(List<String> suffixes) throws IOException {
    List<@Nullable Stamp> stamps = new ArrayList<>();
    for (String suffix : suffixes) {
      Path path = beside(suffix);
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        stamps.add(
            new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()));
      } else {
        stamps.add(null);
      }
    }
    return stamps;
  }
}
