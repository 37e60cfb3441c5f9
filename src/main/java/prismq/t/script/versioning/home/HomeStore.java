package prismq.t.script.versioning.home;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.history.ReadableScripts;

/** The SQL of what concerns somebody. All methods work in the handle's transaction. */
final class HomeStore {
  private static final String READABLE =
      " AND (s.id IN (SELECT value FROM json_each(:scripts))) = :only ";

  /** A review that is not closed. */
  record AskedReview(String scriptId, String title, int number) {}

  /** The reviews that are not closed and may wait for somebody, those asked for last first. */
  List<AskedReview> concerning(Handle handle, long account, ReadableScripts readable, int limit) {
    return handle
        .createQuery(
            """
            SELECT s.script_id, s.title, r.review_number
            FROM reviews r JOIN scripts s ON s.id = r.script_id
            WHERE r.closed_at IS NULL AND r.id IN (
              SELECT review_id FROM reviewers WHERE account_id = :account
              UNION SELECT review_id FROM review_passes WHERE passed_to = :account
              UNION SELECT id FROM reviews WHERE asked_by = :account)
            """
                + READABLE
                + "ORDER BY r.id DESC LIMIT :limit")
        .bind("account", account)
        .bind("scripts", readable.json())
        .bind("only", readable.isOnlyThese() ? 1 : 0)
        .bind("limit", limit)
        .map(
            (row, context) ->
                new AskedReview(
                    row.getString("script_id"),
                    row.getString("title"),
                    row.getInt("review_number")))
        .list();
  }

  /**
   * The open threads of a script in which somebody wrote.
   *
   * @param lastAt when anybody wrote in one of them last
   */
  record OpenThreads(String scriptId, String title, int version, int count, Instant lastAt) {}

  /** Those of all scripts, where something was written last first. */
  List<OpenThreads> openThreads(Handle handle, long account, ReadableScripts readable, int limit) {
    return handle
        .createQuery(
            """
            SELECT s.script_id, s.title, s.latest_version, count(DISTINCT t.id) AS threads,
              max(c.created_at) AS last_at
            FROM threads t JOIN scripts s ON s.id = t.script_id JOIN comments c ON c.thread_id = t.id
            WHERE t.resolved_at IS NULL
              AND t.id IN (SELECT o.thread_id FROM comments o WHERE o.account_id = :account)
            """
                + READABLE
                + "GROUP BY s.id ORDER BY last_at DESC LIMIT :limit")
        .bind("account", account)
        .bind("scripts", readable.json())
        .bind("only", readable.isOnlyThese() ? 1 : 0)
        .bind("limit", limit)
        .map(
            (row, context) ->
                new OpenThreads(
                    row.getString("script_id"),
                    row.getString("title"),
                    row.getInt("latest_version"),
                    row.getInt("threads"),
                    Instant.ofEpochMilli(row.getLong("last_at"))))
        .list();
  }
}
