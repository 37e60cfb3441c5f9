package prismq.t.script.versioning.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.review.GivenVerdict;
import prismq.t.script.versioning.review.Review;
import prismq.t.script.versioning.review.ReviewLapse;
import prismq.t.script.versioning.review.ReviewView;
import prismq.t.script.versioning.review.Reviewer;
import prismq.t.script.versioning.review.ShownTurn;

/**
 * A review as JSON.
 *
 * @param fromVersion the left one of a comparison; null where it is of the version alone
 * @param state open, approved, changes_asked, or lapsed where no verdict counts any more
 * @param missing what is missing for it to be approved, in sentences
 * @param turn whose turn it is; nobody's where it is over
 * @param lapsedBy the version with other words by which verdicts lapsed; null while they count
 */
record ReviewJson(
    int reviewId,
    String scriptId,
    @Nullable Integer fromVersion,
    int versionNumber,
    String versionHash,
    String state,
    List<String> missing,
    ReviewRuleJson rule,
    String askedBy,
    String askedAt,
    @Nullable String deadline,
    String message,
    @Nullable Integer lapsedBy,
    @Nullable String closedBy,
    @Nullable String closedAt,
    List<ReviewerJson> reviewers,
    List<TurnJson> turn,
    String page) {
  /**
   * Somebody whose turn it is.
   *
   * @param by the name of who gave it to them; null where nobody did
   */
  record TurnJson(String name, String reason, String since, @Nullable String by) {
    static TurnJson of(ShownTurn turn) {
      @Nullable Account by = turn.by();
      return new TurnJson(
          turn.account().name(),
          turn.reason().word(),
          ApiTime.format(turn.since()),
          by == null ? null : by.name());
    }
  }

  /**
   * Somebody who was asked.
   *
   * @param email null for who may not ask for reviews
   * @param group as whose member they were asked; null for none
   * @param role null for none
   * @param madeVersion whether they made the version, so that their approval does not count
   * @param verdict the one that stands; null where there is none
   * @param earlierVerdicts that it replaced, and where there is none, the last one on an earlier
   *     version; oldest first
   */
  record ReviewerJson(
      String name,
      @Nullable String email,
      @Nullable String group,
      @Nullable String role,
      int weight,
      boolean madeVersion,
      @Nullable VerdictJson verdict,
      List<VerdictJson> earlierVerdicts) {}

  /**
   * What somebody said.
   *
   * @param counts whether it decides the review with the others
   * @param lapsed whether it is of other words than the latest version of the branch has
   */
  record VerdictJson(
      String verdict,
      String comment,
      Map<String, BigDecimal> scores,
      String givenAt,
      int versionNumber,
      boolean counts,
      boolean lapsed) {}

  static ReviewJson of(ReviewView view, boolean showsEmails) {
    Review review = view.review();
    @Nullable Account closedBy = review.closedBy();
    @Nullable ReviewLapse lapse = view.lapse();
    return new ReviewJson(
        review.number(),
        review.scriptId(),
        review.fromVersion(),
        review.versionNumber(),
        review.versionHash().hex(),
        view.word(),
        view.missing(),
        ReviewRuleJson.of(review.rule()),
        review.askedBy().name(),
        ApiTime.format(review.askedAt()),
        time(review.deadline()),
        review.message(),
        lapse == null ? null : lapse.headVersion(),
        closedBy == null ? null : closedBy.name(),
        time(review.closedAt()),
        review.reviewers().stream()
            .map(reviewer -> reviewer(reviewer, lapse != null, showsEmails))
            .toList(),
        view.turns().stream().map(TurnJson::of).toList(),
        view.url());
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : ApiTime.format(time);
  }

  private static ReviewerJson reviewer(Reviewer reviewer, boolean isLapsed, boolean showsEmails) {
    @Nullable GivenVerdict current = reviewer.current();
    @Nullable GivenVerdict earlier = reviewer.earlier();
    List<VerdictJson> before = new ArrayList<>();
    reviewer.replaced().forEach(given -> before.add(verdict(given, false, isLapsed)));
    if (current == null && earlier != null) {
      before.add(verdict(earlier, false, reviewer.isEarlierLapsed()));
    }
    return new ReviewerJson(
        reviewer.account().name(),
        showsEmails ? reviewer.account().email() : null,
        reviewer.group().isEmpty() ? null : reviewer.group(),
        reviewer.role().isEmpty() ? null : reviewer.role(),
        reviewer.weight(),
        reviewer.isMaker(),
        current == null ? null : verdict(current, !isLapsed && !reviewer.isOwnApproval(), isLapsed),
        before);
  }

  private static VerdictJson verdict(GivenVerdict given, boolean counts, boolean isLapsed) {
    return new VerdictJson(
        given.verdict().word(),
        given.comment(),
        given.scores().values(),
        ApiTime.format(given.givenAt()),
        given.versionNumber(),
        counts,
        isLapsed);
  }
}
