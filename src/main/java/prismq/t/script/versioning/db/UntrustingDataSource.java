package prismq.t.script.versioning.db;

import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Opens connections that run no unsafe function which the schema of a file names. */
final class UntrustingDataSource extends SQLiteDataSource {
  UntrustingDataSource(SQLiteConfig settings) {
    super(settings);
  }

  @Override
  public SQLiteConnection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    SQLiteConnection connection = super.getConnection(user, password);
    // The driver has no setting for it.
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }
}
