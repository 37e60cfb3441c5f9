package prismq.t.script.versioning.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads SQLite's {@code data_version}, which changes when another connection has written: one that
 * never writes itself so sees every change, of this process and of others.
 */
final class ChangeCounter implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement statement;

  ChangeCounter(Connection connection) throws SQLException {
    this.connection = connection;
    this.statement = connection.prepareStatement("PRAGMA data_version");
  }

  synchronized long read() {
    try (ResultSet result = statement.executeQuery()) {
      return result.getLong(1);
    } catch (SQLException e) {
      throw new UnusableDatabaseException(
          "The database file can no longer be read. Have whoever runs the server look after its"
              + " disk.",
          e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The database file cannot be closed", e);
    }
  }
}
