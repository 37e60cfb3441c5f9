package prismq.t.script.versioning.account;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of attempts to sign in. All methods work in the handle's transaction. */
final class AttemptStore {
  /**
   * Attempts for or from one subject that failed or are under way.
   *
   * @param nextAt when the next one may be made
   */
  record Attempts(int count, Instant lastAt, Instant nextAt) {
    static final Attempts NONE = new Attempts(0, Instant.EPOCH, Instant.EPOCH);
  }

  Optional<Attempts> find(Handle handle, String subject) {
    return handle
        .createQuery("SELECT * FROM sign_in_attempts WHERE subject = :subject")
        .bind("subject", subject)
        .map(
            (row, context) ->
                new Attempts(
                    row.getInt("attempts"),
                    Instant.ofEpochMilli(row.getLong("last_at")),
                    Instant.ofEpochMilli(row.getLong("next_at"))))
        .findOne();
  }

  void put(Handle handle, String subject, Attempts attempts) {
    handle
        .createUpdate(
            """
            INSERT INTO sign_in_attempts (subject, attempts, last_at, next_at)
            VALUES (:subject, :count, :last, :next)
            ON CONFLICT (subject)
            DO UPDATE SET attempts = :count, last_at = :last, next_at = :next
            """)
        .bind("subject", subject)
        .bind("count", attempts.count())
        .bind("last", attempts.lastAt().toEpochMilli())
        .bind("next", attempts.nextAt().toEpochMilli())
        .execute();
  }

  void delete(Handle handle, String subject) {
    handle
        .createUpdate("DELETE FROM sign_in_attempts WHERE subject = :subject")
        .bind("subject", subject)
        .execute();
  }

  void deleteOlder(Handle handle, Instant oldest) {
    handle
        .createUpdate("DELETE FROM sign_in_attempts WHERE last_at < :oldest")
        .bind("oldest", oldest.toEpochMilli())
        .execute();
  }
}
