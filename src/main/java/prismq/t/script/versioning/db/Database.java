package prismq.t.script.versioning.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;
import prismq.t.script.versioning.files.DiskRoom;
import prismq.t.script.versioning.files.PrivateFiles;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/**
 * The one database file: a single connection that writes and a few that read. Safe for use by
 * several threads; other processes may use the file at the same time.
 */
public final class Database implements AutoCloseable {
  /** The name of the file in the data folder. */
  public static final String FILE_NAME = "script-versioning.db";

  /** Identifies our files by their header: "PQSV". */
  static final int APPLICATION_ID = 0x50515356;

  private static final int READERS = 4;

  /**
   * How long somebody waits for a turn. Shorter than the 30 seconds after which the server ends a
   * silent connection, so that the answer that it is busy still arrives.
   */
  private static final int MAX_WAIT_MILLISECONDS = 20_000;

  private final DatabaseFile file;
  private final WriteGuard guard;
  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final Jdbi writer;
  private final Jdbi reader;
  private final ChangeCounter changes;

  /** One for all, because what it has parsed once it knows, and the first time takes long. */
  private static final SqlParser SQL = new ColonPrefixSqlParser();

  private final LongAdder readTransactions = new LongAdder();
  private final RoomTrial roomTrial = new RoomTrial();

  private Database(DatabaseFile file) throws SQLException {
    this.file = file;
    this.guard = new WriteGuard(file);
    // Of a file that is only read, it is never asked for anything.
    this.writing =
        new HikariDataSource(
            pool(
                file.dataSource(
                    file.isReadOnly() ? DatabaseFile.settings() : DatabaseFile.writerSettings()),
                "writer",
                1));
    HikariConfig readers = pool(file.dataSource(DatabaseFile.settings()), "readers", READERS);
    readers.setConnectionInitSql("PRAGMA query_only = ON");
    this.reading = new HikariDataSource(readers);
    this.writer = jdbi(writing::getConnection);
    this.reader =
        jdbi(
            () -> {
              readTransactions.increment();
              return reading.getConnection();
            });
    this.changes = new ChangeCounter(file.connect(DatabaseFile.settings()));
  }

  private static Jdbi jdbi(ConnectionFactory connections) {
    return Jdbi.create(connections)
        .setStatementBuilderFactory(new PooledStatements())
        .configure(SqlStatements.class, statements -> statements.setSqlParser(SQL));
  }

  /**
   * Loads on another core what opening and asking a database take, which is half of the time that a
   * start takes otherwise.
   *
   * @return what loads it; a program that ends meanwhile takes away the file that is being loaded
   */
  public static Thread prepare() {
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
    return preparation;
  }

  /**
   * Opens the database in this folder; creates folder and file where they are missing, and migrates
   * an older schema. Where the file or its folder cannot be written, it is opened to be read.
   *
   * @throws UnusableDatabaseException if there is nothing that can be read or made, or the file is
   *     not a database of this application, damaged, or of a newer release
   */
  public static Database open(Path folder) {
    Path file = folder.resolve(FILE_NAME);
    try {
      if (!Files.isDirectory(folder)) {
        PrivateFiles.createFolders(folder);
      }
    } catch (IOException e) {
      throw new UnusableDatabaseException(
          "The data folder "
              + folder
              + " cannot be made: "
              + reason(e)
              + ". Name another with --data.",
          e);
    }
    boolean exists = Files.exists(file);
    boolean isWritable = Files.isWritable(folder) && (!exists || Files.isWritable(file));
    if (!isWritable && !Files.isReadable(file)) {
      throw new UnusableDatabaseException(
          "The data folder "
              + folder
              + " cannot be "
              + (exists ? "read" : "written")
              + ". Give this user the right to do that, or name another folder with --data.");
    }
    try {
      return isWritable ? openToWrite(file) : openToRead(file);
    } catch (SQLException | IOException e) {
      if (SqlFailure.of(e) == SqlFailure.NO_ROOM || DiskRoom.isLackedIn(e)) {
        throw new UnusableDatabaseException(
            file
                + " cannot be opened, because the disk is full. It was left as it is; make room on"
                + " the disk and try again.",
            e);
      }
      throw new UnusableDatabaseException(
          file
              + " cannot be opened as a database: "
              + OneLine.of(e)
              + ". It was left as it is; name another"
              + " folder with --data, or bring the database back from a backup.",
          e);
    }
  }

  private static Database openToWrite(Path file) throws SQLException, IOException {
    PrivateFiles.createFile(file);
    DatabaseFile opened = DatabaseFile.writable(file);
    // Not yet with a write-ahead log: that would change a file that turns out not to be ours.
    try (Connection connection = opened.connect(DatabaseFile.migrationSettings())) {
      Migrations.run(connection, file);
    }
    // Before SQLite makes others, which get the rights of this one.
    opened.tighten();
    return new Database(opened);
  }

