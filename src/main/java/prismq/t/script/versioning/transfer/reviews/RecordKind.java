package prismq.t.script.versioning.transfer.reviews;

import static prismq.t.script.versioning.transfer.reviews.RecordField.email;
import static prismq.t.script.versioning.transfer.reviews.RecordField.line;
import static prismq.t.script.versioning.transfer.reviews.RecordField.number;
import static prismq.t.script.versioning.transfer.reviews.RecordField.person;
import static prismq.t.script.versioning.transfer.reviews.RecordField.text;
import static prismq.t.script.versioning.transfer.reviews.RecordField.time;
import static prismq.t.script.versioning.transfer.reviews.RecordField.truth;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Comment;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.group.Groups;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.review.Review;
import prismq.t.script.versioning.review.ReviewerRole;
import prismq.t.script.versioning.review.Verdict;

/** What a record can be of. Those of a kind with a parent follow the record they belong to. */
public enum RecordKind {
  REVIEW_RULE(
      null, line("rule", 20), number("approvals"), text("roles", TextLimits.ROLES).orNone()),
  LABEL_RULE(
      null,
      line("name", Label.MAX_NAME),
      line("movers", 20),
      number("approvals"),
      truth("threads_resolved")),
  THREAD(
      null,
      number("version_number"),
      number("start"),
      number("end"),
      time("created_at"),
      time("resolved_at").orNone(),
      person("resolved_by").orNone()),
  THREAD_ANSWER(THREAD, number("version_number")),
  COMMENT(
      THREAD,
      person("author").orNone(),
      email("email"),
      text("body", Comment.MAX_BODY).orNone(),
      time("created_at"),
      time("edited_at").orNone()),
  FORMER_COMMENT(COMMENT, text("body", Comment.MAX_BODY), time("replaced_at")),
  SUGGESTION(
      null,
      number("version_number"),
      number("start"),
      number("end"),
      text("replacement", TextLimits.REPLACEMENT).orNone(),
      text("reason", Suggestion.MAX_REASON).orNone(),
      person("author").orNone(),
      email("email"),
      time("created_at"),
      time("decided_at").orNone(),
      person("decided_by").orNone(),
      number("accepted_in").orNone(),
      text("decision_reason", Suggestion.MAX_REASON).orNone()),
  REVIEW(
      null,
      number("review_number"),
      number("from_version").orNone(),
      number("version_number"),
      person("asked_by"),
      email("asked_by_email"),
      time("asked_at"),
      time("deadline").orNone(),
      text("message", Review.MAX_MESSAGE).orNone(),
      line("rule", 20),
      number("approvals"),
      text("roles", TextLimits.ROLES).orNone(),
      person("closed_by").orNone(),
      email("closed_by_email"),
      time("closed_at").orNone()),
  REVIEWER(
      REVIEW,
      person("name"),
      email("email"),
      line("group", Groups.MAX_NAME).orNone(),
      line("role", ReviewerRole.MAX_LENGTH).orNone(),
      number("weight")),
  VERDICT(
      REVIEW,
      person("name"),
      email("email"),
      line("verdict", 40),
      text("comment", Verdict.MAX_COMMENT).orNone(),
      text("scores", TextLimits.SCORES).orNone(),
      time("given_at")),
  PASS(
      REVIEW,
      person("passed_by"),
      email("passed_by_email"),
      person("passed_to"),
      email("passed_to_email"),
      time("passed_at")),
  LABEL_EVENT(
      null,
      line("name", Label.MAX_NAME),
      line("act", 20),
      number("from_version").orNone(),
      number("to_version").orNone(),
      person("by").orNone(),
      email("by_email"),
      time("happened_at"),
      text("said", TextLimits.SAID).orNone()),
  RESPONSIBILITY(
      null,
      line("name", Label.MAX_NAME),
      number("version_number"),
      person("by"),
      email("by_email"),
      time("taken_at"));

  /** Longest texts, in characters, that no other class limits. */
  private static final class TextLimits {
    static final int ROLES = 500;
    static final int SCORES = 4_000;
    static final int SAID = 20_000;

    /** Of code points, and whole characters where it was cut from a text. */
    static final int REPLACEMENT = 2 * Suggestion.MAX_LENGTH + 1_000;
  }

  private final @Nullable RecordKind parent;

  @SuppressWarnings("ImmutableEnumChecker") // A list that cannot be changed.
  private final List<RecordField> fields;

  RecordKind(@Nullable RecordKind parent, RecordField... fields) {
    this.parent = parent;
    this.fields = List.of(fields);
  }

  /** The kind of the record that it belongs to; null for none. */
  @Nullable RecordKind parent() {
    return parent;
  }

  /** Its fields, in the order in which they are written. */
  public List<RecordField> fields() {
    return fields;
  }

  /** The word for it in an archive. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a word; empty if there is none. */
  static Optional<RecordKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
