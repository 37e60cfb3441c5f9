package prismq.t.script.versioning.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** The SQL of idempotency keys. All methods work in the handle's transaction. */
final class IdempotencyStore {
  /** A request is not repeated after a week. */
  private static final Duration KEPT = Duration.ofDays(7);

  /**
   * The number of the version that a request with this key has saved.
   *
   * @throws Problem if it was another request
   */
  Optional<Integer> savedVersion(Handle handle, ScriptRow script, IdempotencyKey key) {
    return handle
        .createQuery(
            """
            SELECT request_hash, version_number FROM idempotency_keys
            WHERE script_id = :script AND idempotency_key = :key
            """)
        .bind("script", script.id())
        .bind("key", key.key())
        .map(
            (row, context) -> {
              int version = row.getInt("version_number");
              if (!ContentHash.ofDigest(row.getBytes("request_hash")).equals(key.requestHash())) {
                throw new Problem(
                    ProblemKind.KEY_REUSED,
                    FilledMessage.of("history.key_reused", version),
                    FilledMessage.of("history.key_reused_next"));
              }
              return version;
            })
        .findOne();
  }

  void insert(Handle handle, ScriptRow script, IdempotencyKey key, int versionNumber, Instant now) {
    handle
        .createUpdate(
            "DELETE FROM idempotency_keys WHERE script_id = :script AND created_at < :oldest")
        .bind("script", script.id())
        .bind("oldest", now.minus(KEPT).toEpochMilli())
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO idempotency_keys
              (script_id, idempotency_key, request_hash, version_number, created_at)
            VALUES (:script, :key, :hash, :version, :now)
            """)
        .bind("script", script.id())
        .bind("key", key.key())
        .bind("hash", key.requestHash().bytes())
        .bind("version", versionNumber)
        .bind("now", now.toEpochMilli())
        .execute();
  }
}
