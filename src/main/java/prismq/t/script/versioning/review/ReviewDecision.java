package prismq.t.script.versioning.review;

import java.util.List;

/**
 * What ballots come to by a rule.
 *
 * @param approvals number of people who approve
 * @param voters number of people who decide: those who approve, want changes, or can still do so
 * @param silentRoles roles that must have spoken and have not
 * @param isStuck whether it is open, and those who can still decide could not approve it alone
 */
record ReviewDecision(
    ReviewOutcome outcome, int approvals, int voters, List<String> silentRoles, boolean isStuck) {

  /** Decides. The order of the ballots does not matter. */
  static ReviewDecision of(ReviewRule rule, List<Ballot> ballots) {
    int approving = sum(rule, ballots, Stance.FOR);
    int opposing = sum(rule, ballots, Stance.AGAINST);
    int awaited = sum(rule, ballots, Stance.AWAITED);
    List<String> silent =
        rule.roles().stream()
            .filter(role -> ballots.stream().noneMatch(ballot -> ballot.speaksAs(role)))
            .toList();
    ReviewOutcome outcome =
        isHeldUp(rule, approving, opposing, awaited)
            ? ReviewOutcome.CHANGES_ASKED
            : isEnough(rule, approving, opposing, awaited) && silent.isEmpty()
                ? ReviewOutcome.APPROVED
                : ReviewOutcome.OPEN;
    return new ReviewDecision(
        outcome,
        count(ballots, Stance.FOR),
        count(ballots, Stance.FOR)
            + count(ballots, Stance.AGAINST)
            + count(ballots, Stance.AWAITED),
        silent,
        outcome == ReviewOutcome.OPEN && !isEnough(rule, approving + awaited, opposing, 0));
  }

  private static boolean isHeldUp(ReviewRule rule, int approving, int opposing, int awaited) {
    return switch (rule.kind()) {
      case UNANIMOUS, APPROVALS -> opposing > 0;
      // More than half can no longer approve.
      case MAJORITY, WEIGHTED -> opposing > 0 && opposing >= approving + awaited;
    };
  }

  private static boolean isEnough(ReviewRule rule, int approving, int opposing, int awaited) {
    return switch (rule.kind()) {
      case UNANIMOUS -> approving > 0 && awaited == 0;
      case APPROVALS -> approving >= rule.approvals();
      case MAJORITY, WEIGHTED -> approving > opposing + awaited;
    };
  }

  private static int sum(ReviewRule rule, List<Ballot> ballots, Stance stance) {
    return ballots.stream()
        .filter(ballot -> ballot.stance() == stance)
        .mapToInt(ballot -> rule.kind() == RuleKind.WEIGHTED ? ballot.weight() : 1)
        .sum();
  }

  private static int count(List<Ballot> ballots, Stance stance) {
    return (int) ballots.stream().filter(ballot -> ballot.stance() == stance).count();
  }
}
