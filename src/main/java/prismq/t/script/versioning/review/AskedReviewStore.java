package prismq.t.script.versioning.review;

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
import prismq.t.script.versioning.core.text.ContentHash;

/** The SQL of reviews. All methods work in the handle's transaction. */
final class AskedReviewStore {
  private static final String SELECT =
      """
      SELECT r.*, s.script_id AS script_key
      FROM reviews r JOIN scripts s ON s.id = r.script_id
      WHERE s.script_id = :script
      """;

  private static final RowMapper<AskedReviewRow> REVIEW =
      (row, context) ->
          new AskedReviewRow(
              row.getLong("id"),
              row.getInt("review_number"),
              row.getString("script_key"),
              version(row, "from_version"),
              row.getInt("version_number"),
              ContentHash.ofDigest(row.getBytes("version_hash")),
              row.getLong("asked_by"),
              Instant.ofEpochMilli(row.getLong("asked_at")),
              time(row, "deadline"),
              row.getString("message"),
              rule(row, "rule_kind", "rule_approvals", "rule_roles"),
              number(row, "closed_by"),
              time(row, "closed_at"));

  /** A review without the people who were asked. */
  record AskedReviewRow(
      long id,
      int number,
      String scriptId,
      @Nullable Integer fromVersion,
      int versionNumber,
      ContentHash versionHash,
      long askedBy,
      Instant askedAt,
      @Nullable Instant deadline,
      String message,
      ReviewRule rule,
      @Nullable Long closedBy,
      @Nullable Instant closedAt) {}

