package prismq.t.script.versioning.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** A moment at which questions to the database are broken off. For use by one thread. */
public final class Deadline {
  /** Steps of SQLite's virtual machine that take far less than a millisecond. */
  private static final int STEPS_BETWEEN_LOOKS = 5_000;

  private final long end;
  private boolean passed;

  private Deadline(long end) {
    this.end = end;
  }

  /** A deadline after a duration. */
  public static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** Whether it has been reached; stays true once it has stopped work. */
  public boolean hasPassed() {
    passed = passed || System.nanoTime() - end >= 0;
    return passed;
  }

  /** Runs work on the database until it is done or the deadline is reached. */
  public void during(Handle handle, Runnable work) {
    if (hasPassed()) {
      return;
    }
    Connection connection = handle.getConnection();
    try {
      ProgressHandler.setHandler(
          connection.unwrap(SQLiteConnection.class),
          STEPS_BETWEEN_LOOKS,
          new ProgressHandler() {
            @Override
            protected int progress() {
              return hasPassed() ? 1 : 0;
            }
          });
      try {
        work.run();
      } catch (JdbiException e) {
        if (!isInterrupt(e)) {
          throw e;
        }
      } finally {
        ProgressHandler.clearHandler(connection.unwrap(SQLiteConnection.class));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the driver takes no deadline", e);
    }
  }

  private static boolean isInterrupt(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getErrorCode() == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
        return true;
      }
    }
    return false;
  }
}
