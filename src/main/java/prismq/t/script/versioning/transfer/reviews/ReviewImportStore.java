package prismq.t.script.versioning.transfer.reviews;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Mention;
import prismq.t.script.versioning.core.anchor.Anchor;

/**
 * The SQL that adds what belongs to the reviews of a script, as it was elsewhere. All methods work
 * in the handle's transaction.
 */
final class ReviewImportStore {
  private static final String SCRIPT = "(SELECT s.id FROM scripts s WHERE s.script_id = :script)";

  /** Tables of whose new rows people are told. */
  private static final List<String> TOLD = List.of("comments", "reviews", "verdicts");

  /** The number of the last row of each table of whose rows people are told. */
  Map<String, Long> lastRows(Handle handle) {
    Map<String, Long> last = new HashMap<>();
    for (String table : TOLD) {
      last.put(
          table,
          handle
              .createQuery("SELECT coalesce(max(id), 0) FROM <table>")
              .define("table", table)
              .mapTo(Long.class)
              .one());
    }
    return last;
  }

  /** Has nobody told of rows that were added in this transaction. */
  void keepUntold(Handle handle, Map<String, Long> before) {
    lastRows(handle)
        .forEach(
            (table, last) -> {
              long first = before.getOrDefault(table, 0L) + 1;
              if (last >= first) {
                handle
                    .createUpdate(
                        """
                        INSERT INTO untold_rows (source, first_id, last_id)
                        VALUES (:source, :first, :last)
                        """)
                    .bind("source", table)
                    .bind("first", first)
                    .bind("last", last)
                    .execute();
              }
            });
  }

  /** The numbers of rows by what tells them apart, each in the order of being made. */
  private static Map<String, Deque<Long>> keys(Query query) {
    Map<String, Deque<Long>> keys = new HashMap<>();
    query
        .map((row, context) -> Map.entry(row.getString("known_by"), row.getLong("id")))
        .forEach(
            row ->
                keys.computeIfAbsent(row.getKey(), key -> new ArrayDeque<>()).add(row.getValue()));
    return keys;
  }

  Map<String, Deque<Long>> threads(Handle handle, String scriptId) {
    return ofScript(
        handle, scriptId, "version_number || ':' || created_at AS known_by FROM threads");
  }

  Map<String, Deque<Long>> suggestions(Handle handle, String scriptId) {
    return ofScript(
        handle, scriptId, "version_number || ':' || created_at AS known_by FROM suggestions");
  }

  Map<String, Deque<Long>> reviews(Handle handle, String scriptId) {
    return ofScript(
        handle,
        scriptId,
        "version_number || ':' || asked_at || ':' || message AS known_by FROM reviews");
  }

  Map<String, Deque<Long>> labelEvents(Handle handle, String scriptId) {
    return ofScript(
        handle, scriptId, "act || ':' || happened_at || ':' || name AS known_by FROM label_log");
  }

  private static Map<String, Deque<Long>> ofScript(Handle handle, String scriptId, String rows) {
    return keys(
        handle
            .createQuery("SELECT id, " + rows + " WHERE script_id = " + SCRIPT + " ORDER BY id")
            .bind("script", scriptId));
  }

  Map<String, Deque<Long>> comments(Handle handle, long thread) {
    return keys(
        handle
            .createQuery(
                "SELECT id, created_at AS known_by FROM comments WHERE thread_id = :id ORDER BY id")
            .bind("id", thread));
  }

  Map<String, Deque<Long>> verdicts(Handle handle, long review) {
    return keys(
        handle
            .createQuery(
                "SELECT id, given_at AS known_by FROM verdicts WHERE review_id = :id ORDER BY id")
            .bind("id", review));
  }

  Map<String, Deque<Long>> passes(Handle handle, long review) {
    return keys(
        handle
            .createQuery(
                """
                SELECT id, passed_at AS known_by FROM review_passes
                WHERE review_id = :id ORDER BY id
                """)
            .bind("id", review));
  }

