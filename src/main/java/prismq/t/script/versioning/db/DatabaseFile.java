package prismq.t.script.versioning.db;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import prismq.t.script.versioning.files.PrivateFiles;
import prismq.t.script.versioning.files.TemporaryFolder;

/** The file as SQLite opens it: to be read and written, or only to be read. */
final class DatabaseFile implements AutoCloseable {
  private static final int BUSY_TIMEOUT_MILLISECONDS = 5_000;

  private final Path file;
  private final String url;
  private final boolean isReadOnly;
  private final @Nullable TemporaryFolder copy;

  private DatabaseFile(Path file, String url, boolean isReadOnly, @Nullable TemporaryFolder copy) {
    this.file = file;
    this.url = url;
    this.isReadOnly = isReadOnly;
    this.copy = copy;
  }

  /** The file to be read and written. */
  static DatabaseFile writable(Path file) {
    return new DatabaseFile(file, url(file), false, null);
  }

  /**
   * The file where neither it nor anything beside it can be written. What others write later may
   * not be seen.
   */
  static DatabaseFile readOnly(Path file) throws SQLException, IOException {
    String uri = url(file);
    if (!Files.exists(log(file))) {
      // Nobody writes, or there would be a log; so SQLite needs no lock, which it could not take.
      return new DatabaseFile(file, uri + "?immutable=1", true, null);
    }
    DatabaseFile asItIs = new DatabaseFile(file, uri + "?mode=ro", true, null);
    try (Connection connection = asItIs.connect(settings());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA schema_version");
      return asItIs;
    } catch (SQLException e) {
      return copied(file);
    }
  }

  /** A copy with what the log holds, which SQLite can only read where it can write beside it. */
  private static DatabaseFile copied(Path file) throws IOException {
    TemporaryFolder folder = new TemporaryFolder();
    try {
      Path copy = folder.path().resolve(String.valueOf(file.getFileName()));
      Files.copy(file, copy);
      Files.copy(log(file), log(copy));
      PrivateFiles.tighten(copy);
      PrivateFiles.tighten(log(copy));
      return new DatabaseFile(file, url(copy), true, folder);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** As an address, because in a plain name a question mark would end it. */
  private static String url(Path file) {
    return "jdbc:sqlite:file:" + file.toUri().getRawPath();
  }

  private static Path log(Path file) {
    return file.resolveSibling(file.getFileName() + "-wal");
  }

  /**
   * Takes the rights of others away on the file, on those that SQLite made beside it, and on the
   * folder if that holds nothing else.
   */
  void tighten() throws IOException {
    boolean isOurs = true;
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        for (Path each : all) {
          boolean isOfDatabase = String.valueOf(each.getFileName()).startsWith(Database.FILE_NAME);
          isOurs &= isOfDatabase;
          if (isOfDatabase) {
            PrivateFiles.tighten(each);
          }
        }
      }
      if (isOurs) {
        PrivateFiles.tighten(folder);
      }
    }
  }

  Path path() {
    return file;
  }

  boolean isReadOnly() {
    return isReadOnly;
  }

  Connection connect(SQLiteConfig settings) throws SQLException {
    return dataSource(settings).getConnection();
  }

  SQLiteDataSource dataSource(SQLiteConfig settings) {
    SQLiteDataSource source = new UntrustingDataSource(settings);
    source.setUrl(url);
    return source;
  }

  /** Those of connections that read. */
  static SQLiteConfig settings() {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setBusyTimeout(BUSY_TIMEOUT_MILLISECONDS);
    settings.enforceForeignKeys(true);
    settings.setCacheSize(-8_000);
    return settings;
  }

  static SQLiteConfig migrationSettings() {
    SQLiteConfig settings = settings();
    // NORMAL loses saves that were acknowledged when the power fails.
    settings.setSynchronous(SynchronousMode.FULL);
    settings.setTransactionMode(TransactionMode.IMMEDIATE);
    return settings;
  }

  /** Those of connections that write. */
  static SQLiteConfig writerSettings() {
    SQLiteConfig settings = migrationSettings();
    settings.setJournalMode(JournalMode.WAL);
    return settings;
  }

  @Override
  public void close() {
    if (copy != null) {
      copy.close();
    }
  }
}
