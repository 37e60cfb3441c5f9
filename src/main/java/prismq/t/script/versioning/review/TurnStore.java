package prismq.t.script.versioning.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The SQL of turns in reviews. All methods work in the handle's transaction. */
final class TurnStore {
  /** By whom a turn was passed on in a review, oldest first. */
  List<TurnEvent.PassedOn> passes(Handle handle, String scriptId, int number) {
    return handle
        .createQuery(
            """
            SELECT p.* FROM review_passes p JOIN reviews r ON r.id = p.review_id
            JOIN scripts s ON s.id = r.script_id
            WHERE s.script_id = :script AND r.review_number = :number ORDER BY p.id
            """)
        .bind("script", scriptId)
        .bind("number", number)
        .map(
            (row, context) ->
                new TurnEvent.PassedOn(
                    row.getLong("passed_by"),
                    row.getLong("passed_to"),
                    Instant.ofEpochMilli(row.getLong("passed_at"))))
        .list();
  }

  /**
   * A comment in a thread on words of the branch that a review is of.
   *
   * @param account the number of who wrote it
   */
  record Reply(long thread, long account, Instant at) {}

  /** What these people have commented on the branch that a review is of, oldest first. */
  List<Reply> replies(Handle handle, String scriptId, int number, Set<Long> people) {
    return handle
        .createQuery(
            """
            SELECT c.thread_id, c.account_id, c.created_at FROM reviews r
            JOIN scripts s ON s.id = r.script_id
            JOIN script_versions v
              ON v.script_id = r.script_id AND v.version_number = r.version_number
            JOIN threads t ON t.script_id = r.script_id
            JOIN script_versions w
              ON w.script_id = t.script_id AND w.version_number = t.version_number
              AND w.branch_number = v.branch_number
            JOIN comments c ON c.thread_id = t.id
            WHERE s.script_id = :script AND r.review_number = :number AND c.body IS NOT NULL
              AND c.account_id IN (SELECT value FROM json_each(:people))
            ORDER BY c.created_at, c.id
            """)
        .bind("script", scriptId)
        .bind("number", number)
        .bind("people", people.toString())
        .map(
            (row, context) ->
                new Reply(
                    row.getLong("thread_id"),
                    row.getLong("account_id"),
                    Instant.ofEpochMilli(row.getLong("created_at"))))
        .list();
  }

  /** Whether a later version of the same branch was reviewed after this. */
  boolean isFollowed(Handle handle, String scriptId, int number) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM reviews r
            JOIN scripts s ON s.id = r.script_id
            JOIN script_versions v
              ON v.script_id = r.script_id AND v.version_number = r.version_number
            JOIN reviews n ON n.script_id = r.script_id AND n.review_number > r.review_number
              AND n.version_number > r.version_number
            JOIN script_versions w
              ON w.script_id = n.script_id AND w.version_number = n.version_number
              AND w.branch_number = v.branch_number
            WHERE s.script_id = :script AND r.review_number = :number
            """)
        .bind("script", scriptId)
        .bind("number", number)
        .mapTo(Boolean.class)
        .one();
  }

  void pass(Handle handle, long review, TurnEvent.PassedOn passed) {
    handle
        .createUpdate(
            """
            INSERT INTO review_passes (review_id, passed_by, passed_to, passed_at)
            VALUES (:review, :by, :to, :at)
            """)
        .bind("review", review)
        .bind("by", passed.by())
        .bind("to", passed.to())
        .bind("at", passed.at().toEpochMilli())
        .execute();
  }
}
