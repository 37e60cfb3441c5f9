package prismq.t.script.versioning.db;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConnection;
import prismq.t.script.versioning.files.DiskRoom;
import prismq.t.script.versioning.files.PrivateFiles;
import prismq.t.script.versioning.problem.OneLine;

/** Copies a database that is in use, by SQLite's own backup. */
final class DatabaseCopy {
  private DatabaseCopy() {}

  /**
   * Makes and checks the copy, in a file that only its owner may read.
   *
   * @throws UnusableDatabaseException if it cannot be written or is damaged
   */
  static void make(DatabaseFile file, Path target) {
    try {
      PrivateFiles.createFile(target);
      copy(file, target);
      check(target);
    } catch (SQLException | IOException e) {
      boolean isDiskFull = SqlFailure.of(e) == SqlFailure.NO_ROOM || DiskRoom.isLackedIn(e);
      throw new UnusableDatabaseException(
          isDiskFull
              ? "The backup failed, because the disk that it was to be written to is full."
                  + " Name a file on another."
              : "The backup failed: "
                  + OneLine.of(e)
                  + ". Run verify to see whether the database is whole.",
          e);
    }
  }

  private static void copy(DatabaseFile file, Path target) throws SQLException {
    try (Connection connection = file.connect(DatabaseFile.settings())) {
      int status =
          ((SQLiteConnection) connection)
              .getDatabase()
              .backup("main", target.toString(), (remaining, pageCount) -> {});
      if (status != 0) {
        throw new SQLException("SQLite answered with code " + status, null, status);
      }
    }
  }

  private static void check(Path target) throws SQLException {
    try (Connection copy = DatabaseFile.writable(target).connect(DatabaseFile.settings());
        Statement statement = copy.createStatement()) {
      // A copy is one file, without a write-ahead log beside it.
      statement.execute("PRAGMA journal_mode = DELETE");
      try (ResultSet result = statement.executeQuery("PRAGMA integrity_check(1)")) {
        if (!result.getString(1).equals("ok")) {
          throw new SQLException("the copy is damaged: " + result.getString(1));
        }
      }
    }
  }
}
