package prismq.t.script.versioning.transfer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Reads a copy of the database without changing it. */
final class BackupStore {
  private BackupStore() {}

  /** What SQLite finds wrong with the file; "ok" where that is nothing. */
  static String integrity(Path file) throws SQLException {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setReadOnly(true);
    try (Connection connection = settings.createConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA integrity_check(1)")) {
      return result.getString(1);
    }
  }
}
