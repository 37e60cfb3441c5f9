package prismq.t.script.versioning.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Urls;

/**
 * A review with what has come of it, as pages and JSON tell it.
 *
 * @param lapse why its verdicts no longer count; null while they do
 * @param isOverdue whether its deadline is over and nothing is decided
 * @param turns whose turn it is; nobody's where it is over
 */
public record ReviewView(
    Review review,
    ReviewDecision decision,
    @Nullable ReviewLapse lapse,
    boolean isOverdue,
    List<ShownTurn> turns) {
  /** The word of a review whose verdicts no longer count. */
  private static final String LAPSED = "lapsed";

  /** Whether verdicts can be given. */
  public boolean isOpenToVerdicts() {
    return lapse == null && !review.isClosed();
  }

  /** What has come of it, as JSON says it. */
  public String word() {
    if (lapse != null) {
      return LAPSED;
    }
    return switch (decision.outcome()) {
      case OPEN -> "open";
      case APPROVED -> "approved";
      case CHANGES_ASKED -> "changes_asked";
    };
  }

  /** The same for a reader. */
  public String title() {
    return Messages.text("reviews.state." + word());
  }

  /** The class of its colour. */
  public String cssClass() {
    return lapse == null ? ReviewChip.of(review).cssClass() : LAPSED;
  }

  /** Whether it is of a comparison, and not of the version alone. */
  public boolean isOfComparison() {
    return review.fromVersion() != null;
  }

  /** The version in short: “v12”. */
  public String versionName() {
    return "v" + review.versionNumber();
  }

  /** Its own page, which stays. */
  public String url() {
    return Urls.review(review.scriptId(), review.number());
  }

  public String versionUrl() {
    return Urls.version(review.scriptId(), review.versionNumber());
  }

  public String verdictsUrl() {
    return url() + "/verdicts";
  }

  public String turnUrl() {
    return url() + "/turn";
  }

  public String closeUrl() {
    return url() + "/close";
  }

  /** What is missing for it to be approved, in sentences; none where it is decided or over. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (decision.outcome() != ReviewOutcome.OPEN || !isOpenToVerdicts()) {
      return missing;
    }
    int wanted = review.rule().approvals() - decision.approvals();
    if (review.rule().kind() == RuleKind.APPROVALS && wanted > 0) {
      missing.add(Messages.count("reviews.missing_approvals", wanted, Integer.toString(wanted)));
    }
    List<String> awaited =
        review.reviewers().stream()
            .filter(reviewer -> reviewer.stance() == Stance.AWAITED)
            .map(reviewer -> reviewer.account().name())
            .toList();
    if (!awaited.isEmpty()) {
      missing.add(Messages.text("reviews.missing_people", Messages.list(awaited)));
    }
    for (String role : decision.silentRoles()) {
      boolean isAsked =
          review.reviewers().stream().anyMatch(asked -> asked.role().equalsIgnoreCase(role));
      missing.add(
          Messages.text(
              isAsked ? "reviews.missing_role" : "reviews.missing_role_person",
              ReviewerRole.shown(role)));
    }
    if (decision.isStuck()) {
      missing.add(Messages.text("reviews.missing_voters"));
    }
    return missing;
  }

  /** Somebody's place in it; empty where they were not asked. */
  Optional<Reviewer> reviewer(@Nullable Long accountId) {
    return accountId == null ? Optional.empty() : review.reviewer(accountId);
  }
}