  /** The rule for reviews of a script; empty where nobody set one. */
  Optional<String> rule(Handle handle, String scriptId) {
    return handle
        .createQuery(
            "SELECT kind || ':' || approvals || ':' || roles FROM review_rules WHERE script_id = "
                + SCRIPT)
        .bind("script", scriptId)
        .mapTo(String.class)
        .findOne();
  }

  void addRule(Handle handle, ReviewRecord rule) {
    handle
        .createUpdate(
            "INSERT INTO review_rules (script_id, kind, approvals, roles) VALUES ("
                + SCRIPT
                + ", :kind, :approvals, :roles)")
        .bind("script", rule.scriptId())
        .bind("kind", rule.text("rule"))
        .bind("approvals", rule.number("approvals"))
        .bind("roles", rule.text("roles"))
        .execute();
  }

  /** The rule of a label; empty for none. */
  Optional<String> labelRule(Handle handle, String scriptId, String name) {
    return handle
        .createQuery(
            """
            SELECT movers || ':' || approvals || ':' || threads_resolved FROM label_rules
            WHERE name = :name AND script_id =
            """
                + SCRIPT)
        .bind("name", name)
        .bind("script", scriptId)
        .mapTo(String.class)
        .findOne();
  }

  void addLabelRule(Handle handle, ReviewRecord rule) {
    handle
        .createUpdate(
            "INSERT INTO label_rules (script_id, name, movers, approvals, threads_resolved) VALUES ("
                + SCRIPT
                + ", :name, :movers, :approvals, :threads)")
        .bind("script", rule.scriptId())
        .bind("name", rule.text("name"))
        .bind("movers", rule.text("movers"))
        .bind("approvals", rule.number("approvals"))
        .bind("threads", rule.isTrue("threads_resolved"))
        .execute();
  }

  private static Update bound(Update update, Anchor anchor) {
    return update
        .bind("version", anchor.version())
        .bind("byteStart", anchor.bytes().start())
        .bind("byteEnd", anchor.bytes().end())
        .bind("pointStart", anchor.range().start())
        .bind("pointEnd", anchor.range().end())
        .bind("quote", anchor.quote())
        .bind("before", anchor.before())
        .bind("after", anchor.after());
  }

  private static long id(Update insert) {
    return insert.executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
  }

  long addThread(Handle handle, ReviewRecord thread, Anchor anchor) {
    return id(
        bound(
                handle.createUpdate(
                    "INSERT INTO threads (script_id, version_number, byte_start, byte_end,"
                        + " point_start, point_end, quote, words_before, words_after, created_at,"
                        + " resolved_at, resolved_by) VALUES ("
                        + SCRIPT
                        + ", :version, :byteStart, :byteEnd, :pointStart, :pointEnd, :quote,"
                        + " :before, :after, :now, :resolvedAt, :resolvedBy)"),
                anchor)
            .bind("script", thread.scriptId())
            .bind("now", thread.time("created_at"))
            .bind("resolvedAt", thread.longOrNull("resolved_at"))
            .bind("resolvedBy", thread.textOrNull("resolved_by")));
  }

  /** Whether a thread is resolved. */
  boolean isResolved(Handle handle, long thread) {
    return handle
        .createQuery("SELECT resolved_at IS NOT NULL FROM threads WHERE id = :id")
        .bind("id", thread)
        .mapTo(Boolean.class)
        .one();
  }

  void addAnswer(Handle handle, long thread, int version) {
    handle
        .createUpdate(
            """
            INSERT INTO thread_answers (thread_id, version_number) VALUES (:thread, :version)
            ON CONFLICT (thread_id, version_number) DO NOTHING
            """)
        .bind("thread", thread)
        .bind("version", version)
        .execute();
  }

  /**
   * Whose a comment or a suggestion is.
   *
   * @param account null where they have none
   * @param named the number of who is known by name only; null where the name is all
   */
  record RestoredAuthor(@Nullable Long account, @Nullable Long named) {}

