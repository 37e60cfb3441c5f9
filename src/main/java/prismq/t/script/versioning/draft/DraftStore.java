package prismq.t.script.versioning.draft;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import prismq.t.script.versioning.core.delta.DeltaReader;

/** The SQL of drafts. All methods work in the handle's transaction. */
final class DraftStore {
  private static final RowMapper<StoredDraft> DRAFT =
      (row, context) ->
          new StoredDraft(
              row.getLong("id"),
              row.getString("page_key"),
              row.getLong("revision"),
              fields(row),
              Instant.ofEpochMilli(row.getLong("saved_at")));

  private static final RowMapper<DraftRow> ROW =
      (row, context) ->
          new DraftRow(
              row.getLong("id"),
              row.getString("script"),
              row.getString("title"),
              row.getString("branch"),
              Instant.ofEpochMilli(row.getLong("saved_at")));

  private static final String OF_PLACE =
      """
      WHERE account_id = :account
        AND coalesce(script_id, 0) =
          coalesce((SELECT s.id FROM scripts s WHERE s.script_id = :script), 0)
        AND coalesce(branch_number, 0) = :branch
      """;

  private static final String OF_PERSON = "WHERE id = :id AND account_id = :account";

  private static final String HEAD = "SELECT id, page_key, revision FROM drafts ";

  private static final RowMapper<DraftHead> DRAFT_HEAD =
      (row, context) ->
          new DraftHead(row.getLong("id"), row.getString("page_key"), row.getLong("revision"));

  private static DraftFields fields(ResultSet row) throws SQLException {
    int filledFrom = row.getInt("filled_from");
    boolean isFilled = !row.wasNull();
    return new DraftFields(
        row.getString("title"),
        row.getString("typed_id"),
        content(row.getBytes("content"), row.getInt("size_bytes")),
        row.getString("change_description"),
        row.getInt("base_version"),
        isFilled ? Integer.valueOf(filledFrom) : null,
        row.getString("new_branch"));
  }

  private static String content(byte[] stored, int size) {
    try (DeltaReader reader = new DeltaReader()) {
      reader.decompress(stored, size);
      return new String(reader.content(), StandardCharsets.UTF_8);
    }
  }

  private static <S extends SqlStatement<S>> S bound(S statement, DraftPlace place) {
    return statement
        .bind("account", place.accountId())
        .bind("script", place.scriptId())
        .bind("branch", place.branchNumber());
  }

  Optional<StoredDraft> find(Handle handle, DraftPlace place) {
    return bound(handle.createQuery("SELECT * FROM drafts " + OF_PLACE), place)
        .map(DRAFT)
        .findOne();
  }

  /** One of this person's, by its number. */
  Optional<StoredDraft> find(Handle handle, long accountId, long id) {
    return handle
        .createQuery("SELECT * FROM drafts " + OF_PERSON)
        .bind("account", accountId)
        .bind("id", id)
        .map(DRAFT)
        .findOne();
  }

  Optional<DraftHead> head(Handle handle, DraftPlace place) {
    return bound(handle.createQuery(HEAD + OF_PLACE), place).map(DRAFT_HEAD).findOne();
  }

  Optional<DraftHead> head(Handle handle, long accountId, long id) {
    return handle
        .createQuery(HEAD + OF_PERSON)
        .bind("account", accountId)
        .bind("id", id)
        .map(DRAFT_HEAD)
        .findOne();
  }

  /** All of this person's, newest first. */
  List<DraftRow> rows(Handle handle, long accountId) {
    return handle
        .createQuery(
            """
            SELECT d.id, s.script_id AS script, coalesce(s.title, d.title) AS title, b.name AS branch,
              d.saved_at
            FROM drafts d
            LEFT JOIN scripts s ON s.id = d.script_id
            LEFT JOIN branches b ON b.script_id = d.script_id AND b.branch_number = d.branch_number
            WHERE d.account_id = :account
            ORDER BY d.saved_at DESC, d.id DESC
            """)
        .bind("account", accountId)
        .map(ROW)
        .list();
  }

  int count(Handle handle, long accountId) {
    return handle
        .createQuery("SELECT count(*) FROM drafts WHERE account_id = :account")
        .bind("account", accountId)
        .mapTo(Integer.class)
        .one();
  }

  void insert(Handle handle, DraftPlace place, NewDraft draft) {
    Update insert =
        handle.createUpdate(
            """
            INSERT INTO drafts (account_id, script_id, branch_number, page_key, revision,
              base_version, filled_from, title, typed_id, content, size_bytes,
              change_description, new_branch, saved_at)
            VALUES (:account, (SELECT s.id FROM scripts s WHERE s.script_id = :script),
              nullif(:branch, 0), :key, :revision, :base, :filled_from, :title, :typed_id,
              :content, :size, :description, :new_branch, :now)
            """);
    bound(bound(insert, place), draft).execute();
  }

  /** Puts another one of the same place where one was. */
  void replace(Handle handle, long id, NewDraft draft) {
    Update update =
        handle.createUpdate(
            """
            UPDATE drafts SET page_key = :key, revision = :revision, base_version = :base,
              filled_from = :filled_from, title = :title, typed_id = :typed_id,
              content = :content, size_bytes = :size, change_description = :description,
              new_branch = :new_branch, saved_at = :now
            WHERE id = :id
            """);
    bound(update.bind("id", id), draft).execute();
  }

  private static Update bound(Update update, NewDraft draft) {
    DraftFields fields = draft.fields();
    return update
        .bind("key", draft.pageKey())
        .bind("revision", draft.revision())
        .bind("base", fields.baseVersion())
        .bind("filled_from", fields.filledFrom())
        .bind("title", fields.title())
        .bind("typed_id", fields.typedId())
        .bind("content", draft.compressed())
        .bind("size", draft.sizeBytes())
        .bind("description", fields.changeDescription())
        .bind("new_branch", fields.newBranch())
        .bind("now", draft.savedAt().toEpochMilli());
  }

  void delete(Handle handle, long id) {
    handle.createUpdate("DELETE FROM drafts WHERE id = :id").bind("id", id).execute();
  }

  void deleteOlder(Handle handle, Instant earliest) {
    handle
        .createUpdate("DELETE FROM drafts WHERE saved_at < :earliest")
        .bind("earliest", earliest.toEpochMilli())
        .execute();
  }
}
