package prismq.t.script.versioning.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The SQL of tokens. All methods work in the handle's transaction. */
final class TokenStore {
  /** A token without its limit, which is in other tables. */
  private static Token token(ResultSet row, StatementContext context) throws SQLException {
    return new Token(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getString("name"),
        TokenRight.of(row.getString("access_right")),
        TokenLimit.NONE,
        Instant.ofEpochMilli(row.getLong("created_at")),
        time(row, "expires_at"),
        time(row, "used_at"),
        time(row, "revoked_at"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static final String SELECT =
      """
      SELECT id, account_id, name, access_right, created_at, expires_at, used_at, revoked_at
      FROM tokens
      """;

  /** Adds a token; its id is given by the database. */
  Token insert(Handle handle, Token token, String secretHash) {
    Token inserted =
        handle
            .createQuery(
                """
                INSERT INTO tokens (account_id, secret_hash, name, access_right, created_at,
                  expires_at)
                VALUES (:account, :hash, :name, :right, :created, :expires)
                RETURNING id, account_id, name, access_right, created_at, expires_at, used_at,
                  revoked_at
                """)
            .bind("account", token.accountId())
            .bind("hash", secretHash)
            .bind("name", token.name())
            .bind("right", token.right().word())
            .bind("created", token.createdAt().toEpochMilli())
            .bind("expires", millis(token.expiresAt()))
            .map(TokenStore::token)
            .one();
    insertLimit(handle, inserted.id(), "script", token.limit().scripts());
    insertLimit(handle, inserted.id(), "project", token.limit().projects());
    return withLimit(inserted, token.limit());
  }

  private static void insertLimit(Handle handle, long token, String kind, Set<Long> numbers) {
    for (long number : numbers) {
      handle
          .createUpdate("INSERT INTO token_<kind>s (token_id, <kind>_id) VALUES (:token, :number)")
          .define("kind", kind)
          .bind("token", token)
          .bind("number", number)
          .execute();
    }
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : Long.valueOf(time.toEpochMilli());
  }

  Optional<Token> find(Handle handle, String secretHash) {
    return handle
        .createQuery(SELECT + "WHERE secret_hash = :hash")
        .bind("hash", secretHash)
        .map(TokenStore::token)
        .findOne()
        .map(token -> withLimit(handle, token));
  }

  Optional<Token> find(Handle handle, long id) {
    return handle
        .createQuery(SELECT + "WHERE id = :id")
        .bind("id", id)
        .map(TokenStore::token)
        .findOne()
        .map(token -> withLimit(handle, token));
  }

  private static Token withLimit(Handle handle, Token token) {
    return withLimit(
        token,
        new TokenLimit(limit(handle, token.id(), "script"), limit(handle, token.id(), "project")));
  }

  private static Set<Long> limit(Handle handle, long token, String kind) {
    return new HashSet<>(
        handle
            .createQuery("SELECT <kind>_id FROM token_<kind>s WHERE token_id = :token")
            .define("kind", kind)
            .bind("token", token)
            .mapTo(Long.class)
            .list());
  }

  private static Token withLimit(Token token, TokenLimit limit) {
    return new Token(
        token.id(),
        token.accountId(),
        token.name(),
        token.right(),
        limit,
        token.createdAt(),
        token.expiresAt(),
        token.usedAt(),
        token.revokedAt());
  }

  /** All that were not revoked, newest first. */
  List<Token> list(Handle handle) {
    return handle
        .createQuery(SELECT + "WHERE revoked_at IS NULL ORDER BY id DESC")
        .map(TokenStore::token)
        .map(token -> withLimit(handle, token))
        .list();
  }

  /** Those of an account that were not revoked, newest first. */
  List<Token> list(Handle handle, long accountId) {
    return handle
        .createQuery(SELECT + "WHERE account_id = :account AND revoked_at IS NULL ORDER BY id DESC")
        .bind("account", accountId)
        .map(TokenStore::token)
        .map(token -> withLimit(handle, token))
        .list();
  }

  /** The ids of a token's scripts, in alphabetical order. */
  List<String> scriptIds(Handle handle, long tokenId) {
    return handle
        .createQuery(
            """
            SELECT s.script_id FROM token_scripts t JOIN scripts s ON s.id = t.script_id
            WHERE t.token_id = :token ORDER BY s.script_id
            """)
        .bind("token", tokenId)
        .mapTo(String.class)
        .list();
  }

  /** The names of a token's projects by their numbers, in alphabetical order. */
  Map<Long, String> projectNames(Handle handle, long tokenId) {
    return handle
        .createQuery(
            """
            SELECT p.id, p.name FROM token_projects t JOIN projects p ON p.id = t.project_id
            WHERE t.token_id = :token ORDER BY p.name
            """)
        .bind("token", tokenId)
        .reduceRows(
            new LinkedHashMap<>(),
            (names, row) -> {
              names.put(row.getColumn("id", Long.class), row.getColumn("name", String.class));
              return names;
            });
  }

  /** The row of a project. */
  Optional<Long> project(Handle handle, String name) {
    return handle
        .createQuery("SELECT id FROM projects WHERE name = :name")
        .bind("name", name)
        .mapTo(Long.class)
        .findOne();
  }

  /** The row of a script. */
  Optional<Long> script(Handle handle, String scriptId) {
    return handle
        .createQuery("SELECT id FROM scripts WHERE script_id = :script")
        .bind("script", scriptId)
        .mapTo(Long.class)
        .findOne();
  }

  void touch(Handle handle, long id, Instant now) {
    handle
        .createUpdate("UPDATE tokens SET used_at = :now WHERE id = :id")
        .bind("id", id)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Gives the number of tokens revoked: none where it was before. */
  int revoke(Handle handle, long id, Instant now) {
    return handle
        .createUpdate("UPDATE tokens SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
        .bind("id", id)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Writes beside a version which token saved it. */
  void recordSave(Handle handle, long tokenId, String scriptId, int versionNumber) {
    handle
        .createUpdate(
            """
            UPDATE script_versions SET saved_by = :token
            WHERE script_id = (SELECT id FROM scripts WHERE script_id = :script)
              AND version_number = :version
            """)
        .bind("token", tokenId)
        .bind("script", scriptId)
        .bind("version", versionNumber)
        .execute();
  }

  /** The token that saved a version; empty where none did. */
  Optional<TokenSave> save(Handle handle, String scriptId, int versionNumber) {
    return handle
        .createQuery(
            """
            SELECT t.name AS token_name, a.name AS owner_name
            FROM scripts s
            JOIN script_versions v ON v.script_id = s.id AND v.version_number = :version
            JOIN tokens t ON t.id = v.saved_by
            JOIN accounts a ON a.id = t.account_id
            WHERE s.script_id = :script
            """)
        .bind("script", scriptId)
        .bind("version", versionNumber)
        .map(
            (row, context) ->
                new TokenSave(row.getString("token_name"), row.getString("owner_name")))
        .findOne();
  }
}
