package prismq.t.script.versioning.db;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the statements that a connection of a pool executed as long as it is open, because its next
 * transaction executes the same ones. For one thread at a time.
 */
final class ReusedStatements implements StatementBuilder {
  private static final int MAX_KEPT = 100;

  private final Connection connection;
  private final StatementBuilder builder = new DefaultStatementBuilder();
  private final Map<String, PreparedStatement> kept = new HashMap<>();
  private final IdentityHashMap<Statement, String> lent = new IdentityHashMap<>();

  /**
   * Creates it.
   *
   * @param connection the database's own: what is borrowed from a pool closes its statements when
   *     it is given back
   */
  ReusedStatements(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Statement create(Connection borrowed, StatementContext context) throws SQLException {
    return builder.create(borrowed, context);
  }

  @Override
  public PreparedStatement create(Connection borrowed, String sql, StatementContext context)
      throws SQLException {
    // One that is being read from is not here, so that nothing has it twice.
    PreparedStatement known = kept.remove(sql);
    PreparedStatement statement = known == null ? builder.create(connection, sql, context) : known;
    lent.put(statement, sql);
    return statement;
  }

  @Override
  public CallableStatement createCall(Connection borrowed, String sql, StatementContext context)
      throws SQLException {
    return builder.createCall(borrowed, sql, context);
  }

  @Override
  public void close(Connection borrowed, String template, Statement statement) throws SQLException {
    @Nullable String sql = lent.remove(statement);
    if (sql != null
        && statement instanceof PreparedStatement prepared
        && kept.size() < MAX_KEPT
        && !kept.containsKey(sql)) {
      prepared.clearParameters();
      prepared.clearBatch();
      kept.put(sql, prepared);
    } else {
      builder.close(borrowed, template, statement);
    }
  }

  /** Takes back what was not closed, which would keep others from seeing what is written next. */
  @Override
  public void close(Connection borrowed) {
    for (Statement left : lent.keySet()) {
      try {
        left.close();
      } catch (SQLException e) {
        System.getLogger(ReusedStatements.class.getName())
            .log(System.Logger.Level.WARNING, "A statement was left open", e);
      }
    }
    lent.clear();
    builder.close(borrowed);
  }

  boolean isClosed() {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }
}
