package prismq.t.script.versioning.transfer.reviews;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.comment.Comment;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.label.LabelAct;
import prismq.t.script.versioning.label.LabelMovers;
import prismq.t.script.versioning.label.LabelRule;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.review.ReviewRule;
import prismq.t.script.versioning.review.Reviewer;
import prismq.t.script.versioning.review.ReviewerRole;
import prismq.t.script.versioning.review.RuleKind;
import prismq.t.script.versioning.review.Scores;
import prismq.t.script.versioning.review.Verdict;

/**
 * Checks records of a source that is not trusted, one after the other, as the forms check what they
 * take. That versions and places of words are there is checked elsewhere.
 */
public final class ReviewRecordCheck {
  private String scriptId = "";
  private @Nullable RecordKind last;
  private @Nullable RecordKind before;
  private boolean hasRule;
  private boolean lacksComment;
  private int reviewNumber;
  private final Set<String> ruled = new HashSet<>();
  private final Set<ArchivedPerson> reviewers = new HashSet<>();
  private final Set<String> reviewerKeys = new HashSet<>();

  /**
   * Checks the next record.
   *
   * @throws InvalidInputException if it is not what it should be
   */
  public void next(ReviewRecord record) {
    if (!record.scriptId().equals(scriptId)) {
      end();
      if (record.scriptId().compareTo(scriptId) < 0) {
        throw invalid("script_id", FilledMessage.of("import.review.order"));
      }
      scriptId = record.scriptId();
      last = null;
      before = null;
      hasRule = false;
      reviewNumber = 0;
      ruled.clear();
    }
    checkParent(record);
    people(record);
    switch (record.kind()) {
      case REVIEW_RULE -> {
        require(!hasRule, "record", "import.review.twice");
        hasRule = true;
        rule(record);
      }
      case LABEL_RULE -> labelRule(record);
      case THREAD -> {
        lacksComment = true;
        pair(record, "resolved_by", "resolved_at");
      }
      case THREAD_ANSWER -> {}
      case COMMENT -> {
        lacksComment = false;
        body(record);
      }
      case FORMER_COMMENT -> body(record);
      case SUGGESTION -> suggestion(record);
      case REVIEW -> review(record);
      case REVIEWER -> reviewer(record);
      case VERDICT -> verdict(record);
      case PASS -> {}
      case LABEL_EVENT -> {
        name(record);
        word(record, "act", LabelAct.values());
      }
      case RESPONSIBILITY -> name(record);
    }
  }

  /**
   * Checks that nothing is missing.
   *
   * @throws InvalidInputException if something is
   */
  public void end() {
    require(!lacksComment, "record", "import.review.no_comment");
  }

  private void checkParent(ReviewRecord record) {
    RecordKind kind = record.kind();
    @Nullable RecordKind parent = kind.parent();
    if (parent == null) {
      end();
      require(last == null || last.compareTo(kind) <= 0, "record", "import.review.order");
      last = kind;
    } else {
      boolean follows =
          parent == last || (parent == RecordKind.COMMENT && isOf(before, RecordKind.COMMENT));
      require(follows, "record", "import.review.parent");
    }
    before = kind;
  }

  private static boolean isOf(@Nullable RecordKind kind, RecordKind parent) {
    return kind != null && (kind == parent || kind.parent() == parent);
  }

  private static InvalidInputException invalid(String field, FilledMessage why) {
    return ReviewRecord.invalid(field, why);
  }

  private static void require(boolean isSo, String field, String otherwise) {
    if (!isSo) {
      throw invalid(field, FilledMessage.of(otherwise));
    }
  }

  /** That a text is just what the form would keep of it. */
  private static void same(String field, @Nullable String kept, String given) {
    require(given.equals(kept), field, "import.review.untidy");
  }

  private static void pair(ReviewRecord record, String field, String other) {
    require(!record.has(field) || record.has(other), other, "import.review.alone");
  }

  private static void people(ReviewRecord record) {
    for (RecordField field : record.kind().fields()) {
      String value =
          field.content() == RecordField.FieldContent.LINE ? record.text(field.name()) : "";
      if (!value.isEmpty() && field.longest() == Author.MAX_NAME) {
        same(field.name(), Author.named(value).name(), value);
      }
      if (!value.isEmpty() && field.longest() == Account.MAX_EMAIL) {
        same(field.name(), Account.checkedEmail(value), value);
        String person = field.name().replace("_email", "");
        String name = !person.equals("email") ? person : record.has("author") ? "author" : "name";
        require(record.has(name), name, "import.review.alone");
      }
    }
  }

