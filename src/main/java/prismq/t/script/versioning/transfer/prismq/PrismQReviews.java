package prismq.t.script.versioning.transfer.prismq;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.history.TimeRange;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.review.ReviewRule;
import prismq.t.script.versioning.review.ReviewerRole;
import prismq.t.script.versioning.review.Scores;
import prismq.t.script.versioning.review.Verdict;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.VersionDetails;
import prismq.t.script.versioning.transfer.reviews.RecordKind;
import prismq.t.script.versioning.transfer.reviews.ReviewRecord;
import prismq.t.script.versioning.transfer.reviews.ReviewRestorer;

/**
 * Makes closed reviews of the versions of a story from what PrismQ kept as its reviews. Whoever
 * reviewed is not in the database, so they are all by PrismQ, which has no account.
 */
final class PrismQReviews {
  private static final String REVIEWER = "PrismQ";
  private static final String CUT = "…";
  private static final int BEST_SCORE = 100;

  private final ImportContext context;
  private final ReviewStore store;
  private final long story;
  private final String scriptId;
  private final ReviewRestorer restorer;
  private final TreeMap<Instant, ReviewedVersion> byTime = new TreeMap<>();

  PrismQReviews(ImportContext context, ReviewStore store, long story, String scriptId) {
    this.context = context;
    this.store = store;
    this.story = story;
    this.scriptId = scriptId;
    this.restorer = new ReviewRestorer(context);
  }

  /** A version here; its number is 0 in a preview where it is to come. */
  private record ReviewedVersion(int number, Instant createdAt, Object where) {}

  /** Adds the reviews of a text of PrismQ, which is a version here. */
  void take(TextRow row, int prismqNumber, int versionNumber, Object where) {
    ReviewedVersion version =
        new ReviewedVersion(versionNumber, createdAt(row, versionNumber), where);
    @Nullable Instant written = PrismQTime.parse(row.createdAt());
    if (written != null) {
      byTime.put(written, version);
    }
    List<ReviewRecord> records = new ArrayList<>();
    @Nullable Long id = row.reviewId();
    if (id != null) {
      store.review(id).ifPresent(review -> add(records, version, "", review.createdAt(), review));
    }
    store.storyReviews(story, prismqNumber).stream()
        .limit(ReviewStore.MAX_REVIEWS)
        .forEach(of -> add(records, version, of));
    save(records);
  }

  private Instant createdAt(TextRow row, int versionNumber) {
    if (versionNumber > 0) {
      return context.manager().version(scriptId, versionNumber).createdAt();
    }
    @Nullable Instant written = PrismQTime.parse(row.createdAt());
    return written == null ? Instant.EPOCH : written;
  }

  /**
   * Adds the reviews of the story that do not say of which version they are: they are of the one
   * that was the newest when they were written.
   */
  void takeUnversioned() {
    List<StoryReviewRow> reviews = store.unversionedReviews(story);
    List<ReviewRecord> records = new ArrayList<>();
    for (StoryReviewRow of : reviews) {
      @Nullable ReviewRow review = of.review();
      String given =
          of.createdAt().isEmpty() && review != null ? review.createdAt() : of.createdAt();
      @Nullable Instant written = PrismQTime.parse(given);
      Map.@Nullable Entry<Instant, ReviewedVersion> version =
          written == null ? null : byTime.floorEntry(written);
      if (review == null || version == null) {
        context
            .summary()
            .leftOut(
                scriptId,
                FilledMessage.of(
                    "remark.prismq.review_of_story", VersionDetails.inRemark(of.type())),
                FilledMessage.of(
                    review == null
                        ? "remark.prismq.review_nowhere"
                        : "remark.prismq.review_undated"));
      } else {
        add(records, version.getValue(), of);
      }
    }
    save(records);
  }

  private void save(List<ReviewRecord> records) {
    if (!records.isEmpty()) {
      restorer.take(records);
    }
  }

  private void add(List<ReviewRecord> records, ReviewedVersion version, StoryReviewRow of) {
    @Nullable ReviewRow review = of.review();
    if (review != null) {
      String given = of.createdAt().isEmpty() ? review.createdAt() : of.createdAt();
      add(records, version, of.type(), given, review);
    }
  }

  private void add(
      List<ReviewRecord> records,
      ReviewedVersion version,
      String type,
      String given,
      ReviewRow review) {
    String role = ReviewerRole.checked("role", PlainText.line(type, ReviewerRole.MAX_LENGTH));
    long at = time(given, version.createdAt).toEpochMilli();
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("review_number", 0L);
    asked.put("version_number", (long) version.number);
    asked.put("asked_by", REVIEWER);
    asked.put("asked_at", at);
    // Tells reviews of different kinds apart in another run, and so is in no language.
    asked.put("message", role.isEmpty() ? REVIEWER : REVIEWER + ": " + role);
    asked.put("rule", ReviewRule.PRESET.kind().word());
    asked.put("approvals", 0L);
    asked.put("closed_by", REVIEWER);
    asked.put("closed_at", at);
    records.add(record(RecordKind.REVIEW, asked));
    Map<String, Object> reviewer = new LinkedHashMap<>();
    reviewer.put("name", REVIEWER);
    put(reviewer, "role", role);
    reviewer.put("weight", 1L);
    records.add(record(RecordKind.REVIEWER, reviewer));
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("name", REVIEWER);
    // A score decides nothing here.
    said.put("verdict", Verdict.THROUGH.word());
    put(said, "comment", comment(review.text(), version.where));
    put(said, "scores", scores(role, review.score()));
    said.put("given_at", at);
    records.add(record(RecordKind.VERDICT, said));
  }

  private ReviewRecord record(RecordKind kind, Map<String, Object> values) {
    values.put("script_id", scriptId);
    values.put("record", kind.word());
    return ReviewRecord.read(values);
  }

  private static void put(Map<String, Object> values, String key, String value) {
    if (!value.isEmpty()) {
      values.put(key, value);
    }
  }

  /** When it was written, or the version where that is not known. */
  private Instant time(String given, Instant otherwise) {
    @Nullable Instant written = PrismQTime.parse(given);
    boolean isKnown =
        written != null && TimeRange.has(written) && !written.isAfter(context.clock().instant());
    return (isKnown && written != null ? written : otherwise).truncatedTo(ChronoUnit.MILLIS);
  }

  private String comment(String given, Object where) {
    String text = PlainText.message(given).strip();
    if (text.length() <= Verdict.MAX_COMMENT) {
      return text;
    }
    context
        .summary()
        .changed(
            scriptId, where, FilledMessage.of("remark.prismq.review_cut", Verdict.MAX_COMMENT));
    return PlainText.cut(text, Verdict.MAX_COMMENT - CUT.length()) + CUT;
  }

  private static String scores(String role, @Nullable Double score) {
    if (score == null || !(score >= 0 && score <= BEST_SCORE)) {
      return "";
    }
    // To the digits that scores have here.
    double kept = Math.rint(score * 1_000_000) / 1_000_000;
    return Scores.checked(Map.of(role.isEmpty() ? "score" : role, kept)).json();
  }
}
