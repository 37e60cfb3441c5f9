package prismq.t.script.versioning.db;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.problem.Problem;

/**
 * Knows whether the database may be written. After the disk has failed it is checked from the
 * ground up before anything else is saved: what the operating system still shows from memory may
 * never have reached the disk.
 */
final class WriteGuard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WriteGuard.class);
  private static final long FIRST_PAUSE_SECONDS = 1;
  private static final long MAX_PAUSE_SECONDS = 60;

  /** With less room than this no version can be saved. */
  private static final long LEAST_ROOM_BYTES = 64 * 1024;

  private final DatabaseFile file;
  private volatile DatabaseCondition condition;
  private @Nullable ScheduledExecutorService checks;

  WriteGuard(DatabaseFile file) {
    this.file = file;
    this.condition = file.isReadOnly() ? DatabaseCondition.READ_ONLY : DatabaseCondition.WELL;
  }

  /** What state the last writes found the database in. */
  DatabaseCondition condition() {
    return condition;
  }

  /** Whether the operating system knows of room for another version; true where it cannot tell. */
  boolean hasRoom() {
    try {
      return Files.getFileStore(file.path()).getUsableSpace() >= LEAST_ROOM_BYTES;
    } catch (IOException e) {
      return true; // Unknown; a write will tell.
    }
  }

  /**
   * Checks that a write may be tried.
   *
   * @throws Problem if it may not
   */
  void check() {
    DatabaseCondition known = condition;
    if (!known.isWritable()) {
      throw known.problem(null);
    }
  }

  /** A write reached the disk. */
  void succeeded() {
    if (condition == DatabaseCondition.DISK_FULL) {
      become(DatabaseCondition.WELL, "There is room on the disk again.");
    }
  }

  /** A write did not; null if that says nothing about the state of the database. */
  @Nullable Problem failed(SqlFailure failure, Throwable cause) {
    return switch (failure) {
      case NO_ROOM -> {
        become(DatabaseCondition.DISK_FULL, "The disk is full: " + reason(cause));
        yield DatabaseCondition.DISK_FULL.problem(cause);
      }
      case DISK -> {
        distrust(cause);
        yield DatabaseCondition.DISK_FAILED.problem(cause);
      }
      case READ_ONLY -> DatabaseCondition.READ_ONLY.problem(cause);
      default -> null;
    };
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  /** Says so once, and not again for each request. */
  private synchronized void become(DatabaseCondition next, String why) {
    if (condition != next && condition != DatabaseCondition.READ_ONLY) {
      condition = next;
      LOG.warn(why);
    }
  }

  private synchronized void distrust(Throwable cause) {
    if (condition != DatabaseCondition.DISK_FAILED) {
      become(
          DatabaseCondition.DISK_FAILED,
          "The disk failed, so nothing is saved until the database has been checked: "
              + reason(cause));
      if (checks == null) {
        checks =
            Executors.newSingleThreadScheduledExecutor(
                work -> {
                  Thread thread = new Thread(work, "database check");
                  thread.setDaemon(true);
                  return thread;
                });
      }
      checkIn(FIRST_PAUSE_SECONDS);
    }
  }

  private synchronized void checkIn(long seconds) {
    if (checks != null && !checks.isShutdown()) {
      var unused = checks.schedule(() -> checkAgain(seconds), seconds, TimeUnit.SECONDS);
    }
  }

  private void checkAgain(long lastPause) {
    try {
      checkAll();
      become(DatabaseCondition.WELL, "The database was checked and is whole; saving goes on.");
    } catch (SQLException | RuntimeException e) {
      LOG.warn("The database is not as it should be, so nothing is saved: {}", reason(e));
      checkIn(Math.min(MAX_PAUSE_SECONDS, 2 * lastPause));
    }
  }

  /**
   * Has all that is in the log written into the file and forced to the disk, reads the whole file,
   * and writes and forces a page.
   */
  private void checkAll() throws SQLException {
    try (Connection connection = file.connect(DatabaseFile.writerSettings());
        Statement statement = connection.createStatement()) {
      checkpoint(statement);
      try (ResultSet result = statement.executeQuery("PRAGMA integrity_check(1)")) {
        if (!result.getString(1).equals("ok")) {
          throw new SQLException(result.getString(1));
        }
      }
      int version;
      try (ResultSet result = statement.executeQuery("PRAGMA user_version")) {
        version = result.getInt(1);
      }
      statement.executeUpdate("PRAGMA user_version = " + version);
      checkpoint(statement);
    }
  }

  private static void checkpoint(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      if (result.getInt(1) != 0) {
        throw new SQLException("others are using it");
      }
    }
  }

  @Override
  public synchronized void close() {
    if (checks != null) {
      checks.shutdownNow();
    }
  }
}
