package prismq.t.script.versioning.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The SQL of identities at providers. All methods work in the handle's transaction. */
final class IdentityStore {
  /** The id of the account of an identity. */
  Optional<Long> accountId(Handle handle, ProvenIdentity identity) {
    return handle
        .createQuery(
            "SELECT account_id FROM identities WHERE issuer = :issuer AND subject = :subject")
        .bind("issuer", identity.issuer())
        .bind("subject", identity.subject())
        .mapTo(Long.class)
        .findOne();
  }

  boolean has(Handle handle, long accountId, String issuer) {
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM identities WHERE account_id = :account AND issuer = :issuer")
            .bind("account", accountId)
            .bind("issuer", issuer)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** The ids of all accounts that have one at an issuer. */
  Set<Long> accountIds(Handle handle, String issuer) {
    return handle
        .createQuery("SELECT account_id FROM identities WHERE issuer = :issuer")
        .bind("issuer", issuer)
        .mapTo(Long.class)
        .set();
  }

  void insert(Handle handle, ProvenIdentity identity, long accountId, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO identities (issuer, subject, account_id, created_at)
            VALUES (:issuer, :subject, :account, :now)
            """)
        .bind("issuer", identity.issuer())
        .bind("subject", identity.subject())
        .bind("account", accountId)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  void delete(Handle handle, long accountId, String issuer) {
    handle
        .createUpdate("DELETE FROM identities WHERE account_id = :account AND issuer = :issuer")
        .bind("account", accountId)
        .bind("issuer", issuer)
        .execute();
  }
}
