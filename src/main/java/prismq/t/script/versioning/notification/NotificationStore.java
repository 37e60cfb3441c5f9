package prismq.t.script.versioning.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.ReadableScripts;

/** The SQL of what people are told. All methods work in the handle's transaction. */
final class NotificationStore {
  private static final String SELECT =
      """
      SELECT n.*, s.script_id AS script_key, s.title, c.body, t.quote
      FROM notifications n JOIN scripts s ON s.id = n.script_id
      LEFT JOIN comments c ON c.id = n.comment_id LEFT JOIN threads t ON t.id = n.thread_id
      """;

  private static final String READABLE =
      " AND (n.script_id IN (SELECT value FROM json_each(:scripts))) = :only ";

  private static final RowMapper<Notification> NOTIFICATION =
      (row, context) ->
          new Notification(
              row.getLong("id"),
              row.getLong("account_id"),
              row.getString("script_key"),
              row.getLong("script_id"),
              row.getString("title"),
              NotificationKind.of(row.getString("kind")),
              row.getString("actor"),
              row.getInt("first_version"),
              row.getInt("version_number"),
              number(row, "thread_id"),
              review(row),
              row.getString("verdict"),
              row.getString("quote"),
              row.getString("body"),
              Instant.ofEpochMilli(row.getLong("created_at")),
              time(row, "seen_at"),
              LengthDetail.read(row.getString("detail")));

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable Integer review(ResultSet row) throws SQLException {
    int number = row.getInt("review_number");
    return row.wasNull() ? null : number;
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    @Nullable Long millis = number(row, column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  /** Adds one. */
  void add(Handle handle, long account, Happening happening) {
    handle
        .createUpdate(
            """
            INSERT INTO notifications (account_id, script_id, kind, actor, first_version,
              version_number, thread_id, comment_id, review_number, verdict, created_at, detail)
            SELECT :account, id, :kind, :actor, :first, :version, :thread, :comment, :review,
              :verdict, :at, :detail
            FROM scripts WHERE script_id = :script
            """)
        .bind("account", account)
        .bind("script", happening.scriptId())
        .bind("kind", happening.kindFor(account).word())
        .bind("actor", happening.actorName())
        .bind("first", happening.firstVersion())
        .bind("version", happening.versionNumber())
        .bind("thread", happening.thread())
        .bind("comment", happening.comment())
        .bind("review", happening.review())
        .bind("verdict", happening.verdict())
        .bind("at", happening.at().toEpochMilli())
        .bind("detail", happening.detail())
        .execute();
  }

  /** Whether anybody was told already that a version no longer is as long as it is to be. */
  boolean isLengthTold(Handle handle, String scriptId, int version) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT 1 FROM notifications n JOIN scripts s ON s.id = n.script_id
              WHERE s.script_id = :script AND n.kind = 'length' AND n.version_number = :version)
            """)
        .bind("script", scriptId)
        .bind("version", version)
        .mapTo(Boolean.class)
        .one();
  }

  /** Those of somebody from below a number on, newest first. */
  List<Notification> list(
      Handle handle, long account, ReadableScripts readable, long below, int limit) {
    return handle
        .createQuery(
            SELECT
                + "WHERE n.account_id = :account AND n.id < :below"
                + READABLE
                + "ORDER BY n.id DESC LIMIT :limit")
        .bind("account", account)
        .bind("below", below)
        .bind("scripts", readable.json())
        .bind("only", readable.isOnlyThese() ? 1 : 0)
        .bind("limit", limit)
        .map(NOTIFICATION)
        .list();
  }

  /** One of somebody's. */
  Optional<Notification> find(Handle handle, long account, long id) {
    return handle
        .createQuery(SELECT + "WHERE n.account_id = :account AND n.id = :id")
        .bind("account", account)
        .bind("id", id)
        .map(NOTIFICATION)
        .findOne();
  }

  /** The numbers of the scripts of what somebody has not looked at, one for each. */
  List<Long> unseen(Handle handle, long account) {
    return handle
        .createQuery(
            "SELECT script_id FROM notifications WHERE account_id = :account AND seen_at IS NULL")
        .bind("account", account)
        .mapTo(Long.class)
        .list();
  }

  /** Notes that somebody looked at one. */
  void see(Handle handle, long account, long id, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE notifications SET seen_at = :now
            WHERE account_id = :account AND id = :id AND seen_at IS NULL
            """)
        .bind("now", now.toEpochMilli())
        .bind("account", account)
        .bind("id", id)
        .execute();
  }

  /** Notes that somebody looked at all up to one. */
  void seeAll(Handle handle, long account, long last, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE notifications SET seen_at = :now
            WHERE account_id = :account AND id <= :last AND seen_at IS NULL
            """)
        .bind("now", now.toEpochMilli())
        .bind("account", account)
        .bind("last", last)
        .execute();
  }

  /** Notes that somebody has seen the versions of a script up to one. */
  void seeVersions(Handle handle, long account, String scriptId, int version, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE notifications SET seen_at = :now
            WHERE account_id = :account AND kind = 'version' AND version_number <= :version
              AND seen_at IS NULL
              AND script_id = (SELECT id FROM scripts WHERE script_id = :script)
            """)
        .bind("now", now.toEpochMilli())
        .bind("account", account)
        .bind("version", version)
        .bind("script", scriptId)
        .execute();
  }

  /**
   * What one mail is about.
   *
   * @param mailedAt when the person was written to last about the script; null for never
   * @param seenAt when they last looked at anything of it; null for never
   */
  record WaitingMail(
      long account, String scriptId, @Nullable Instant mailedAt, @Nullable Instant seenAt) {}

  /** Who waits for a mail, and about which script, in order. */
  List<WaitingMail> waiting(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT w.account_id, s.script_id,
              (SELECT max(m.mailed_at) FROM notifications m WHERE m.account_id = w.account_id
                AND m.script_id = w.script_id AND m.mailed_at > 0) AS mailed,
              (SELECT max(m.seen_at) FROM notifications m WHERE m.account_id = w.account_id
                AND m.script_id = w.script_id AND m.mailed_at > 0) AS seen
            FROM (SELECT account_id, script_id, min(id) AS first_id FROM notifications
              WHERE mailed_at IS NULL AND seen_at IS NULL GROUP BY account_id, script_id) w
            JOIN scripts s ON s.id = w.script_id
            ORDER BY w.first_id
            """)
        .map(
            (row, context) ->
                new WaitingMail(
                    row.getLong("account_id"),
                    row.getString("script_id"),
                    time(row, "mailed"),
                    time(row, "seen")))
        .list();
  }

  /** What somebody was not yet written to about of a script, oldest first. */
  List<Notification> unmailed(Handle handle, long account, String scriptId) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE n.account_id = :account AND s.script_id = :script AND n.mailed_at IS NULL
                  AND n.seen_at IS NULL
                ORDER BY n.id
                """)
        .bind("account", account)
        .bind("script", scriptId)
        .map(NOTIFICATION)
        .list();
  }

  /** Notes when somebody was written to about one; null for not yet after all, 0 for never. */
  void mail(Handle handle, long id, @Nullable Long at) {
    handle
        .createUpdate("UPDATE notifications SET mailed_at = :at WHERE id = :id")
        .bind("at", at)
        .bind("id", id)
        .execute();
  }

  /** Deletes those that were made before a time. */
  void forget(Handle handle, Instant before) {
    handle
        .createUpdate(
            // The last one stays, so that no number is given twice.
            """
            DELETE FROM notifications
            WHERE created_at < :before AND id < (SELECT max(id) FROM notifications)
            """)
        .bind("before", before.toEpochMilli())
        .execute();
  }
}
