package prismq.t.script.versioning.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.CommentThread.Resolution;
import prismq.t.script.versioning.core.anchor.Anchor;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.CodePointRange;

/** The SQL of threads and their comments. All methods work in the handle's transaction. */
final class ThreadStore {
  private static final String THREADS =
      """
      SELECT t.* FROM threads t JOIN scripts s ON s.id = t.script_id
      WHERE s.script_id = :script
      """;

  private static final String COMMENTS =
      """
      SELECT c.* FROM comments c JOIN threads t ON t.id = c.thread_id
      JOIN scripts s ON s.id = t.script_id WHERE s.script_id = :script
      """;

  private static final String ANSWERS =
      """
      SELECT a.* FROM thread_answers a JOIN threads t ON t.id = a.thread_id
      JOIN scripts s ON s.id = t.script_id WHERE s.script_id = :script
      """;

  private static final String OF_ONE = " AND t.id = :thread";

  static final RowMapper<Anchor> ANCHOR =
      (row, context) ->
          new Anchor(
              row.getInt("version_number"),
              new ByteRange(row.getInt("byte_start"), row.getInt("byte_end")),
              new CodePointRange(row.getInt("point_start"), row.getInt("point_end")),
              row.getString("quote"),
              row.getString("words_before"),
              row.getString("words_after"));

  private static Comment comment(ResultSet row, Map<Long, List<Mention>> mentions)
      throws SQLException {
    long edited = row.getLong("edited_at");
    @Nullable Instant editedAt = row.wasNull() ? null : Instant.ofEpochMilli(edited);
    long account = row.getLong("account_id");
    @Nullable Long accountId = row.wasNull() ? null : account;
    long id = row.getLong("id");
    return new Comment(
        id,
        new Commenter(row.getString("author"), accountId, row.getString("visit")),
        row.getString("body"),
        mentions.getOrDefault(id, List.of()),
        Instant.ofEpochMilli(row.getLong("created_at")),
        editedAt);
  }

  private final MentionStore mentions = new MentionStore();

  /** A row that belongs to a thread. */
  private record ThreadPart<T>(long thread, T value) {}

  /** The threads of a script, oldest first. */
  List<CommentThread> list(Handle handle, String scriptId) {
    return read(
        mentions.list(handle, scriptId),
        handle.createQuery(THREADS + " ORDER BY t.id").bind("script", scriptId),
        handle.createQuery(COMMENTS + " ORDER BY c.id").bind("script", scriptId),
        handle.createQuery(ANSWERS + " ORDER BY a.version_number").bind("script", scriptId));
  }

  /** One of them, by its number. */
  Optional<CommentThread> find(Handle handle, String scriptId, long thread) {
    return read(
            mentions.list(handle, scriptId),
            one(handle, THREADS + OF_ONE, scriptId, thread),
            one(handle, COMMENTS + OF_ONE + " ORDER BY c.id", scriptId, thread),
            one(handle, ANSWERS + OF_ONE + " ORDER BY a.version_number", scriptId, thread))
        .stream()
        .findFirst();
  }

  private static Query one(Handle handle, String sql, String scriptId, long thread) {
    return handle.createQuery(sql).bind("script", scriptId).bind("thread", thread);
  }

  private static List<CommentThread> read(
      Map<Long, List<Mention>> mentions, Query threads, Query comments, Query answers) {
    Map<Long, List<Comment>> byThread =
        byThread(
            comments
                .map(
                    (row, context) ->
                        new ThreadPart<>(row.getLong("thread_id"), comment(row, mentions)))
                .list());
    Map<Long, List<Integer>> answered =
        byThread(
            answers
                .map(
                    (row, context) ->
                        new ThreadPart<>(row.getLong("thread_id"), row.getInt("version_number")))
                .list());
    return threads
        .map(
            (row, context) -> {
              long id = row.getLong("id");
              long resolved = row.getLong("resolved_at");
              @Nullable Resolution resolution =
                  row.wasNull()
                      ? null
                      : new Resolution(
                          Instant.ofEpochMilli(resolved), row.getString("resolved_by"));
              return new CommentThread(
                  id,
                  ANCHOR.map(row, context),
                  Instant.ofEpochMilli(row.getLong("created_at")),
                  resolution,
                  answered.getOrDefault(id, List.of()),
                  byThread.getOrDefault(id, List.of()),
                  row.getString("share_link_id"));
            })
        .list();
  }

