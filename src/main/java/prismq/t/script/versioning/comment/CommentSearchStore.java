package prismq.t.script.versioning.comment;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.search.FoundComment;
import prismq.t.script.versioning.search.SoughtComments;

/** The SQL that reads comments to search them. */
final class CommentSearchStore {
  /** The comments that fit, newest first. */
  List<FoundComment> find(
      Handle handle, ReadableScripts readable, SoughtComments sought, int most) {
    return handle
        .createQuery(
            """
            SELECT s.script_id, s.title, t.id, t.quote, c.author, c.created_at, c.body
            FROM comments c JOIN threads t ON t.id = c.thread_id
            JOIN scripts s ON s.id = t.script_id
            WHERE (s.id IN (SELECT value FROM json_each(:scripts))) = :only
              AND c.body IS NOT NULL
            ORDER BY c.id DESC
            """)
        .bind("scripts", readable.json())
        .bind("only", readable.isOnlyThese() ? 1 : 0)
        .map(
            (row, context) ->
                new FoundComment(
                    row.getString("script_id"),
                    row.getString("title"),
                    row.getLong("id"),
                    row.getString("quote"),
                    row.getString("author"),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    row.getString("body")))
        .stream()
        .filter(found -> sought.fits(found.scriptId(), found.author(), found.text()))
        .limit(most)
        .toList();
  }
}