  private static void body(ReviewRecord record) {
    if (record.has("body")) {
      same("body", Comment.checkedBody(record.text("body")), record.text("body"));
    }
  }

  private static void name(ReviewRecord record) {
    same("name", Label.checkedName(record.text("name")), record.text("name"));
  }

  private static <T extends Enum<T>> void word(ReviewRecord record, String field, T[] values) {
    String word = record.text(field);
    boolean isKnown =
        List.of(values).stream()
            .anyMatch(value -> value.name().toLowerCase(Locale.ROOT).equals(word));
    require(isKnown, field, "import.review.value_of");
  }

  private static void rule(ReviewRecord record) {
    Optional<RuleKind> kind = RuleKind.named(record.text("rule"));
    require(kind.isPresent(), "rule", "import.review.value_of");
    ReviewRule given =
        new ReviewRule(
            kind.orElseThrow(), record.number("approvals"), record.text("roles").lines().toList());
    ReviewRule kept =
        ReviewRule.checked(given.kind(), given.approvals(), given.roles(), "approvals", "roles");
    require(kept.equals(given), "roles", "import.review.untidy");
    same("roles", String.join("\n", given.roles()), record.text("roles"));
  }

  private void labelRule(ReviewRecord record) {
    name(record);
    require(ruled.add(record.text("name")), "name", "import.review.twice");
    word(record, "movers", LabelMovers.values());
    boolean isSome =
        !record.text("movers").equals(LabelMovers.WRITE.word())
            || record.number("approvals") > 0
            || record.isTrue("threads_resolved");
    require(
        isSome && record.number("approvals") <= LabelRule.MAX_APPROVALS,
        "approvals",
        "import.review.value_of");
  }

  private static void suggestion(ReviewRecord record) {
    String replacement = record.text("replacement");
    // One that was widened to whole characters may be a little longer than a form takes.
    String start = replacement.substring(0, Math.min(replacement.length(), Suggestion.MAX_LENGTH));
    same("replacement", Suggestion.checkedReplacement(whole(start)), whole(start));
    require(replacement.indexOf('\r') < 0, "replacement", "import.review.untidy");
    pair(record, "decided_by", "decided_at");
    pair(record, "accepted_in", "decided_at");
    pair(record, "decision_reason", "decided_at");
  }

  /** Without half of a pair at its end. */
  private static String whole(String text) {
    return !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1))
        ? text.substring(0, text.length() - 1)
        : text;
  }

  private void review(ReviewRecord record) {
    reviewers.clear();
    reviewerKeys.clear();
    int number = record.number("review_number");
    require(number > reviewNumber, "review_number", "import.review.order");
    reviewNumber = number;
    boolean isOfOne =
        !record.has("from_version")
            || record.number("from_version") != record.number("version_number");
    require(isOfOne, "from_version", "import.review.value_of");
    pair(record, "closed_by", "closed_at");
    pair(record, "closed_at", "closed_by");
    rule(record);
  }

  private void reviewer(ReviewRecord record) {
    ArchivedPerson person = record.person("name", "email");
    String key = person.email().isEmpty() ? person.name() : "@" + Account.emailKey(person.email());
    require(reviewerKeys.add(key), "name", "import.review.twice");
    reviewers.add(person);
    require(reviewers.size() <= ReviewRule.MAX_REVIEWERS, "record", "import.review.many");
    int weight = record.number("weight");
    require(weight >= 1 && weight <= Reviewer.MAX_WEIGHT, "weight", "import.review.value_of");
    same("role", ReviewerRole.checked("role", record.text("role")), record.text("role"));
  }

  private void verdict(ReviewRecord record) {
    require(reviewers.contains(record.person("name", "email")), "name", "import.review.not_asked");
    word(record, "verdict", Verdict.values());
    if (record.has("scores")) {
      same("scores", Scores.ofJson(record.text("scores")).json(), record.text("scores"));
    }
  }
}
