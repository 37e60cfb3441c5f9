package prismq.t.script.versioning.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * The one database file: a single connection that writes and a few that read. Safe for use by
 * several threads; other processes may use the file at the same time.
 */
public final class Database implements AutoCloseable {
  /** The name of the file in the data folder. */
  public static final String FILE_NAME = "script-versioning.db";

  /** Identifies our files by their header: "PQSV". */
  static final int APPLICATION_ID = 0x50515356;

  /** What SQLite's codes have in common that tell the same in more detail. */
  private static final int PRIMARY_CODE = 0xFF;

  private static final int READERS = 4;
  private static final int BUSY_TIMEOUT_MILLISECONDS = 5_000;

  /**
   * How long somebody waits for a turn. Shorter than the 30 seconds after which the server ends a
   * silent connection, so that the answer that it is busy still arrives.
   */
  private static final int MAX_WAIT_MILLISECONDS = 20_000;

  private final Path file;
  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final Jdbi writer;
  private final Jdbi reader;
  private final ChangeCounter changes;
  private final LongAdder readTransactions = new LongAdder();

  private Database(Path file) throws SQLException {
    this.file = file;
    this.writing = new HikariDataSource(pool(file, "writer", 1, writerSettings()));
    HikariConfig readers = pool(file, "readers", READERS, settings());
    readers.setConnectionInitSql("PRAGMA query_only = ON");
    this.reading = new HikariDataSource(readers);
    this.writer = Jdbi.create(writing);
    this.reader =
        Jdbi.create(
            () -> {
              readTransactions.increment();
              return reading.getConnection();
            });
    this.changes = new ChangeCounter(connect(file, settings()));
  }

  /**
   * Loads on another core what opening and asking a database take, which is half of the time that a
   * start takes otherwise.
   */
  public static void prepare() {
    Thread preparation =
        new Thread(
            () ->
                Jdbi.create("jdbc:sqlite::memory:")
                    .useHandle(
                        handle ->
                            handle
                                .createQuery("SELECT :number")
                                .bind("number", 1)
                                .mapTo(Integer.class)
                                .one()),
            "database preparation");
    preparation.setDaemon(true);
    preparation.setUncaughtExceptionHandler(
        (thread, failure) -> {}); // Opening the database reports it.
    preparation.start();
  }

