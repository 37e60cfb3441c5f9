package prismq.t.script.versioning.transfer.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that reads what belongs to the reviews of a script: what was sent and decided, and
 * nothing that somebody keeps for themselves. All methods work in the handle's transaction.
 */
final class ReviewExportStore {
  private static final String OF_SCRIPT =
      "script_id = (SELECT s.id FROM scripts s WHERE s.script_id = :script)";

  /** Those without a parent, or all of one parent; own_id is the parent of what belongs to it. */
  private static String sql(RecordKind kind) {
    return switch (kind) {
      case REVIEW_RULE ->
          "SELECT kind AS rule, approvals, roles FROM review_rules WHERE " + OF_SCRIPT;
      case LABEL_RULE ->
          "SELECT name, movers, approvals, threads_resolved FROM label_rules WHERE "
              + OF_SCRIPT
              + " ORDER BY name";
      case THREAD ->
          """
          SELECT id AS own_id, version_number, point_start AS start, point_end AS "end",
            created_at, resolved_at, resolved_by
          FROM threads WHERE version_number <= :latest AND
          """
              + OF_SCRIPT
              + " ORDER BY id";
      case THREAD_ANSWER ->
          """
          SELECT version_number FROM thread_answers
          WHERE thread_id = :parent AND version_number <= :latest ORDER BY version_number
          """;
      case COMMENT ->
          """
          SELECT c.id AS own_id, c.author, p.email, c.body, c.created_at, c.edited_at
          FROM comments c
          LEFT JOIN known_people p ON p.id = coalesce(c.account_id, c.named_person)
          WHERE c.thread_id = :parent ORDER BY c.id
          """;
      case FORMER_COMMENT ->
          """
          SELECT body, replaced_at FROM former_comments
          WHERE comment_id = :parent ORDER BY replaced_at, rowid
          """;
      case SUGGESTION ->
          """
          SELECT g.version_number, g.point_start AS start, g.point_end AS "end", g.replacement,
            g.reason, g.author, p.email, g.created_at,
            CASE WHEN g.accepted_in IS NULL OR g.accepted_in <= :latest THEN g.decided_at END
              AS decided_at,
            CASE WHEN g.accepted_in IS NULL OR g.accepted_in <= :latest THEN g.decided_by END
              AS decided_by,
            CASE WHEN g.accepted_in <= :latest THEN g.accepted_in END AS accepted_in,
            g.decision_reason
          FROM suggestions g
          LEFT JOIN known_people p ON p.id = coalesce(g.account_id, g.named_person)
          WHERE g.version_number <= :latest AND g.
          """
                  .stripTrailing()
              + OF_SCRIPT
              + " ORDER BY g.id";
      case REVIEW ->
          """
          SELECT r.id AS own_id, r.review_number, r.from_version, r.version_number,
            a.name AS asked_by, a.email AS asked_by_email, r.asked_at, r.deadline, r.message,
            r.rule_kind AS rule, r.rule_approvals AS approvals, r.rule_roles AS roles,
            b.name AS closed_by, b.email AS closed_by_email, r.closed_at
          FROM reviews r JOIN known_people a ON a.id = r.asked_by
          LEFT JOIN known_people b ON b.id = r.closed_by
          WHERE max(r.version_number, coalesce(r.from_version, 0)) <= :latest AND r.
          """
                  .stripTrailing()
              + OF_SCRIPT
              + " ORDER BY r.review_number";
      case REVIEWER ->
          """
          SELECT p.name, p.email, w.group_name AS "group", w.reviewer_role AS role, w.weight
          FROM reviewers w JOIN known_people p ON p.id = w.account_id
          WHERE w.review_id = :parent ORDER BY w.place
          """;
      case VERDICT ->
          """
          SELECT p.name, p.email, v.verdict, v.comment, nullif(v.scores, '{}') AS scores,
            v.given_at
          FROM verdicts v JOIN known_people p ON p.id = v.account_id
          WHERE v.review_id = :parent ORDER BY v.id
          """;
      case PASS ->
          """
          SELECT b.name AS passed_by, b.email AS passed_by_email, t.name AS passed_to,
            t.email AS passed_to_email, p.passed_at
          FROM review_passes p JOIN known_people b ON b.id = p.passed_by
          JOIN known_people t ON t.id = p.passed_to
          WHERE p.review_id = :parent ORDER BY p.id
          """;
      case LABEL_EVENT ->
          """
          SELECT l.name, l.act, l.from_version, l.to_version, p.name AS "by",
            p.email AS by_email, l.happened_at, l.said
          FROM label_log l LEFT JOIN known_people p ON p.id = l.account_id
          WHERE max(coalesce(l.from_version, 0), coalesce(l.to_version, 0)) <= :latest AND l.
          """
                  .stripTrailing()
              + OF_SCRIPT
              + " ORDER BY l.id";
      case RESPONSIBILITY ->
          """
          SELECT r.name, r.version_number, p.name AS "by", p.email AS by_email, r.taken_at
          FROM label_responsibles r JOIN known_people p ON p.id = r.account_id
          WHERE r.version_number <= :latest AND r.
          """
                  .stripTrailing()
              + OF_SCRIPT
              + " ORDER BY r.id";
    };
  }

  /** A record, and the number under which others belong to it; 0 where none can. */
  record OwnedRecord(long id, ReviewRecord record) {}

  /**
   * The records of a kind, in their order.
   *
   * @param latest the last version of the script that is told of
   * @param parent the number of the one that they belong to; 0 for none
   */
  List<OwnedRecord> list(Handle handle, String scriptId, int latest, RecordKind kind, long parent) {
    String sql = sql(kind);
    var query = handle.createQuery(sql);
    if (sql.contains(":script")) {
      query.bind("script", scriptId);
    }
    if (sql.contains(":latest")) {
      query.bind("latest", latest);
    }
    if (sql.contains(":parent")) {
      query.bind("parent", parent);
    }
    boolean isOwner = sql.contains("own_id");
    return query
        .map(
            (row, context) ->
                new OwnedRecord(
                    isOwner ? row.getLong("own_id") : 0,
                    new ReviewRecord(scriptId, kind, values(kind, row))))
        .list();
  }

  private static Map<String, Object> values(RecordKind kind, ResultSet row) throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordField field : kind.fields()) {
      @Nullable Object value =
          switch (field.content()) {
            case LINE, TEXT -> text(row.getString(field.name()));
            case NUMBER, TIME -> number(row, field.name());
            case TRUTH -> row.getBoolean(field.name()) ? Boolean.TRUE : null;
          };
      if (value != null) {
        values.put(field.name(), value);
      }
    }
    return values;
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  /** Those of a kind that others belong to, in the order in which they follow it. */
  static List<RecordKind> childrenOf(RecordKind parent) {
    List<RecordKind> children = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      if (kind.parent() == parent) {
        children.add(kind);
      }
    }
    return children;
  }
}