  long addComment(
      Handle handle,
      ReviewRecord comment,
      long thread,
      RestoredAuthor author,
      List<Mention> mentions) {
    long id =
        id(
            handle
                .createUpdate(
                    """
                    INSERT INTO comments
                      (thread_id, account_id, named_person, author, body, created_at, edited_at)
                    VALUES (:thread, :account, :named, :author, :body, :now, :edited)
                    """)
                .bind("thread", thread)
                .bind("account", author.account())
                .bind("named", author.named())
                .bind("author", comment.text("author"))
                .bind("body", comment.textOrNull("body"))
                .bind("now", comment.time("created_at"))
                .bind("edited", comment.longOrNull("edited_at")));
    for (Mention mention : mentions) {
      handle
          .createUpdate(
              """
              INSERT INTO comment_mentions (comment_id, account_id, name)
              VALUES (:comment, :account, :name)
              """)
          .bind("comment", id)
          .bind("account", mention.account())
          .bind("name", mention.written())
          .execute();
    }
    return id;
  }

  void addFormer(Handle handle, ReviewRecord former, long comment) {
    handle
        .createUpdate(
            """
            INSERT INTO former_comments (comment_id, replaced_at, body)
            VALUES (:comment, :at, :body)
            """)
        .bind("comment", comment)
        .bind("at", former.time("replaced_at"))
        .bind("body", former.text("body"))
        .execute();
  }

  void addSuggestion(Handle handle, ReviewRecord suggestion, Anchor anchor, RestoredAuthor author) {
    long id =
        id(
            bound(
                    handle.createUpdate(
                        "INSERT INTO suggestions (script_id, version_number, byte_start, byte_end,"
                            + " point_start, point_end, quote, words_before, words_after,"
                            + " replacement, reason, account_id, named_person, author, created_at)"
                            + " VALUES ("
                            + SCRIPT
                            + ", :version, :byteStart, :byteEnd, :pointStart, :pointEnd, :quote,"
                            + " :before, :after, :replacement, :reason, :account, :named, :author,"
                            + " :now)"),
                    anchor)
                .bind("script", suggestion.scriptId())
                .bind("replacement", suggestion.text("replacement"))
                .bind("reason", suggestion.textOrNull("reason"))
                .bind("account", author.account())
                .bind("named", author.named())
                .bind("author", suggestion.text("author"))
                .bind("now", suggestion.time("created_at")));
    decide(handle, suggestion, id);
  }

  /** Says what became of a suggestion, where that is not said yet. */
  void decide(Handle handle, ReviewRecord suggestion, long id) {
    if (suggestion.has("decided_at")) {
      handle
          .createUpdate(
              """
              UPDATE suggestions SET decided_at = :at, decided_by = :by, accepted_in = :version,
                decision_reason = :reason
              WHERE id = :id AND decided_at IS NULL
              """)
          .bind("id", id)
          .bind("at", suggestion.time("decided_at"))
          .bind("by", suggestion.textOrNull("decided_by"))
          .bind("version", suggestion.longOrNull("accepted_in"))
          .bind("reason", suggestion.textOrNull("decision_reason"))
          .execute();
    }
  }

  /** Adds a review under its number, or under the next one where that is taken. */
  long addReview(Handle handle, ReviewRecord review, long askedBy) {
    String scriptId = review.scriptId();
    int wanted = review.number("review_number");
    int next =
        handle
            .createQuery(
                "SELECT coalesce(max(review_number), 0) + 1 FROM reviews WHERE script_id = "
                    + SCRIPT)
            .bind("script", scriptId)
            .mapTo(Integer.class)
            .one();
    return id(
        handle
            .createUpdate(
                "INSERT INTO reviews (script_id, review_number, from_version, version_number,"
                    + " version_hash, asked_by, asked_at, deadline, message, rule_kind,"
                    + " rule_approvals, rule_roles) SELECT v.script_id, :number, :from,"
                    + " v.version_number, v.version_hash, :by, :at, :deadline, :message, :kind,"
                    + " :approvals, :roles FROM script_versions v WHERE v.version_number = :version"
                    + " AND v.script_id = "
                    + SCRIPT)
            .bind("script", scriptId)
            .bind("number", Math.max(wanted, next))
            .bind("from", review.longOrNull("from_version"))
            .bind("version", review.number("version_number"))
            .bind("by", askedBy)
            .bind("at", review.time("asked_at"))
            .bind("deadline", review.longOrNull("deadline"))
            .bind("message", review.text("message"))
            .bind("kind", review.text("rule"))
            .bind("approvals", review.number("approvals"))
            .bind("roles", review.text("roles")));
  }

