package prismq.t.script.versioning.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The SQL of whom comments name. All methods work in the handle's transaction. */
final class MentionStore {
  /** Whom the comments of a script name, by the comments' numbers. */
  Map<Long, List<Mention>> list(Handle handle, String scriptId) {
    Map<Long, List<Mention>> mentions = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT m.comment_id, m.account_id, m.name AS written, a.name
            FROM comment_mentions m JOIN accounts a ON a.id = m.account_id
            JOIN comments c ON c.id = m.comment_id JOIN threads t ON t.id = c.thread_id
            JOIN scripts s ON s.id = t.script_id WHERE s.script_id = :script
            """)
        .bind("script", scriptId)
        .map(
            (row, context) -> {
              mentions
                  .computeIfAbsent(row.getLong("comment_id"), id -> new ArrayList<>())
                  .add(
                      new Mention(
                          row.getLong("account_id"),
                          row.getString("written"),
                          row.getString("name")));
              return true;
            })
        .list();
    return mentions;
  }

  /** Says whom a comment names, whomever it named before. */
  void set(Handle handle, long comment, List<Mention> mentions) {
    handle
        .createUpdate("DELETE FROM comment_mentions WHERE comment_id = :comment")
        .bind("comment", comment)
        .execute();
    for (Mention mention : mentions) {
      handle
          .createUpdate(
              """
              INSERT INTO comment_mentions (comment_id, account_id, name)
              VALUES (:comment, :account, :name)
              """)
          .bind("comment", comment)
          .bind("account", mention.account())
          .bind("name", mention.written())
          .execute();
    }
  }
}