  static Database openToRead(Path file) throws SQLException, IOException {
    DatabaseFile opened = DatabaseFile.readOnly(file);
    try {
      try (Connection connection = opened.connect(DatabaseFile.settings())) {
        Migrations.check(connection, file);
      }
      return new Database(opened);
    } catch (SQLException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static String reason(IOException e) {
    return DiskRoom.isLackedIn(e) ? "the disk is full" : OneLine.of(e);
  }

  private static HikariConfig pool(SQLiteDataSource source, String name, int connections) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(name);
    pool.setDataSource(source);
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
   *
   * @throws Problem if the file cannot be read
   */
  public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
    try {
      return reader.inTransaction(work);
    } catch (JdbiException e) {
      throw told(e, SqlFailure.of(e));
    }
  }

  /**
   * Runs work in a writing transaction: no other writes meanwhile; it is durable on return, and
   * rolled back where the work throws.
   *
   * @throws Problem if nothing can be written now
   */
  public <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
    return guarded(handle -> handle.inTransaction(work));
  }

  /**
   * The same for what nothing that is kept by the {@link #changeCount} is made of; that stays as it
   * is.
   */
  public <T, X extends Exception> T writeUncounted(HandleCallback<T, X> work) throws X {
    return guarded(handle -> changes.uncounted(handle, work));
  }

  private <T, X extends Exception> T guarded(HandleCallback<T, X> work) throws X {
    guard.check();
    try {
      T result = writer.withHandle(work);
      guard.succeeded();
      return result;
    } catch (JdbiException e) {
      SqlFailure failure = SqlFailure.of(e);
      @Nullable Problem problem = guard.failed(failure, e);
      throw problem == null ? told(e, failure) : problem;
    }
  }

  private static RuntimeException told(JdbiException e, SqlFailure failure) {
    return switch (failure) {
      case BUSY -> new BusyException(e);
      case NO_ROOM -> DatabaseCondition.DISK_FULL.problem(e);
      case DISK ->
          new Problem(
              ProblemKind.DISK_FAILED,
              FilledMessage.of("problem.disk_failed"),
              FilledMessage.of("problem.disk_failed_next"),
              e);
      case DAMAGED -> new UnusableDatabaseException(FilledMessage.of("problem.damaged_file"), e);
      case READ_ONLY, OTHER -> e instanceof ConnectionException ? new BusyException(e) : e;
    };
  }

  /** What state the last writes found it in. */
  public DatabaseCondition condition() {
    return guard.condition();
  }

  /** What state it is in now: where the disk was full, it is tried whether there is room again. */
  public DatabaseCondition triedCondition() {
    if (guard.condition() == DatabaseCondition.DISK_FULL) {
      try {
        roomTrial.run(this);
      } catch (Problem e) {
        // It is as it was.
      }
    }
    DatabaseCondition known = guard.condition();
    return known == DatabaseCondition.WELL && !guard.hasRoom()
        ? DatabaseCondition.DISK_FULL
        : known;
  }

  /** Whether changes are possible at all, as opposed to now. */
  public boolean isReadOnly() {
    return file.isReadOnly();
  }

  /** Number of transactions that only read so far; what joins another one is not counted. */
  public long readTransactions() {
    return readTransactions.sum();
  }

  /**
   * A number that is another one after any process has written to the file, other than {@link
   * #writeUncounted uncounted}.
   */
  public long changeCount() {
    return changes.read();
  }

  /** What SQLite's own check of the file and of its references finds; none if all is well. */
  public List<String> integrityProblems() {
    // Of its own, because a connection in use may remember an index as it was before others wrote.
    try (Handle handle = Jdbi.open(file.dataSource(DatabaseFile.settings()))) {
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
    return file.path();
  }

  /**
   * Copies the database into a new file while it is in use, by SQLite's own backup, and checks the
   * copy.
   *
   * @throws UnusableDatabaseException if the copy cannot be written or is damaged
   */
  public void backup(Path target) {
    DatabaseCopy.make(file, target);
  }

  /** Writes what the write-ahead log holds into the file itself and closes all connections. */
  @Override
  public void close() {
    guard.close();
    changes.close();
    reading.close();
    if (!file.isReadOnly()) {
      empty(writing);
    }
    writing.close();
    file.close();
  }

  private static void empty(HikariDataSource writing) {
    try (Connection connection = writing.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      // Only the log stays longer; the next start reads it.
      LoggerFactory.getLogger(Database.class)
          .warn("The write-ahead log was left beside the file: {}", e.getMessage());
    }
  }
}
