package prismq.t.script.versioning.account;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The SQL of browsers sent to a provider. All methods work in the handle's transaction. */
final class BegunSignOnStore {
  private static final RowMapper<BegunSignOn> BEGUN =
      (row, context) -> {
        String next = row.getString("next");
        long accountId = row.getLong("account_id");
        return new BegunSignOn(next, row.wasNull() ? null : Long.valueOf(accountId));
      };

  void insert(Handle handle, String secretHash, BegunSignOn begun, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO begun_sign_ons (secret_hash, next, account_id, created_at)
            VALUES (:hash, :next, :account, :now)
            """)
        .bind("hash", secretHash)
        .bind("next", begun.next())
        .bind("account", begun.accountId())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Takes one away that was begun no earlier than this. */
  Optional<BegunSignOn> take(Handle handle, String secretHash, Instant earliest) {
    deleteOlder(handle, earliest);
    return handle
        .createQuery(
            "DELETE FROM begun_sign_ons WHERE secret_hash = :hash RETURNING next, account_id")
        .bind("hash", secretHash)
        .map(BEGUN)
        .findOne();
  }

  void deleteOlder(Handle handle, Instant earliest) {
    handle
        .createUpdate("DELETE FROM begun_sign_ons WHERE created_at < :earliest")
        .bind("earliest", earliest.toEpochMilli())
        .execute();
  }
}
