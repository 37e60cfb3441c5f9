package prismq.t.script.versioning.review;

import java.time.Instant;
import java.util.List;
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
