package prismq.t.script.versioning.notification;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of private feeds. All methods work in the handle's transaction. */
final class PrivateFeedStore {
  /** When somebody's address was made; empty where they have none. */
  Optional<Instant> madeAt(Handle handle, long account) {
    return handle
        .createQuery("SELECT created_at FROM private_feeds WHERE account_id = :account")
        .bind("account", account)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /** Whose address it is that a secret with this hash stands in. */
  Optional<Long> account(Handle handle, String secretHash) {
    return handle
        .createQuery("SELECT account_id FROM private_feeds WHERE secret_hash = :hash")
        .bind("hash", secretHash)
        .mapTo(Long.class)
        .findOne();
  }

  /** Gives somebody an address, in place of the one that they had. */
  void put(Handle handle, long account, String secretHash, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO private_feeds (account_id, secret_hash, created_at)
            VALUES (:account, :hash, :now)
            ON CONFLICT (account_id) DO UPDATE SET
              secret_hash = excluded.secret_hash, created_at = excluded.created_at
            """)
        .bind("account", account)
        .bind("hash", secretHash)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  void delete(Handle handle, long account) {
    handle
        .createUpdate("DELETE FROM private_feeds WHERE account_id = :account")
        .bind("account", account)
        .execute();
  }
}
