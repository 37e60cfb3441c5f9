package prismq.t.script.versioning.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Comment;
import prismq.t.script.versioning.comment.CommentThread;
import prismq.t.script.versioning.comment.CommentThread.Resolution;
import prismq.t.script.versioning.comment.PlacedThread;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.comment.SuggestionDecision;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.readmark.ReadShare;
import prismq.t.script.versioning.review.GivenVerdict;
import prismq.t.script.versioning.review.Review;
import prismq.t.script.versioning.review.Reviewer;

/** What was said in review for programs, as a report in JSON has it. */
final class JsonAnnex {
  private JsonAnnex() {}

  /** All of it. */
  record ReviewOfReport(
      int shownIn,
      List<ReportedReview> reviews,
      List<ReportedGuestVerdict> guestVerdicts,
      List<ReportedRole> roles,
      List<ReportedPerson> people,
      List<ReportedScores> scores,
      List<ReportedThread> threads,
      List<ReportedSuggestion> suggestions,
      int openSuggestions,
      List<ReportedEvent> timeline) {}

  /** A review that was asked for. */
  record ReportedReview(
      int reviewId,
      @Nullable Integer fromVersion,
      int versionNumber,
      String askedBy,
      String askedAt,
      @Nullable String deadline,
      @Nullable String closedAt,
      List<ReportedReviewer> reviewers) {}

  /** Somebody who was asked, and what they said, oldest first. */
  record ReportedReviewer(String name, @Nullable String role, List<ReportedVerdict> verdicts) {}

  /** What somebody said; only the last of their verdicts in a review counts. */
  record ReportedVerdict(
      String verdict,
      String comment,
      Map<String, BigDecimal> scores,
      @Nullable Integer wordsRead,
      @Nullable Integer wordsToRead,
      String givenAt) {}

  /** What a guest of a share link decided; it counts in no review. */
  record ReportedGuestVerdict(
      String name,
      boolean isGuest,
      int versionNumber,
      String verdict,
      String comment,
      String givenAt) {}

  /** What those said who were asked in a role; null for none. */
  record ReportedRole(
      @Nullable String role,
      List<String> people,
      int asked,
      int answered,
      int approvals,
      int against) {}

  /** What somebody did. */
  record ReportedPerson(
      String name,
      boolean isProgram,
      boolean isGuest,
      SortedSet<String> roles,
      int asked,
      int answered,
      int comments,
      int suggested,
      int accepted) {}

  /** Scores of a version; by is null for the review score that it came with. */
  record ReportedScores(int versionNumber, @Nullable String by, Map<String, BigDecimal> scores) {}

  /** Where words stand, in code points. */
  record ReportedRange(int start, int end) {}

  /** A thread, where its words stand in the version that they are looked for in. */
  record ReportedThread(
      long threadId,
      int versionNumber,
      String quote,
      @Nullable String state,
      @Nullable ReportedRange range,
      @Nullable String text,
      @Nullable String resolvedAt,
      @Nullable String resolvedBy,
      List<Integer> addressedBy,
      boolean isOfGuests,
      List<ReportedComment> comments) {}

  /** What somebody wrote; body is null where they deleted it. */
  record ReportedComment(
      long commentId,
      String author,
      @Nullable String body,
      String createdAt,
      @Nullable String editedAt) {}

  /** A suggestion that was accepted or rejected. */
  record ReportedSuggestion(
      long suggestionId,
      int versionNumber,
      String quote,
      String replacement,
      @Nullable String reason,
      String author,
      String createdAt,
      String decidedAt,
      @Nullable String decidedBy,
      @Nullable Integer acceptedIn,
      @Nullable String decisionReason) {}

  /** Something that happened, and how often on end. */
  record ReportedEvent(
      String at,
      String by,
      String act,
      List<Integer> versions,
      @Nullable String detail,
      int times) {}

