package prismq.t.script.versioning.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Holds what is decided against the rules as help tells them, for every set of ballots. */
class ReviewDecisionTest {
  private static final List<List<String>> ROLES =
      List.of(List.of(), List.of("grammar"), List.of("grammar", "tone"));

  private static List<ReviewRule> rules() {
    List<ReviewRule> rules = new ArrayList<>();
    for (List<String> roles : ROLES) {
      rules.add(new ReviewRule(RuleKind.UNANIMOUS, 0, roles));
      rules.add(new ReviewRule(RuleKind.MAJORITY, 0, roles));
      rules.add(new ReviewRule(RuleKind.WEIGHTED, 0, roles));
      for (int approvals = 1; approvals <= 4; approvals++) {
        rules.add(new ReviewRule(RuleKind.APPROVALS, approvals, roles));
      }
    }
    return rules;
  }

  private static List<Ballot> ballots(List<String> roles, int... weights) {
    List<Ballot> all = new ArrayList<>();
    for (Stance stance : Stance.values()) {
      for (String role : roles) {
        for (int weight : weights) {
          all.add(new Ballot(stance, role, weight));
        }
      }
    }
    return all;
  }

  /** Every row of up to so many of these. */
  private static void eachRow(
      List<Ballot> choice, int longest, List<Ballot> begun, Consumer<List<Ballot>> use) {
    use.accept(begun);
    if (begun.size() < longest) {
      for (Ballot next : choice) {
        List<Ballot> more = new ArrayList<>(begun);
        more.add(next);
        eachRow(choice, longest, more, use);
      }
    }
  }

  @Test
  void everySetOfThreeBallotsIsDecidedAsTheRulesSay() {
    eachRow(ballots(List.of("", "Grammar", "tone"), 1, 2, 3), 3, List.of(), this::isDecidedAsTold);
  }

  @Test
  void everySetOfSixStancesIsDecidedAsTheRulesSay() {
    eachRow(ballots(List.of("grammar"), 1), 6, List.of(), this::isDecidedAsTold);
  }

  @Test
  void everySetOfFourWeightsIsDecidedAsTheRulesSay() {
    eachRow(ballots(List.of(""), 1, 4, 10), 4, List.of(), this::isDecidedAsTold);
  }

  private void isDecidedAsTold(List<Ballot> ballots) {
    for (ReviewRule rule : rules()) {
      if (ReviewDecision.of(rule, ballots).outcome() != told(rule, ballots)) {
        assertThat(ReviewDecision.of(rule, ballots).outcome())
            .as("%s by %s", ballots, rule)
            .isEqualTo(told(rule, ballots));
      }
    }
  }

  /** The rules said over, one voice after the other. */
  private static ReviewOutcome told(ReviewRule rule, List<Ballot> ballots) {
    List<String> yes = new ArrayList<>();
    List<String> no = new ArrayList<>();
    List<String> perhaps = new ArrayList<>();
    List<String> spoke = new ArrayList<>();
    for (Ballot ballot : ballots) {
      int voices = rule.kind() == RuleKind.WEIGHTED ? ballot.weight() : 1;
      for (int voice = 0; voice < voices; voice++) {
        switch (ballot.stance()) {
          case FOR -> yes.add("yes");
          case AGAINST -> no.add("no");
          case AWAITED -> perhaps.add("perhaps");
          case THROUGH, ASIDE -> {}
        }
      }
      if (List.of(Stance.FOR, Stance.AGAINST, Stance.THROUGH).contains(ballot.stance())) {
        spoke.add(ballot.role().replace('G', 'g'));
      }
    }
    boolean passes;
    boolean fails;
    if (rule.kind() == RuleKind.UNANIMOUS) {
      passes = !yes.isEmpty() && no.isEmpty() && perhaps.isEmpty();
      fails = !no.isEmpty();
    } else if (rule.kind() == RuleKind.APPROVALS) {
      passes = yes.size() >= rule.approvals() && no.isEmpty();
      fails = !no.isEmpty();
    } else {
      double all = yes.size() + no.size() + perhaps.size();
      passes = yes.size() > all / 2;
      fails = !no.isEmpty() && yes.size() + perhaps.size() <= all / 2;
    }
    if (fails) {
      return ReviewOutcome.CHANGES_ASKED;
    }
    return passes && spoke.containsAll(rule.roles()) ? ReviewOutcome.APPROVED : ReviewOutcome.OPEN;
  }

  @Test
  void whoLeavesItToOthersIsNotCounted() {
    ReviewDecision decision =
        ReviewDecision.of(
            ReviewRule.PRESET,
            List.of(
                new Ballot(Stance.FOR, "", 1),
                new Ballot(Stance.ASIDE, "", 1),
                new Ballot(Stance.THROUGH, "", 1),
                new Ballot(Stance.AWAITED, "", 1)));
    assertThat(decision.outcome()).isEqualTo(ReviewOutcome.OPEN);
    assertThat(decision.approvals()).isEqualTo(1);
    assertThat(decision.voters()).isEqualTo(2);
    assertThat(decision.isStuck()).isFalse();
  }

  @Test
  void itIsStuckWhereTooFewCanDecide() {
    ReviewRule two = new ReviewRule(RuleKind.APPROVALS, 2, List.of());
    List<Ballot> ballots =
        List.of(new Ballot(Stance.AWAITED, "", 1), new Ballot(Stance.THROUGH, "", 1));
    assertThat(ReviewDecision.of(two, ballots).isStuck()).isTrue();
    assertThat(ReviewDecision.of(ReviewRule.PRESET, ballots).isStuck()).isFalse();
    assertThat(ReviewDecision.of(ReviewRule.PRESET, List.of()).isStuck()).isTrue();
  }
}
