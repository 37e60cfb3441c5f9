package prismq.t.script.versioning.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;

/**
 * Counts by SQLite's {@code data_version}, which changes when another connection has written: one
 * that never writes itself so sees every change, of this process and of others.
 */
final class ChangeCounter implements AutoCloseable {
  /** Gives another number on a connection after any other connection has written. */
  private static final String DATA_VERSION = "PRAGMA data_version";

  private final Connection connection;
  private final PreparedStatement statement;
  private long dataVersion;
  private long number;
  private long largest;

  ChangeCounter(Connection connection) throws SQLException {
    this.connection = connection;
    this.statement = connection.prepareStatement(DATA_VERSION);
  }

  synchronized long read() {
    long now = dataVersion();
    if (now != dataVersion) {
      dataVersion = now;
      // Never one that was given before: what was made meanwhile would pass as up to date.
      number = ++largest;
    }
    return number;
  }

  /** Runs work in a transaction of the writing connection, after which the number is as before. */
  <T, X extends Exception> T uncounted(Handle writer, HandleCallback<T, X> work) throws X {
    AtomicLong before = new AtomicLong();
    AtomicLong others = new AtomicLong();
    T result =
        writer.inTransaction(
            handle -> {
              // Until it ends, nobody else can write.
              before.set(read());
              others.set(dataVersion(handle));
              return work.withHandle(handle);
            });
    goBack(before.get(), () -> dataVersion(writer) == others.get());
    return result;
  }

  /** What others than the writing connection have written changes it. */
  private static long dataVersion(Handle writer) {
    return writer.createQuery(DATA_VERSION).mapTo(Long.class).one();
  }

  /**
   * Goes back to the number that was read before a write, where nobody but the writer wrote since.
   *
   * @param isAlone asked after the last look at the database
   */
  private synchronized void goBack(long toNumber, BooleanSupplier isAlone) {
    long now = dataVersion();
    if (isAlone.getAsBoolean()) {
      dataVersion = now;
      number = toNumber;
    }
  }

  private long dataVersion() {
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
