package prismq.t.script.versioning.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The SQL of webhooks and what they are told. All methods work in the handle's transaction. */
final class WebhookStore {
  private static final RowMapper<Webhook> WEBHOOK =
      (row, context) ->
          new Webhook(
              row.getLong("id"),
              row.getLong("account_id"),
              row.getString("url"),
              Instant.ofEpochMilli(row.getLong("created_at")));

  private static final RowMapper<WebhookDelivery> DELIVERY =
      (row, context) ->
          new WebhookDelivery(
              row.getLong("id"),
              row.getLong("webhook_id"),
              number(row, "notification_id"),
              Instant.ofEpochMilli(row.getLong("created_at")),
              row.getInt("attempts"),
              time(row, "due_at"),
              time(row, "taken_at"),
              row.getString("outcome"));

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    @Nullable Long millis = number(row, column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  /** Somebody's, oldest first. */
  List<Webhook> list(Handle handle, long account) {
    return handle
        .createQuery("SELECT * FROM webhooks WHERE account_id = :account ORDER BY id")
        .bind("account", account)
        .map(WEBHOOK)
        .list();
  }

  Optional<Webhook> find(Handle handle, long id) {
    return handle
        .createQuery("SELECT * FROM webhooks WHERE id = :id")
        .bind("id", id)
        .map(WEBHOOK)
        .findOne();
  }

  String secret(Handle handle, long id) {
    return handle
        .createQuery("SELECT secret FROM webhooks WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }

  /** Adds one, which is told what happens from now on. */
  void add(Handle handle, long account, String url, String secret, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO webhooks (account_id, url, secret, created_at, last_notification)
            VALUES (:account, :url, :secret, :now,
              (SELECT coalesce(max(id), 0) FROM notifications))
            """)
        .bind("account", account)
        .bind("url", url)
        .bind("secret", secret)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  void delete(Handle handle, long id) {
    handle.createUpdate("DELETE FROM webhooks WHERE id = :id").bind("id", id).execute();
  }

  /** Whether any address is to be told of a notification that it was not told of yet. */
  boolean isBehind(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT 1 FROM webhooks w JOIN notifications n
              ON n.account_id = w.account_id AND n.id > w.last_notification)
            """)
        .mapTo(Boolean.class)
        .one();
  }

  /** Has all addresses told of what is new to them. */
  void catchUp(Handle handle, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO webhook_deliveries (webhook_id, notification_id, created_at, attempts,
              due_at)
            SELECT w.id, n.id, :now, 0, :now FROM webhooks w JOIN notifications n
              ON n.account_id = w.account_id AND n.id > w.last_notification
            ORDER BY n.id
            """)
        .bind("now", now.toEpochMilli())
        .execute();
    handle
        .createUpdate(
            """
            UPDATE webhooks SET last_notification =
              (SELECT coalesce(max(n.id), 0) FROM notifications n)
            """)
        .execute();
  }

  /** Adds a trial, which is about nothing. */
  void addTrial(Handle handle, long webhook, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO webhook_deliveries (webhook_id, created_at, attempts, due_at)
            VALUES (:webhook, :now, 0, :now)
            """)
        .bind("webhook", webhook)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Deletes trials from before then, which no notification takes with it. */
  void forgetTrials(Handle handle, Instant before) {
    handle
        .createUpdate(
            """
            DELETE FROM webhook_deliveries
            WHERE notification_id IS NULL AND due_at IS NULL AND created_at < :before
            """)
        .bind("before", before.toEpochMilli())
        .execute();
  }

  /** Of each address what is to be tried first. */
  List<WebhookDelivery> waiting(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT d.* FROM webhook_deliveries d
            WHERE d.due_at IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM webhook_deliveries e
              WHERE e.webhook_id = d.webhook_id AND e.due_at IS NOT NULL
                AND (e.due_at < d.due_at OR (e.due_at = d.due_at AND e.id < d.id)))
            """)
        .map(DELIVERY)
        .list();
  }

  /** What an address was and is to be told, newest first. */
  List<WebhookDelivery> deliveries(Handle handle, long webhook, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM webhook_deliveries WHERE webhook_id = :webhook
            ORDER BY (due_at IS NULL AND taken_at IS NULL) DESC, id DESC LIMIT :limit
            """)
        .bind("webhook", webhook)
        .bind("limit", limit)
        .map(DELIVERY)
        .list();
  }

  /** Notes what came of an attempt. */
  void note(Handle handle, WebhookDelivery delivery) {
    handle
        .createUpdate(
            """
            UPDATE webhook_deliveries SET attempts = :attempts, due_at = :due, taken_at = :taken,
              outcome = :outcome
            WHERE id = :id
            """)
        .bind("attempts", delivery.attempts())
        .bind("due", millis(delivery.dueAt()))
        .bind("taken", millis(delivery.takenAt()))
        .bind("outcome", delivery.outcome())
        .bind("id", delivery.id())
        .execute();
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : Long.valueOf(time.toEpochMilli());
  }

  /** Number of all that an address was and is to be told. */
  int count(Handle handle, long webhook) {
    return handle
        .createQuery("SELECT count(*) FROM webhook_deliveries WHERE webhook_id = :webhook")
        .bind("webhook", webhook)
        .mapTo(Integer.class)
        .one();
  }

  /** Has one that was given up tried again, or all for null. */
  void resend(Handle handle, long webhook, @Nullable Long delivery, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE webhook_deliveries SET attempts = 0, due_at = :now
            WHERE webhook_id = :webhook AND due_at IS NULL AND taken_at IS NULL
              AND id = coalesce(:id, id)
            """)
        .bind("id", delivery)
        .bind("webhook", webhook)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Gives an address another secret. */
  void updateSecret(Handle handle, long webhook, String secret) {
    handle
        .createUpdate("UPDATE webhooks SET secret = :secret WHERE id = :id")
        .bind("secret", secret)
        .bind("id", webhook)
        .execute();
  }
}