  /** Who was asked, by the number of an account. */
  record ReviewerRow(long account, String group, String role, int weight) {}

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    @Nullable Long millis = number(row, column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable Integer version(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : Long.valueOf(time.toEpochMilli());
  }

  static ReviewRule rule(ResultSet row, String kind, String approvals, String roles)
      throws SQLException {
    return new ReviewRule(
        RuleKind.named(row.getString(kind)).orElseThrow(),
        row.getInt(approvals),
        row.getString(roles).lines().toList());
  }

  /** Those of a script from below a number on, newest first. */
  List<AskedReviewRow> list(Handle handle, String scriptId, int below, int limit) {
    return select(handle, scriptId, "AND r.review_number < :below")
        .bind("below", below)
        .bind("limit", limit)
        .map(REVIEW)
        .list();
  }

  /** Those of a version, newest first. */
  List<AskedReviewRow> ofVersion(Handle handle, String scriptId, int versionNumber, int limit) {
    return select(handle, scriptId, "AND r.version_number = :version")
        .bind("version", versionNumber)
        .bind("limit", limit)
        .map(REVIEW)
        .list();
  }

  /** Those of a script that are not closed, newest first. */
  List<AskedReviewRow> open(Handle handle, String scriptId, int limit) {
    return select(handle, scriptId, "AND r.closed_at IS NULL")
        .bind("limit", limit)
        .map(REVIEW)
        .list();
  }

  /** The newest one of each version. */
  List<AskedReviewRow> newestOfVersions(Handle handle, String scriptId) {
    return select(
            handle,
            scriptId,
            """
            AND NOT EXISTS (SELECT 1 FROM reviews n
              WHERE n.script_id = r.script_id AND n.version_number = r.version_number
                AND n.review_number > r.review_number)
            """)
        .bind("limit", Integer.MAX_VALUE)
        .map(REVIEW)
        .list();
  }

  private static Query select(Handle handle, String scriptId, String condition) {
    return handle
        .createQuery(SELECT + condition + " ORDER BY r.review_number DESC LIMIT :limit")
        .bind("script", scriptId);
  }

  Optional<AskedReviewRow> find(Handle handle, String scriptId, int number) {
    return select(handle, scriptId, "AND r.review_number = :number")
        .bind("number", number)
        .bind("limit", 1)
        .map(REVIEW)
        .findOne();
  }

  /** Whether an account is asked for an open review of a version. */
  boolean isAsked(Handle handle, String scriptId, int versionNumber, long account) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM reviewers w
            JOIN reviews r ON r.id = w.review_id
            JOIN scripts s ON s.id = r.script_id
            WHERE s.script_id = :script AND r.version_number = :version
              AND r.closed_at IS NULL AND w.account_id = :account
            """)
        .bind("script", scriptId)
        .bind("version", versionNumber)
        .bind("account", account)
        .mapTo(Boolean.class)
        .one();
  }

  /** Who was asked for each of these reviews, in order. */
  Map<Long, List<ReviewerRow>> reviewers(Handle handle, List<Long> reviews) {
    Map<Long, List<ReviewerRow>> asked = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT review_id, account_id, group_name, reviewer_role, weight FROM reviewers
            WHERE review_id IN (SELECT value FROM json_each(:reviews))
            ORDER BY review_id, place
            """)
        .bind("reviews", reviews.toString())
        .map(
            (row, context) ->
                Map.entry(
                    row.getLong("review_id"),
                    new ReviewerRow(
                        row.getLong("account_id"),
                        row.getString("group_name"),
                        row.getString("reviewer_role"),
                        row.getInt("weight"))))
        .forEach(
            entry ->
                asked
                    .computeIfAbsent(entry.getKey(), review -> new ArrayList<>())
                    .add(entry.getValue()));
    return asked;
  }

  /** The versions after one on its branch, oldest first. */
  List<Integer> after(Handle handle, String scriptId, int versionNumber) {
    return handle
        .createQuery(
            """
            SELECT w.version_number FROM script_versions v
            JOIN scripts s ON s.id = v.script_id
            JOIN script_versions w
              ON w.script_id = v.script_id AND w.branch_number = v.branch_number
              AND w.version_number > v.version_number
            WHERE s.script_id = :script AND v.version_number = :version
            ORDER BY w.version_number
            """)
        .bind("script", scriptId)
        .bind("version", versionNumber)
        .mapTo(Integer.class)
        .list();
  }

  /** The latest version on the branch of a version. */
  int head(Handle handle, String scriptId, int versionNumber) {
    return handle
        .createQuery(
            """
            SELECT b.head_version FROM script_versions v
            JOIN scripts s ON s.id = v.script_id
            JOIN branches b ON b.script_id = v.script_id AND b.branch_number = v.branch_number
            WHERE s.script_id = :script AND v.version_number = :version
            """)
        .bind("script", scriptId)
        .bind("version", versionNumber)
        .mapTo(Integer.class)
        .one();
  }

  /** Adds a review with who is asked; gives its number. */
  int insert(
      Handle handle,
      String scriptId,
      NewReview asked,
      ContentHash versionHash,
      long askedBy,
      ReviewRule rule,
      Instant now) {
    int number =
        handle
            .createQuery(
                """
                SELECT coalesce(max(r.review_number), 0) + 1 FROM reviews r
                JOIN scripts s ON s.id = r.script_id WHERE s.script_id = :script
                """)
            .bind("script", scriptId)
            .mapTo(Integer.class)
            .one();
    long review =
        handle
            .createQuery(
                """
                INSERT INTO reviews (script_id, review_number, from_version, version_number,
                  version_hash, asked_by, asked_at, deadline, message, rule_kind, rule_approvals, rule_roles)
                VALUES ((SELECT id FROM scripts WHERE script_id = :script), :number, :from,
                  :version, :hash, :by, :now, :deadline, :message, :kind, :approvals, :roles)
                RETURNING id
                """)
            .bind("script", scriptId)
            .bind("number", number)
            .bind("from", asked.fromVersion())
            .bind("version", asked.versionNumber())
            .bind("hash", versionHash.bytes())
            .bind("by", askedBy)
            .bind("now", now.toEpochMilli())
            .bind("deadline", millis(asked.deadline()))
            .bind("message", asked.message())
            .bind("kind", rule.kind().word())
            .bind("approvals", rule.approvals())
            .bind("roles", String.join("\n", rule.roles()))
            .mapTo(Long.class)
            .one();
    int place = 0;
    for (NewReview.AskedPerson person : asked.people()) {
      handle
          .createUpdate(
              """
              INSERT INTO reviewers
                (review_id, place, account_id, group_name, reviewer_role, weight)
              VALUES (:review, :place, :account, :group, :role, :weight)
              """)
          .bind("review", review)
          .bind("place", place)
          .bind("account", person.account().id())
          .bind("group", person.group())
          .bind("role", person.role())
          .bind("weight", person.weight())
          .execute();
      place++;
    }
    return number;
  }

  void close(Handle handle, long review, long account, Instant now) {
    handle
        .createUpdate(
            "UPDATE reviews SET closed_by = :account, closed_at = :now WHERE id = :review")
        .bind("account", account)
        .bind("now", now.toEpochMilli())
        .bind("review", review)
        .execute();
  }
}
