package prismq.t.script.versioning.review;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.account.Account;

/**
 * A review as somebody is shown it.
 *
 * @param form for their verdict; null for who was not asked, or can give none any more
 */
public record ShownReview(ReviewView view, @Nullable VerdictForm form) {
  /** For everybody alike, without a form. */
  public static ShownReview toAll(ReviewView view) {
    return new ShownReview(view, null);
  }

  /** For whoever asks, with a form where they were asked for a verdict. */
  public static ShownReview of(ReviewView view, Requester requester) {
    @Nullable Account account = requester.account();
    if (account == null || !view.isOpenToVerdicts()) {
      return toAll(view);
    }
    return new ShownReview(
        view,
        view.reviewer(account.id()).filter(Reviewer::mayAnswer).map(VerdictForm::of).orElse(null));
  }
}