  static ReviewOfReport of(ReviewAnnex annex) {
    return new ReviewOfReport(
        annex.shownIn(),
        annex.reviews().stream().map(JsonAnnex::review).toList(),
        annex.guestVerdicts().stream()
            .map(
                given ->
                    new ReportedGuestVerdict(
                        given.author(),
                        given.isGuest(),
                        given.versionNumber(),
                        given.verdict().word(),
                        given.comment(),
                        Wording.iso(given.givenAt())))
            .toList(),
        AnnexPerson.OfRole.of(annex).stream()
            .map(
                one ->
                    new ReportedRole(
                        orNull(one.role()),
                        one.people(),
                        one.asked(),
                        one.answered(),
                        one.approvals(),
                        one.against()))
            .toList(),
        AnnexPerson.of(annex).stream()
            .map(
                one ->
                    new ReportedPerson(
                        one.name(),
                        one.isProgram(),
                        one.isGuest(),
                        one.roles(),
                        one.asked(),
                        one.answered(),
                        one.comments(),
                        one.suggested(),
                        one.accepted()))
            .toList(),
        AnnexScore.of(annex).stream()
            .map(one -> new ReportedScores(one.version(), one.by(), one.scores().values()))
            .toList(),
        annex.threads().stream().map(placed -> thread(annex, placed)).toList(),
        annex.decided().stream().flatMap(JsonAnnex::suggestions).toList(),
        annex.open(),
        AnnexEvent.of(annex).stream()
            .map(
                event ->
                    new ReportedEvent(
                        Wording.iso(event.at()),
                        event.by(),
                        event.act(),
                        event.versions(),
                        orNull(event.detail()),
                        event.times()))
            .toList());
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : Wording.iso(time);
  }

  private static ReportedReview review(Review review) {
    return new ReportedReview(
        review.number(),
        review.fromVersion(),
        review.versionNumber(),
        review.askedBy().name(),
        Wording.iso(review.askedAt()),
        time(review.deadline()),
        time(review.closedAt()),
        review.reviewers().stream().map(JsonAnnex::reviewer).toList());
  }

  private static ReportedReviewer reviewer(Reviewer reviewer) {
    return new ReportedReviewer(
        reviewer.account().name(),
        orNull(reviewer.role()),
        reviewer.verdicts().stream().map(JsonAnnex::verdict).toList());
  }

  private static ReportedVerdict verdict(GivenVerdict given) {
    @Nullable ReadShare read = given.read();
    return new ReportedVerdict(
        given.verdict().word(),
        given.comment(),
        given.scores().values(),
        read == null ? null : read.wordsRead(),
        read == null ? null : read.words(),
        Wording.iso(given.givenAt()));
  }

  private static ReportedThread thread(ReviewAnnex annex, PlacedThread placed) {
    CommentThread thread = placed.thread();
    @Nullable CodePointRange range = placed.range();
    @Nullable Resolution resolution = thread.resolution();
    return new ReportedThread(
        thread.id(),
        thread.anchor().version(),
        thread.anchor().quote(),
        annex.shownIn() == 0 ? null : placed.placement().state().name().toLowerCase(Locale.ROOT),
        range == null ? null : new ReportedRange(range.start(), range.end()),
        placed.text(),
        resolution == null ? null : Wording.iso(resolution.at()),
        resolution == null ? null : resolution.by(),
        thread.addressedBy(),
        thread.isOfGuests(),
        thread.comments().stream().map(JsonAnnex::comment).toList());
  }

  private static ReportedComment comment(Comment comment) {
    return new ReportedComment(
        comment.id(),
        comment.by().name(),
        comment.body(),
        Wording.iso(comment.createdAt()),
        time(comment.editedAt()));
  }

  private static Stream<ReportedSuggestion> suggestions(Suggestion suggestion) {
    @Nullable SuggestionDecision decision = suggestion.decision();
    return decision == null ? Stream.empty() : Stream.of(suggestion(suggestion, decision));
  }

  private static ReportedSuggestion suggestion(Suggestion suggestion, SuggestionDecision decision) {
    return new ReportedSuggestion(
        suggestion.id(),
        suggestion.anchor().version(),
        suggestion.anchor().quote(),
        suggestion.replacement(),
        suggestion.reason(),
        suggestion.by().name(),
        Wording.iso(suggestion.createdAt()),
        Wording.iso(decision.at()),
        decision.by(),
        decision.acceptedIn(),
        decision.reason());
  }
}
