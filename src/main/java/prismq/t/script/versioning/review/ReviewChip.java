package prismq.t.script.versioning.review;

import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Urls;

/**
 * What has come of a version's newest review, beside other facts of the version. Its words are made
 * where it is shown, in the language spoken there.
 *
 * @param approvals number of people who approve
 * @param voters number of people who decide
 */
public record ReviewChip(
    String scriptId, int reviewNumber, ReviewOutcome outcome, int approvals, int voters) {
  /** What has come of a review. */
  public static ReviewChip of(Review review) {
    ReviewDecision decision = review.decision();
    return new ReviewChip(
        review.scriptId(),
        review.number(),
        decision.outcome(),
        decision.approvals(),
        decision.voters());
  }

  /** The page of the review. */
  public String url() {
    return Urls.review(scriptId, reviewNumber);
  }

  /** In a few words, such as “2 of 3 approved”. */
  public String text() {
    return switch (outcome) {
      case APPROVED -> Messages.text("reviews.chip_approved");
      case CHANGES_ASKED -> Messages.text("reviews.chip_changes");
      case OPEN ->
          voters == 0
              ? Messages.text("reviews.chip_open")
              : Messages.text("reviews.chip_some", approvals, voters);
    };
  }

  /** The class of its colour. */
  public String cssClass() {
    return switch (outcome) {
      case APPROVED -> "approved";
      case CHANGES_ASKED -> "changes-asked";
      case OPEN -> "in-review";
    };
  }
}