  /** Closes a review that is open. */
  void close(Handle handle, ReviewRecord review, long id, long closedBy) {
    handle
        .createUpdate(
            """
            UPDATE reviews SET closed_by = :by, closed_at = :at
            WHERE id = :id AND closed_at IS NULL
            """)
        .bind("id", id)
        .bind("by", closedBy)
        .bind("at", review.time("closed_at"))
        .execute();
  }

  void addReviewer(Handle handle, ReviewRecord reviewer, long review, long account) {
    handle
        .createUpdate(
            """
            INSERT INTO reviewers
              (review_id, place, account_id, group_name, reviewer_role, weight)
            SELECT :review, count(*), :account, :group, :role, :weight
            FROM reviewers WHERE review_id = :review
            """)
        .bind("review", review)
        .bind("account", account)
        .bind("group", reviewer.text("group"))
        .bind("role", reviewer.text("role"))
        .bind("weight", reviewer.number("weight"))
        .execute();
  }

  /** Adds a verdict, unless a later one of the same person is there: the last one counts. */
  void addVerdict(Handle handle, ReviewRecord verdict, long review, long account) {
    handle
        .createUpdate(
            """
            INSERT INTO verdicts (review_id, account_id, verdict, comment, scores, given_at)
            SELECT :review, :account, :verdict, :comment, :scores, :at
            WHERE NOT EXISTS (SELECT 1 FROM verdicts v
              WHERE v.review_id = :review AND v.account_id = :account AND v.given_at > :at)
            """)
        .bind("review", review)
        .bind("account", account)
        .bind("verdict", verdict.text("verdict"))
        .bind("comment", verdict.text("comment"))
        .bind("scores", verdict.has("scores") ? verdict.text("scores") : "{}")
        .bind("at", verdict.time("given_at"))
        .execute();
  }

  void addPass(Handle handle, ReviewRecord pass, long review, long by, long to) {
    handle
        .createUpdate(
            """
            INSERT INTO review_passes (review_id, passed_by, passed_to, passed_at)
            VALUES (:review, :by, :to, :at)
            """)
        .bind("review", review)
        .bind("by", by)
        .bind("to", to)
        .bind("at", pass.time("passed_at"))
        .execute();
  }

  void addLabelEvent(Handle handle, ReviewRecord event, @Nullable Long account) {
    handle
        .createUpdate(
            "INSERT INTO label_log (script_id, name, act, from_version, to_version, account_id,"
                + " happened_at, said) VALUES ("
                + SCRIPT
                + ", :name, :act, :from, :to, :account, :at, :said)")
        .bind("script", event.scriptId())
        .bind("name", event.text("name"))
        .bind("act", event.text("act"))
        .bind("from", event.longOrNull("from_version"))
        .bind("to", event.longOrNull("to_version"))
        .bind("account", account)
        .bind("at", event.time("happened_at"))
        .bind("said", event.text("said"))
        .execute();
  }

  void addResponsibility(Handle handle, ReviewRecord taken, long account) {
    handle
        .createUpdate(
            "INSERT INTO label_responsibles (script_id, name, version_number, account_id, taken_at)"
                + " VALUES ("
                + SCRIPT
                + ", :name, :version, :account, :at)"
                + " ON CONFLICT (script_id, name, version_number, account_id) DO NOTHING")
        .bind("script", taken.scriptId())
        .bind("name", taken.text("name"))
        .bind("version", taken.number("version_number"))
        .bind("account", account)
        .bind("at", taken.time("taken_at"))
        .execute();
  }
}