  /** Number of threads of a script that are not resolved. */
  int open(Handle handle, String scriptId) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM threads t JOIN scripts s ON s.id = t.script_id
            WHERE s.script_id = :script AND t.resolved_at IS NULL
            """)
        .bind("script", scriptId)
        .mapTo(Integer.class)
        .one();
  }

  /** The same by the versions that they were started on. */
  Map<Integer, Integer> openByVersion(Handle handle, String scriptId) {
    return handle
        .createQuery(
            """
            SELECT t.version_number, count(*) AS threads
            FROM threads t JOIN scripts s ON s.id = t.script_id
            WHERE s.script_id = :script AND t.resolved_at IS NULL
            GROUP BY t.version_number
            """)
        .bind("script", scriptId)
        .reduceRows(
            new HashMap<>(),
            (counts, row) -> {
              counts.put(
                  row.getColumn("version_number", Integer.class),
                  row.getColumn("threads", Integer.class));
              return counts;
            });
  }

  private static <T> Map<Long, List<T>> byThread(List<ThreadPart<T>> parts) {
    Map<Long, List<T>> byThread = new HashMap<>();
    for (ThreadPart<T> part : parts) {
      byThread.computeIfAbsent(part.thread, id -> new ArrayList<>()).add(part.value);
    }
    return byThread;
  }

  /**
   * Adds a thread without comments; its number.
   *
   * @param shareLinkId the link whose guests read it; null for none
   */
  long add(
      Handle handle, String scriptId, Anchor anchor, @Nullable String shareLinkId, Instant now) {
    return handle
        .createQuery(
            """
            INSERT INTO threads (script_id, version_number, byte_start, byte_end, point_start,
              point_end, quote, words_before, words_after, created_at, share_link_id)
            SELECT id, :version, :byteStart, :byteEnd, :pointStart, :pointEnd, :quote, :before,
              :after, :now, :link
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
        .bind("link", shareLinkId)
        .bind("now", now.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  /** Adds a comment; its number. */
  long addComment(
      Handle handle, long thread, Commenter by, String body, List<Mention> named, Instant now) {
    long comment = insert(handle, thread, by, body, now);
    mentions.set(handle, comment, named);
    return comment;
  }

  private static long insert(Handle handle, long thread, Commenter by, String body, Instant now) {
    return handle
        .createQuery(
            """
            INSERT INTO comments (thread_id, account_id, author, body, created_at, visit)
            VALUES (:thread, :account, :author, :body, :now, :visit)
            RETURNING id
            """)
        .bind("thread", thread)
        .bind("account", by.account())
        .bind("author", by.name())
        .bind("visit", by.visit())
        .bind("body", body)
        .bind("now", now.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  /** Number of comments that were written in a browser of a guest since then. */
  int countSince(Handle handle, String visit, Instant since) {
    return handle
        .createQuery("SELECT count(*) FROM comments WHERE visit = :visit AND created_at > :since")
        .bind("visit", visit)
        .bind("since", since.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /** How often comments of a guest's browser were changed since then. */
  int countChangesSince(Handle handle, String visit, Instant since) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM former_comments f JOIN comments c ON c.id = f.comment_id
            WHERE c.visit = :visit AND f.replaced_at > :since
            """)
        .bind("visit", visit)
        .bind("since", since.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /** Number of comments that guests of a link wrote since then, in whichever browser. */
  int countOfLinkSince(Handle handle, String shareLinkId, Instant since) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM comments c JOIN share_guests g ON g.secret_hash = c.visit
            WHERE g.share_link_id = :link AND c.created_at > :since
            """)
        .bind("link", shareLinkId)
        .bind("since", since.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /** Gives a comment another body, null for none, and keeps the one it had. */
  void change(
      Handle handle, long comment, @Nullable String body, List<Mention> named, Instant now) {
    mentions.set(handle, comment, named);
    handle
        .createUpdate(
            """
            INSERT INTO former_comments (comment_id, replaced_at, body)
            SELECT id, :now, body FROM comments WHERE id = :comment AND body IS NOT NULL
            """)
        .bind("comment", comment)
        .bind("now", now.toEpochMilli())
        .execute();
    handle
        .createUpdate("UPDATE comments SET body = :body, edited_at = :now WHERE id = :comment")
        .bind("comment", comment)
        .bind("body", body)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** What a comment said before, oldest first. */
  List<String> formerBodies(Handle handle, long comment) {
    return handle
        .createQuery(
            "SELECT body FROM former_comments WHERE comment_id = :comment ORDER BY replaced_at")
        .bind("comment", comment)
        .mapTo(String.class)
        .list();
  }

  /** Says whether a thread is resolved; null for not. */
  void resolve(Handle handle, long thread, @Nullable Resolution resolution) {
    handle
        .createUpdate("UPDATE threads SET resolved_at = :at, resolved_by = :by WHERE id = :thread")
        .bind("thread", thread)
        .bind("at", resolution == null ? null : resolution.at().toEpochMilli())
        .bind("by", resolution == null ? null : resolution.by())
        .execute();
  }

  /** Says that a version answers a thread. */
  void address(Handle handle, long thread, int versionNumber) {
    handle
        .createUpdate(
            """
            INSERT INTO thread_answers (thread_id, version_number) VALUES (:thread, :version)
            ON CONFLICT (thread_id, version_number) DO NOTHING
            """)
        .bind("thread", thread)
        .bind("version", versionNumber)
        .execute();
  }
}
