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
 * Keeps the statements that were executed until their handle is closed, because a transaction that
 * saves many versions executes the same ones for each. For one thread.
 */
final class ReusedStatements implements StatementBuilder {
  private static final int MAX_KEPT = 100;

  private final StatementBuilder builder = new DefaultStatementBuilder();
  private final Map<String, PreparedStatement> kept = new HashMap<>();
  private final IdentityHashMap<Statement, String> lent = new IdentityHashMap<>();

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return builder.create(connection, context);
  }

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    // One that is being read from is not here, so that nothing has it twice.
    PreparedStatement known = kept.remove(sql);
    PreparedStatement statement = known == null ? builder.create(connection, sql, context) : known;
    lent.put(statement, sql);
    return statement;
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return builder.createCall(connection, sql, context);
  }

  @Override
  public void close(Connection connection, String template, Statement statement)
      throws SQLException {
    @Nullable String sql = lent.remove(statement);
    if (sql != null
        && statement instanceof PreparedStatement prepared
        && kept.size() < MAX_KEPT
        && !kept.containsKey(sql)) {
      prepared.clearParameters();
      prepared.clearBatch();
      kept.put(sql, prepared);
    } else {
      builder.close(connection, template, statement);
    }
  }

  @Override
  public void close(Connection connection) {
    try {
      for (PreparedStatement statement : kept.values()) {
        statement.close();
      }
    } catch (SQLException e) {
      // The connection closes what is left, and the transaction has ended.
      System.getLogger(ReusedStatements.class.getName())
          .log(System.Logger.Level.WARNING, "A statement was left open", e);
    }
    kept.clear();
    builder.close(connection);
  }
}
