package prismq.t.script.versioning.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.sqlite.SQLiteConnection;

/**
 * The statements that each connection of a pool keeps; to prepare one takes as long as to run it.
 */
final class PooledStatements implements StatementBuilderFactory {
  private final Map<Connection, ReusedStatements> kept = new ConcurrentHashMap<>();

  @Override
  public StatementBuilder createStatementBuilder(Connection borrowed) {
    Connection connection;
    try {
      connection = borrowed.unwrap(SQLiteConnection.class);
    } catch (SQLException e) {
      throw new IllegalStateException("a pool has connections of another database", e);
    }
    ReusedStatements known = kept.get(connection);
    if (known == null) {
      kept.values().removeIf(ReusedStatements::isClosed);
      known = new ReusedStatements(connection);
      kept.put(connection, known);
    }
    return known;
  }
}
