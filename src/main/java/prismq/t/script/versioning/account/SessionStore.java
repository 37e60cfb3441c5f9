package prismq.t.script.versioning.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The SQL of sessions. All methods work in the handle's transaction. */
final class SessionStore {
  private static final RowMapper<Session> SESSION =
      (row, context) ->
          new Session(
              row.getString("secret_hash"),
              row.getLong("account_id"),
              row.getString("device"),
              row.getString("address"),
              Instant.ofEpochMilli(row.getLong("created_at")),
              Instant.ofEpochMilli(row.getLong("used_at")));

  void insert(Handle handle, Session session) {
    handle
        .createUpdate(
            """
            INSERT INTO sessions (secret_hash, account_id, device, address, created_at, used_at)
            VALUES (:hash, :account, :device, :address, :created, :used)
            """)
        .bind("hash", session.secretHash())
        .bind("account", session.accountId())
        .bind("device", session.device())
        .bind("address", session.address())
        .bind("created", session.createdAt().toEpochMilli())
        .bind("used", session.usedAt().toEpochMilli())
        .execute();
  }

  Optional<Session> find(Handle handle, String secretHash) {
    return handle
        .createQuery("SELECT * FROM sessions WHERE secret_hash = :hash")
        .bind("hash", secretHash)
        .map(SESSION)
        .findOne();
  }

  /** Those used last first. */
  List<Session> list(Handle handle, long accountId) {
    return handle
        .createQuery(
            "SELECT * FROM sessions WHERE account_id = :account ORDER BY used_at DESC, secret_hash")
        .bind("account", accountId)
        .map(SESSION)
        .list();
  }

  void touch(Handle handle, String secretHash, Instant now) {
    handle
        .createUpdate("UPDATE sessions SET used_at = :now WHERE secret_hash = :hash")
        .bind("hash", secretHash)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  void delete(Handle handle, long accountId, String secretHash) {
    handle
        .createUpdate("DELETE FROM sessions WHERE secret_hash = :hash AND account_id = :account")
        .bind("hash", secretHash)
        .bind("account", accountId)
        .execute();
  }

  /** Deletes those of an account but one; all where that is not among them. Gives their number. */
  int deleteOthers(Handle handle, long accountId, String kept) {
    return handle
        .createUpdate("DELETE FROM sessions WHERE account_id = :account AND secret_hash <> :kept")
        .bind("account", accountId)
        .bind("kept", kept)
        .execute();
  }

  /** Deletes those that have ended by themselves. */
  void deleteDead(Handle handle, Instant now) {
    handle
        .createUpdate("DELETE FROM sessions WHERE created_at <= :oldest OR used_at <= :idle")
        .bind("oldest", now.minus(Session.MAX_AGE).toEpochMilli())
        .bind("idle", now.minus(Session.MAX_IDLE).toEpochMilli())
        .execute();
  }
}
