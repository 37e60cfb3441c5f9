package prismq.t.script.versioning.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that finds what people are to be told of in the tables of what they did. All methods work
 * in the handle's transaction.
 */
final class HappeningStore {
  /** Most rows of a table that are read at once. */
  private static final int AT_ONCE = 500;

  /**
   * What was found.
   *
   * @param before up to which row of each table was read before
   * @param after up to which it is read now
   */
  record FoundHappenings(
      Map<String, Long> before, Map<String, Long> after, List<Happening> happenings) {
    boolean isNothing() {
      return before.equals(after);
    }
  }

  /** What is new since it was looked for last. */
  FoundHappenings find(Handle handle) {
    Map<String, Long> before = sources(handle);
    Map<String, Long> after = new HashMap<>(before);
    List<Happening> found = new ArrayList<>();
    versions(handle, after, found);
    comments(handle, after, found);
    reviews(handle, after, found);
    verdicts(handle, after, found);
    guestVerdicts(handle, after, found);
    return new FoundHappenings(before, after, found);
  }

  /** Notes up to where everything is told of; false where somebody else has done it meanwhile. */
  boolean advance(Handle handle, FoundHappenings found) {
    if (!sources(handle).equals(found.before)) {
      return false;
    }
    found.after.forEach(
        (source, last) ->
            handle
                .createUpdate(
                    "UPDATE notification_sources SET last_id = :last WHERE source = :source")
                .bind("last", last)
                .bind("source", source)
                .execute());
    return true;
  }

  /** Up to which row of each table it was looked for. */
  private static Map<String, Long> sources(Handle handle) {
    Map<String, Long> sources = new HashMap<>();
    handle
        .createQuery("SELECT source, last_id FROM notification_sources")
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(source -> sources.put(source.getKey(), source.getValue()));
    return sources;
  }

  private static void versions(Handle handle, Map<String, Long> last, List<Happening> found) {
    handle
        .createQuery(
            """
            SELECT v.id, s.script_id, v.version_number, v.made_by, a.shown_name, v.created_at
            FROM script_versions v JOIN scripts s ON s.id = v.script_id
            JOIN shown_authors a ON a.id = v.author
            WHERE v.id > :last ORDER BY v.id LIMIT :limit
            """)
        .bind("last", last.get("versions"))
        .bind("limit", AT_ONCE)
        .map(
            (row, context) -> {
              last.put("versions", row.getLong("id"));
              int number = row.getInt("version_number");
              return new Happening(
                  row.getString("script_id"),
                  NotificationKind.VERSION,
                  account(row, "made_by"),
                  row.getString("shown_name"),
                  number,
                  number,
                  null,
                  null,
                  null,
                  null,
                  Instant.ofEpochMilli(row.getLong("created_at")),
                  Set.of(),
                  Set.of(),
                  null);
            })
        .forEach(version -> add(found, version));
  }

  private static void add(List<Happening> found, Happening version) {
    int last = found.size() - 1;
    if (last >= 0 && found.get(last).isFollowedBy(version)) {
      found.set(last, found.get(last).with(version));
    } else {
      found.add(version);
    }
  }

  private static void comments(Handle handle, Map<String, Long> last, List<Happening> found) {
    found.addAll(
        handle
            .createQuery(
                """
                SELECT c.id, s.script_id, t.version_number, c.thread_id, c.account_id, c.author,
                  c.created_at,
                  NOT EXISTS (SELECT 1 FROM comments e WHERE e.thread_id = t.id AND e.id < c.id)
                    AS is_first
                FROM comments c JOIN threads t ON t.id = c.thread_id
                JOIN scripts s ON s.id = t.script_id
                WHERE c.id > :last AND NOT EXISTS (SELECT 1 FROM untold_rows u
                  WHERE u.source = 'comments' AND c.id BETWEEN u.first_id AND u.last_id)
                ORDER BY c.id LIMIT :limit
                """)
            .bind("last", last.get("comments"))
            .bind("limit", AT_ONCE)
            .map(
                (row, context) -> {
                  long id = row.getLong("id");
                  last.put("comments", id);
                  long thread = row.getLong("thread_id");
                  boolean isFirst = row.getBoolean("is_first");
                  String script = row.getString("script_id");
                  Set<Long> named = named(handle, id);
                  Set<Long> concerned = new HashSet<>(named);
                  concerned.addAll(
                      isFirst ? owners(handle, script) : participants(handle, thread, id));
                  concerned.addAll(sharer(handle, thread));
                  return new Happening(
                      script,
                      isFirst ? NotificationKind.THREAD : NotificationKind.COMMENT,
                      account(row, "account_id"),
                      row.getString("author"),
                      row.getInt("version_number"),
                      row.getInt("version_number"),
                      thread,
                      id,
                      null,
                      null,
                      Instant.ofEpochMilli(row.getLong("created_at")),
                      concerned,
                      named,
                      null);
                })
            .list());
  }

