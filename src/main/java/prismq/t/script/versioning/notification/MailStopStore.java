package prismq.t.script.versioning.notification;

import org.jdbi.v3.core.Handle;

/** The SQL of people who want no mails. All methods work in the handle's transaction. */
final class MailStopStore {
  boolean has(Handle handle, long account) {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM mail_stops WHERE account_id = :account)")
        .bind("account", account)
        .mapTo(Boolean.class)
        .one();
  }

  void add(Handle handle, long account) {
    handle
        .createUpdate(
            "INSERT INTO mail_stops (account_id) VALUES (:account) ON CONFLICT DO NOTHING")
        .bind("account", account)
        .execute();
  }

  void delete(Handle handle, long account) {
    handle
        .createUpdate("DELETE FROM mail_stops WHERE account_id = :account")
        .bind("account", account)
        .execute();
  }
}
