package prismq.t.script.versioning.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The SQL of accounts. All methods work in the handle's transaction. */
final class AccountStore {
  static final RowMapper<Account> ACCOUNT =
      (row, context) ->
          new Account(
              row.getLong("id"),
              row.getString("name"),
              row.getString("email"),
              ZoneId.of(row.getString("time_zone")),
              row.getString("language"),
              Role.of(row.getString("role")),
              row.getBoolean("is_disabled"));

  private static final String SELECT =
      "SELECT id, name, email, time_zone, language, role, is_disabled FROM accounts ";

  boolean isEmpty(Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM accounts").mapTo(Integer.class).one() == 0;
  }

  /** By name. */
  List<Account> list(Handle handle) {
    return handle.createQuery(SELECT + "ORDER BY name, email_key").map(ACCOUNT).list();
  }

  Optional<Account> find(Handle handle, long id) {
    return handle.createQuery(SELECT + "WHERE id = :id").bind("id", id).map(ACCOUNT).findOne();
  }

  Optional<Account> find(Handle handle, String email) {
    return handle
        .createQuery(SELECT + "WHERE email_key = :key")
        .bind("key", Account.emailKey(email))
        .map(ACCOUNT)
        .findOne();
  }

  String passwordHash(Handle handle, Account account) {
    return handle
        .createQuery("SELECT password_hash FROM accounts WHERE id = :id")
        .bind("id", account.id())
        .mapTo(String.class)
        .one();
  }

  /** Whether it has a password; one that somebody else vouches for may have none. */
  boolean hasPassword(Handle handle, long accountId) {
    return handle
        .createQuery("SELECT password_hash <> '' FROM accounts WHERE id = :id")
        .bind("id", accountId)
        .mapTo(Boolean.class)
        .one();
  }

  /** Whether an admin named its e-mail address. */
  boolean isEmailVouched(Handle handle, long accountId) {
    return handle
        .createQuery("SELECT is_email_vouched FROM accounts WHERE id = :id")
        .bind("id", accountId)
        .mapTo(Boolean.class)
        .one();
  }

  /** Has the e-mail address count as what its owner typed. */
  void setEmailUnvouched(Handle handle, long accountId) {
    handle
        .createUpdate("UPDATE accounts SET is_email_vouched = FALSE WHERE id = :id")
        .bind("id", accountId)
        .execute();
  }

  /** Number of admins who are not disabled and have a password. */
  int adminWithPasswordCount(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) FROM accounts
            WHERE role = :role AND NOT is_disabled AND password_hash <> ''
            """)
        .bind("role", Role.ADMIN.word())
        .mapTo(Integer.class)
        .one();
  }

  /** Number of admins who are not disabled. */
  int adminCount(Handle handle) {
    return handle
        .createQuery("SELECT COUNT(*) FROM accounts WHERE role = :role AND NOT is_disabled")
        .bind("role", Role.ADMIN.word())
        .mapTo(Integer.class)
        .one();
  }

  /** Adds an account; its id is given by the database. */
  Account insert(Handle handle, Account account, String passwordHash, Instant now) {
    return handle
        .createQuery(
            """
            INSERT INTO accounts (name, email, email_key, time_zone, language, role,
              password_hash, is_disabled, created_at)
            VALUES (:name, :email, :key, :zone, :language, :role, :password, :disabled, :now)
            RETURNING id, name, email, time_zone, language, role, is_disabled
            """)
        .bind("name", account.name())
        .bind("email", account.email())
        .bind("key", Account.emailKey(account.email()))
        .bind("zone", account.timeZone().getId())
        .bind("language", account.language())
        .bind("role", account.role().word())
        .bind("password", passwordHash)
        .bind("disabled", account.isDisabled())
        .bind("now", now.toEpochMilli())
        .map(ACCOUNT)
        .one();
  }

  /** Keeps what is to be another about an account, found by its id. */
  void update(Handle handle, Account account) {
    handle
        .createUpdate(
            """
            UPDATE accounts SET name = :name, email = :email, email_key = :key, time_zone = :zone,
              language = :language, role = :role, is_disabled = :disabled
            WHERE id = :id
            """)
        .bind("id", account.id())
        .bind("name", account.name())
        .bind("email", account.email())
        .bind("key", Account.emailKey(account.email()))
        .bind("zone", account.timeZone().getId())
        .bind("language", account.language())
        .bind("role", account.role().word())
        .bind("disabled", account.isDisabled())
        .execute();
  }

  void updatePassword(Handle handle, long accountId, String passwordHash) {
    handle
        .createUpdate("UPDATE accounts SET password_hash = :password WHERE id = :id")
        .bind("id", accountId)
        .bind("password", passwordHash)
        .execute();
  }
}
