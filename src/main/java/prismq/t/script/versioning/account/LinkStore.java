package prismq.t.script.versioning.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The SQL of links that work once. All methods work in the handle's transaction. */
final class LinkStore {
  private static final RowMapper<SingleUseLink> LINK =
      (row, context) -> {
        @Nullable String role = row.getString("role");
        long id = row.getLong("account_id");
        @Nullable Long accountId = row.wasNull() ? null : Long.valueOf(id);
        return new SingleUseLink(
            row.getString("secret_hash"),
            LinkPurpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
            role == null ? null : Role.of(role),
            accountId,
            row.getString("email"),
            Instant.ofEpochMilli(row.getLong("created_at")),
            Instant.ofEpochMilli(row.getLong("expires_at")));
      };

  void insert(Handle handle, SingleUseLink link) {
    @Nullable Role role = link.role();
    handle
        .createUpdate(
            """
            INSERT INTO single_use_links
              (secret_hash, purpose, role, account_id, email, created_at, expires_at)
            VALUES (:hash, :purpose, :role, :account, :email, :created, :expires)
            """)
        .bind("hash", link.secretHash())
        .bind("purpose", link.purpose().word())
        .bind("role", role == null ? null : role.word())
        .bind("account", link.accountId())
        .bind("email", link.email())
        .bind("created", link.createdAt().toEpochMilli())
        .bind("expires", link.expiresAt().toEpochMilli())
        .execute();
  }

  /** One that can still be used. */
  Optional<SingleUseLink> find(Handle handle, String secretHash, LinkPurpose purpose, Instant now) {
    return handle
        .createQuery(
            """
            SELECT * FROM single_use_links
            WHERE secret_hash = :hash AND purpose = :purpose AND used_at IS NULL
              AND expires_at > :now
            """)
        .bind("hash", secretHash)
        .bind("purpose", purpose.word())
        .bind("now", now.toEpochMilli())
        .map(LINK)
        .findOne();
  }

  /** Those that can still be used, newest first. */
  List<SingleUseLink> list(Handle handle, LinkPurpose purpose, Instant now) {
    return handle
        .createQuery(
            """
            SELECT * FROM single_use_links
            WHERE purpose = :purpose AND used_at IS NULL AND expires_at > :now
            ORDER BY created_at DESC, secret_hash
            """)
        .bind("purpose", purpose.word())
        .bind("now", now.toEpochMilli())
        .map(LINK)
        .list();
  }

  void use(Handle handle, SingleUseLink link, Instant now) {
    handle
        .createUpdate("UPDATE single_use_links SET used_at = :now WHERE secret_hash = :hash")
        .bind("hash", link.secretHash())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  void delete(Handle handle, String secretHash, LinkPurpose purpose) {
    handle
        .createUpdate(
            "DELETE FROM single_use_links WHERE secret_hash = :hash AND purpose = :purpose")
        .bind("hash", secretHash)
        .bind("purpose", purpose.word())
        .execute();
  }

  void deleteAll(Handle handle, LinkPurpose purpose) {
    handle
        .createUpdate("DELETE FROM single_use_links WHERE purpose = :purpose")
        .bind("purpose", purpose.word())
        .execute();
  }

  /** Deletes those that reset the password of an account. */
  void deleteResets(Handle handle, long accountId) {
    handle
        .createUpdate("DELETE FROM single_use_links WHERE account_id = :account")
        .bind("account", accountId)
        .execute();
  }
}