  /**
   * Opens the database in this folder; creates folder and file where they are missing, and migrates
   * an older schema.
   *
   * @throws UnusableDatabaseException if the folder cannot be written, or the file is not a
   *     database of this application, damaged, or of a newer release
   */
  public static Database open(Path folder) {
    Path file = folder.resolve(FILE_NAME);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UnusableDatabaseException(
          "The data folder "
              + folder
              + " cannot be made: "
              + reason(e)
              + ". Name another with --data.",
          e);
    }
    if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
      throw new UnusableDatabaseException(
          "The data folder "
              + folder
              + " cannot be written. Give this user the right to write there, or name another"
              + " folder with --data.");
    }
    try {
      // Not yet with a write-ahead log: that would change a file that turns out not to be ours.
      try (Connection connection = connect(file, migrationSettings())) {
        Migrations.run(connection, file);
      }
      return new Database(file);
    } catch (SQLException e) {
      throw new UnusableDatabaseException(
          file
              + " cannot be opened as a database: "
              + e.getMessage()
              + ". It was left as it is; name another"
              + " folder with --data, or bring the database back from a backup.",
          e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException) {
      return e.getMessage() + " is a file";
    }
    if (e instanceof AccessDeniedException) {
      return "this user may not write to " + e.getMessage();
    }
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static SQLiteConfig settings() {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setBusyTimeout(BUSY_TIMEOUT_MILLISECONDS);
    settings.enforceForeignKeys(true);
    settings.setCacheSize(-8_000);
    return settings;
  }

  private static SQLiteConfig migrationSettings() {
    SQLiteConfig settings = settings();
    // NORMAL loses saves that were acknowledged when the power fails.
    settings.setSynchronous(SynchronousMode.FULL);
    settings.setTransactionMode(TransactionMode.IMMEDIATE);
    return settings;
  }

  private static SQLiteConfig writerSettings() {
    SQLiteConfig settings = migrationSettings();
    settings.setJournalMode(JournalMode.WAL);
    return settings;
  }

  private static Connection connect(Path file, SQLiteConfig settings) throws SQLException {
    return dataSource(file, settings).getConnection();
  }

  private static SQLiteDataSource dataSource(Path file, SQLiteConfig settings) {
    SQLiteDataSource source = new SQLiteDataSource(settings);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static HikariConfig pool(Path file, String name, int connections, SQLiteConfig settings) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(name);
    pool.setDataSource(dataSource(file, settings));
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(1);
    pool.setMaxLifetime(0);
    pool.setIdleTimeout(0);
    pool.setConnectionTimeout(MAX_WAIT_MILLISECONDS);
    return pool;
  }

  /**
   * Runs work in a reading transaction, on one snapshot. Inside of another one of the same thread
   * it joins that.
   */
  public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
    return during(reader, work);
  }

  /**
   * Runs work in a writing transaction: no other writes meanwhile; it is durable on return, and
   * rolled back where the work throws.
   */
  public <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
    return during(writer, work);
  }

  private static <T, X extends Exception> T during(Jdbi jdbi, HandleCallback<T, X> work) throws X {
    try {
      return jdbi.inTransaction(work);
    } catch (ConnectionException e) {
      throw new BusyException(e);
    } catch (org.jdbi.v3.core.transaction.TransactionException e) {
      if (isBusy(e.getCause())) {
        throw new BusyException(e);
      }
      throw e;
    }
  }

  /** Whether another one held the file for longer than is waited. */
  private static boolean isBusy(@Nullable Throwable cause) {
    return cause instanceof SQLException problem
        && (problem.getErrorCode() & PRIMARY_CODE) == SQLiteErrorCode.SQLITE_BUSY.code;
  }

  /** Number of transactions that only read so far; what joins another one is not counted. */
  public long readTransactions() {
    return readTransactions.sum();
  }

  /** A number that is another one after any process has written to the file. */
  public long changeCount() {
    return changes.read();
  }

  /** What SQLite's own check of the file and of its references finds; none if all is well. */
  public List<String> integrityProblems() {
    // Of its own, because a connection in use may remember an index as it was before others wrote.
    try (Handle handle = Jdbi.open(dataSource(file, settings()))) {
      List<String> problems =
          new ArrayList<>(handle.createQuery("PRAGMA integrity_check").mapTo(String.class).list());
      problems.remove("ok");
      problems.addAll(
          handle
              .createQuery("PRAGMA foreign_key_check")
              .map((row, context) -> "a row of " + row.getString(1) + " refers to nothing")
              .list());
      return problems;
    }
  }

  /** The database file. */
  public Path file() {
    return file;
  }

  /**
   * Copies the database into a new file while it is in use, by SQLite's own backup, and checks the
   * copy.
   *
   * @throws UnusableDatabaseException if the copy cannot be written or is damaged
   */
  public void backup(Path target) {
    try {
      copyTo(target);
      try (Connection copy = connect(target, settings());
          Statement statement = copy.createStatement()) {
        // A copy is one file, without a write-ahead log beside it.
        statement.execute("PRAGMA journal_mode = DELETE");
        try (ResultSet result = statement.executeQuery("PRAGMA integrity_check(1)")) {
          if (!result.getString(1).equals("ok")) {
            throw new SQLException("the copy is damaged: " + result.getString(1));
          }
        }
      }
    } catch (SQLException e) {
      throw new UnusableDatabaseException(
          "The backup failed: "
              + e.getMessage()
              + ". Run verify to see whether the database is"
              + " whole.",
          e);
    }
  }

  private void copyTo(Path target) throws SQLException {
    try (Connection connection = connect(file, settings())) {
      int status =
          ((SQLiteConnection) connection)
              .getDatabase()
              .backup("main", target.toString(), (remaining, pageCount) -> {});
      if (status != 0) {
        throw new SQLException("SQLite answered with code " + status);
      }
    }
  }

  /** Writes what the write-ahead log holds into the file itself and closes all connections. */
  @Override
  public void close() {
    changes.close();
    reading.close();
    try (Connection connection = writing.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      // Only the log stays longer; the next start reads it.
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.WARNING, "The write-ahead log was left beside the file", e);
    }
    writing.close();
  }
}
