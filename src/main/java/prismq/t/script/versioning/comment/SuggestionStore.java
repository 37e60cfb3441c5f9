package prismq.t.script.versioning.comment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.anchor.Anchor;

/** The SQL of suggestions. All methods work in the handle's transaction. */
final class SuggestionStore {
  private static final String SUGGESTIONS =
      """
      SELECT g.* FROM suggestions g JOIN scripts s ON s.id = g.script_id
      WHERE s.script_id = :script
      """;

  private static final RowMapper<Suggestion> SUGGESTION =
      (row, context) -> {
        long account = row.getLong("account_id");
        @Nullable Long accountId = row.wasNull() ? null : account;
        int accepted = row.getInt("accepted_in");
        @Nullable Integer acceptedIn = row.wasNull() ? null : accepted;
        long decided = row.getLong("decided_at");
        @Nullable SuggestionDecision decision =
            row.wasNull()
                ? null
                : new SuggestionDecision(
                    Instant.ofEpochMilli(decided),
                    row.getString("decided_by"),
                    acceptedIn,
                    row.getString("decision_reason"));
        return new Suggestion(
            row.getLong("id"),
            ThreadStore.ANCHOR.map(row, context),
            row.getString("replacement"),
            row.getString("reason"),
            new Commenter(row.getString("author"), accountId),
            Instant.ofEpochMilli(row.getLong("created_at")),
            decision);
      };

  /** The suggestions for a script, oldest first. */
  List<Suggestion> list(Handle handle, String scriptId) {
    return handle
        .createQuery(SUGGESTIONS + " ORDER BY g.id")
        .bind("script", scriptId)
        .map(SUGGESTION)
        .list();
  }

  /** One of them, by its number. */
  Optional<Suggestion> find(Handle handle, String scriptId, long suggestion) {
    return handle
        .createQuery(SUGGESTIONS + " AND g.id = :suggestion")
        .bind("script", scriptId)
        .bind("suggestion", suggestion)
        .map(SUGGESTION)
        .findOne();
  }

  /** Number of those that nobody decided on. */
  int open(Handle handle, String scriptId) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM suggestions g JOIN scripts s ON s.id = g.script_id
            WHERE s.script_id = :script AND g.decided_at IS NULL
            """)
        .bind("script", scriptId)
        .mapTo(Integer.class)
        .one();
  }

  /** Keeps a new one, whose number is not used; its number. */
  long add(Handle handle, String scriptId, Suggestion suggestion) {
    Anchor anchor = suggestion.anchor();
    return handle
        .createQuery(
            """
            INSERT INTO suggestions (
              script_id, version_number, byte_start, byte_end, point_start, point_end,
              quote, words_before, words_after, replacement, reason, account_id, author, created_at)
            SELECT id, :version, :byteStart, :byteEnd, :pointStart, :pointEnd,
              :quote, :before, :after, :replacement, :reason, :account, :author, :now
            FROM scripts WHERE script_id = :script
            RETURNING id
            """)
        .bind("script", scriptId)
        .bind("version", anchor.version())
        .bind("byteStart", anchor.bytes().start())
        .bind("byteEnd", anchor.bytes().end())
        .bind("pointStart", anchor.range().start())
        .bind("pointEnd", anchor.range().end())
        .bind("quote", anchor.quote())
        .bind("before", anchor.before())
        .bind("after", anchor.after())
        .bind("replacement", suggestion.replacement())
        .bind("reason", suggestion.reason())
        .bind("account", suggestion.by().account())
        .bind("author", suggestion.by().name())
        .bind("now", suggestion.createdAt().toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  /**
   * Says what became of one.
   *
   * @return false if that was said before, and nothing was changed
   */
  boolean decide(Handle handle, long suggestion, SuggestionDecision decision) {
    return handle
            .createUpdate(
                """
                UPDATE suggestions SET decided_at = :at, decided_by = :by,
                  accepted_in = :version, decision_reason = :reason
                WHERE id = :suggestion AND decided_at IS NULL
                """)
            .bind("suggestion", suggestion)
            .bind("at", decision.at().toEpochMilli())
            .bind("by", decision.by())
            .bind("version", decision.acceptedIn())
            .bind("reason", decision.reason())
            .execute()
        == 1;
  }

  /** The version of a script that was saved last, also in this very transaction. */
  int lastVersion(Handle handle, String scriptId) {
    return handle
        .createQuery(
            """
            SELECT max(v.version_number) FROM script_versions v JOIN scripts s ON s.id = v.script_id
            WHERE s.script_id = :script
            """)
        .bind("script", scriptId)
        .mapTo(Integer.class)
        .one();
  }
}
