package prismq.t.script.versioning.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.readmark.ReadShare;

/** The SQL of verdicts. All methods work in the handle's transaction. */
final class VerdictStore {
  /** What an account said. */
  record VerdictRow(long review, long account, GivenVerdict given) {}

  /** All that was said in these reviews, oldest first. */
  List<VerdictRow> verdicts(Handle handle, List<Long> reviews) {
    return handle
        .createQuery(
            """
            SELECT v.*, r.review_number, r.version_number FROM verdicts v
            JOIN reviews r ON r.id = v.review_id
            WHERE v.review_id IN (SELECT value FROM json_each(:reviews))
            ORDER BY v.review_id, v.id
            """)
        .bind("reviews", reviews.toString())
        .map(VerdictStore::verdict)
        .list();
  }

  /** What each account said last of an earlier version of a script, by the accounts' numbers. */
  Map<Long, GivenVerdict> earlier(Handle handle, String scriptId, int versionNumber) {
    Map<Long, GivenVerdict> last = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT v.*, r.review_number, r.version_number FROM verdicts v
            JOIN reviews r ON r.id = v.review_id
            JOIN scripts s ON s.id = r.script_id
            WHERE s.script_id = :script AND r.version_number < :version
            ORDER BY r.version_number, v.id
            """)
        .bind("script", scriptId)
        .bind("version", versionNumber)
        .map(VerdictStore::verdict)
        .forEach(row -> last.put(row.account(), row.given()));
    return last;
  }

  /** All that was said of the versions of a script, by version, oldest first. */
  List<VerdictRow> ofScript(Handle handle, String scriptId) {
    return handle
        .createQuery(
            """
            SELECT v.*, r.review_number, r.version_number FROM verdicts v
            JOIN reviews r ON r.id = v.review_id
            JOIN scripts s ON s.id = r.script_id
            WHERE s.script_id = :script
            ORDER BY r.version_number, v.id
            """)
        .bind("script", scriptId)
        .map(VerdictStore::verdict)
        .list();
  }

  private static VerdictRow verdict(ResultSet row, StatementContext context) throws SQLException {
    return new VerdictRow(
        row.getLong("review_id"),
        row.getLong("account_id"),
        new GivenVerdict(
            row.getLong("id"),
            Verdict.named(row.getString("verdict")),
            row.getString("comment"),
            Scores.stored(row.getString("scores")),
            read(row),
            Instant.ofEpochMilli(row.getLong("given_at")),
            row.getInt("review_number"),
            row.getInt("version_number")));
  }

  private static @Nullable ReadShare read(ResultSet row) throws SQLException {
    int words = row.getInt("words_to_read");
    return row.wasNull() ? null : new ReadShare(row.getInt("words_read"), words);
  }

  void insert(
      Handle handle,
      long review,
      long account,
      NewVerdict given,
      @Nullable ReadShare read,
      Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO verdicts (review_id, account_id, verdict, comment, scores, words_read,
              words_to_read, given_at)
            VALUES (:review, :account, :verdict, :comment, :scores, :read, :words, :now)
            """)
        .bind("review", review)
        .bind("account", account)
        .bind("verdict", given.verdict().word())
        .bind("comment", given.comment())
        .bind("scores", given.scores().json())
        .bind("read", read == null ? null : read.wordsRead())
        .bind("words", read == null ? null : read.words())
        .bind("now", now.toEpochMilli())
        .execute();
  }
}
