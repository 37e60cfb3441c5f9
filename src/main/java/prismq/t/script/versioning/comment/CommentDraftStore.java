package prismq.t.script.versioning.comment;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.anchor.Anchor;

/** The SQL of drafts of comments. All methods work in the handle's transaction. */
final class CommentDraftStore {
  private static final String OWN =
      """
      FROM comment_drafts
      WHERE script_id = (SELECT s.id FROM scripts s WHERE s.script_id = :script)
        AND coalesce(account_id, 0) = :account
      """;

  private static final RowMapper<CommentDraft> DRAFT =
      (row, context) -> {
        long account = row.getLong("account_id");
        @Nullable Long accountId = row.wasNull() ? null : account;
        long thread = row.getLong("thread_id");
        @Nullable Long answered = row.wasNull() ? null : thread;
        return new CommentDraft(
            row.getLong("id"),
            new Commenter(row.getString("author"), accountId),
            answered == null ? ThreadStore.ANCHOR.map(row, context) : null,
            answered,
            row.getString("body"),
            Instant.ofEpochMilli(row.getLong("created_at")));
      };

  /** Somebody's drafts in a script, oldest first. */
  List<CommentDraft> list(Handle handle, String scriptId, Commenter by) {
    return handle
        .createQuery("SELECT * " + OWN + " ORDER BY id")
        .bind("script", scriptId)
        .bind("account", owner(by))
        .map(DRAFT)
        .list();
  }

  /** Adds one; its number. */
  long add(
      Handle handle,
      String scriptId,
      @Nullable Anchor anchor,
      @Nullable Long thread,
      Commenter by,
      String body,
      Instant now) {
    return handle
        .createQuery(
            """
            INSERT INTO comment_drafts (script_id, account_id, author, thread_id, version_number,
              byte_start, byte_end, point_start, point_end, quote, words_before, words_after, body,
              created_at)
            SELECT id, :account, :author, :thread, :version, :byteStart, :byteEnd, :pointStart,
              :pointEnd, :quote, :before, :after, :body, :now
            FROM scripts WHERE script_id = :script
            RETURNING id
            """)
        .bind("script", scriptId)
        .bind("account", by.account())
        .bind("author", by.name())
        .bind("thread", thread)
        .bind("version", anchor == null ? null : anchor.version())
        .bind("byteStart", anchor == null ? null : anchor.bytes().start())
        .bind("byteEnd", anchor == null ? null : anchor.bytes().end())
        .bind("pointStart", anchor == null ? null : anchor.range().start())
        .bind("pointEnd", anchor == null ? null : anchor.range().end())
        .bind("quote", anchor == null ? null : anchor.quote())
        .bind("before", anchor == null ? null : anchor.before())
        .bind("after", anchor == null ? null : anchor.after())
        .bind("body", body)
        .bind("now", now.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  /** Gives one of somebody's drafts another body; whether there was one. */
  boolean change(Handle handle, String scriptId, Commenter by, long draft, String body) {
    return handle
            .createUpdate(
                "UPDATE comment_drafts SET body = :body WHERE id IN (SELECT id "
                    + OWN
                    + " AND id = :draft)")
            .bind("script", scriptId)
            .bind("account", owner(by))
            .bind("draft", draft)
            .bind("body", body)
            .execute()
        > 0;
  }

  /** Removes one of somebody's drafts; whether there was one. */
  boolean remove(Handle handle, String scriptId, Commenter by, long draft) {
    return handle
            .createUpdate("DELETE " + OWN + " AND id = :draft")
            .bind("script", scriptId)
            .bind("account", owner(by))
            .bind("draft", draft)
            .execute()
        > 0;
  }

  private static long owner(Commenter by) {
    return by.account() == null ? 0 : by.account();
  }
}