  private static void reviews(Handle handle, Map<String, Long> last, List<Happening> found) {
    found.addAll(
        handle
            .createQuery(
                """
                SELECT r.id, s.script_id, r.version_number, r.review_number, r.asked_by, a.name,
                  r.asked_at
                FROM reviews r JOIN scripts s ON s.id = r.script_id
                JOIN accounts a ON a.id = r.asked_by
                WHERE r.id > :last AND NOT EXISTS (SELECT 1 FROM untold_rows u
                  WHERE u.source = 'reviews' AND r.id BETWEEN u.first_id AND u.last_id)
                ORDER BY r.id LIMIT :limit
                """)
            .bind("last", last.get("reviews"))
            .bind("limit", AT_ONCE)
            .map(
                (row, context) -> {
                  last.put("reviews", row.getLong("id"));
                  Set<Long> asked =
                      accounts(
                          handle,
                          "SELECT account_id FROM reviewers WHERE review_id = :id",
                          row.getLong("id"));
                  return new Happening(
                      row.getString("script_id"),
                      NotificationKind.REVIEW,
                      account(row, "asked_by"),
                      row.getString("name"),
                      row.getInt("version_number"),
                      row.getInt("version_number"),
                      null,
                      null,
                      row.getInt("review_number"),
                      null,
                      Instant.ofEpochMilli(row.getLong("asked_at")),
                      asked,
                      Set.of(),
                      null);
                })
            .list());
  }

  private static void verdicts(Handle handle, Map<String, Long> last, List<Happening> found) {
    found.addAll(
        handle
            .createQuery(
                """
                SELECT v.id, s.script_id, r.version_number, r.review_number, r.asked_by,
                  v.account_id, a.name, v.verdict, v.given_at
                FROM verdicts v JOIN reviews r ON r.id = v.review_id
                JOIN scripts s ON s.id = r.script_id JOIN accounts a ON a.id = v.account_id
                WHERE v.id > :last AND NOT EXISTS (SELECT 1 FROM untold_rows u
                  WHERE u.source = 'verdicts' AND v.id BETWEEN u.first_id AND u.last_id)
                ORDER BY v.id LIMIT :limit
                """)
            .bind("last", last.get("verdicts"))
            .bind("limit", AT_ONCE)
            .map(
                (row, context) -> {
                  last.put("verdicts", row.getLong("id"));
                  return new Happening(
                      row.getString("script_id"),
                      NotificationKind.VERDICT,
                      account(row, "account_id"),
                      row.getString("name"),
                      row.getInt("version_number"),
                      row.getInt("version_number"),
                      null,
                      null,
                      row.getInt("review_number"),
                      row.getString("verdict"),
                      Instant.ofEpochMilli(row.getLong("given_at")),
                      Set.of(row.getLong("asked_by")),
                      Set.of(),
                      null);
                })
            .list());
  }

  private static void guestVerdicts(Handle handle, Map<String, Long> last, List<Happening> found) {
    found.addAll(
        handle
            .createQuery(
                """
                SELECT v.id, s.script_id, v.version_number, v.author, v.verdict, v.given_at,
                  l.account_id AS maker, g.account_id
                FROM guest_verdicts v JOIN scripts s ON s.id = v.script_id
                JOIN share_links l ON l.share_link_id = v.share_link_id
                JOIN share_guests g ON g.secret_hash = v.visit
                WHERE v.id > :last ORDER BY v.id LIMIT :limit
                """)
            .bind("last", last.get("guest_verdicts"))
            .bind("limit", AT_ONCE)
            .map(
                (row, context) -> {
                  last.put("guest_verdicts", row.getLong("id"));
                  return new Happening(
                      row.getString("script_id"),
                      NotificationKind.GUEST_VERDICT,
                      account(row, "account_id"),
                      row.getString("author"),
                      row.getInt("version_number"),
                      row.getInt("version_number"),
                      null,
                      null,
                      null,
                      row.getString("verdict"),
                      Instant.ofEpochMilli(row.getLong("given_at")),
                      Set.of(row.getLong("maker")),
                      Set.of(),
                      null);
                })
            .list());
  }

  private static @Nullable Long account(ResultSet row, String column) throws SQLException {
    long account = row.getLong(column);
    return row.wasNull() ? null : account;
  }

  private static Set<Long> named(Handle handle, long comment) {
    return accounts(
        handle, "SELECT account_id FROM comment_mentions WHERE comment_id = :id", comment);
  }

  /** Who wrote in a thread before a comment. */
  private static Set<Long> participants(Handle handle, long thread, long comment) {
    return new HashSet<>(
        handle
            .createQuery(
                """
                SELECT DISTINCT account_id FROM comments
                WHERE thread_id = :thread AND id < :comment AND account_id IS NOT NULL
                """)
            .bind("thread", thread)
            .bind("comment", comment)
            .mapTo(Long.class)
            .list());
  }

  /** Who made the link whose guests read a thread. */
  private static Set<Long> sharer(Handle handle, long thread) {
    return accounts(
        handle,
        """
        SELECT l.account_id FROM threads t JOIN share_links l ON l.share_link_id = t.share_link_id
        WHERE t.id = :id
        """,
        thread);
  }

  /** Whose script it is: who saved versions of it, and who is named to manage it. */
  static Set<Long> owners(Handle handle, String scriptId) {
    return new HashSet<>(
        handle
            .createQuery(
                """
                SELECT v.made_by FROM script_versions v JOIN scripts s ON s.id = v.script_id
                WHERE s.script_id = :script AND v.made_by IS NOT NULL
                UNION
                SELECT r.account_id FROM script_rights r JOIN scripts s ON s.id = r.script_id
                WHERE s.script_id = :script AND r.script_right = 'manage'
                """)
            .bind("script", scriptId)
            .mapTo(Long.class)
            .list());
  }

  private static Set<Long> accounts(Handle handle, String sql, long id) {
    return new HashSet<>(handle.createQuery(sql).bind("id", id).mapTo(Long.class).list());
  }
}
