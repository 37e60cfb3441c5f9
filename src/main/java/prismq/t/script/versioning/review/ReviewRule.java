package prismq.t.script.versioning.review;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;

/**
 * What it takes for a version to be approved.
 *
 * @param approvals as many as are needed where the kind counts them; else 0
 * @param roles those that must have spoken, whatever they say
 */
public record ReviewRule(RuleKind kind, int approvals, List<String> roles) {
  /** Holds where nobody said anything else. */
  public static final ReviewRule PRESET = new ReviewRule(RuleKind.UNANIMOUS, 0, List.of());

  /** Most reviewers of a review. */
  public static final int MAX_REVIEWERS = 50;

  private static final int MAX_ROLES = 10;

  /**
   * A rule as it is kept.
   *
   * @param field that roles were given in
   * @throws InvalidInputException if it is outside the rules
   */
  public static ReviewRule checked(
      RuleKind kind, int approvals, List<String> roles, String numberField, String field) {
    if (kind == RuleKind.APPROVALS && (approvals < 1 || approvals > MAX_REVIEWERS)) {
      throw new InvalidInputException(
          numberField, FilledMessage.of("reviews.rule_number", MAX_REVIEWERS));
    }
    List<String> checked = new ArrayList<>();
    for (String role : roles) {
      String kept = ReviewerRole.checked(field, role);
      if (!kept.isEmpty() && checked.stream().noneMatch(kept::equalsIgnoreCase)) {
        checked.add(kept);
      }
    }
    if (checked.size() > MAX_ROLES) {
      throw new InvalidInputException(field, FilledMessage.of("reviews.rule_roles", MAX_ROLES));
    }
    return new ReviewRule(kind, kind == RuleKind.APPROVALS ? approvals : 0, List.copyOf(checked));
  }

  /** Whether it counts each verdict as often as the weight of who gave it says. */
  public boolean isWeighted() {
    return kind == RuleKind.WEIGHTED;
  }

  /** The rule in a sentence. */
  public String sentence() {
    String needed =
        kind == RuleKind.APPROVALS
            ? Messages.count("reviews.rule.approvals", approvals, Integer.toString(approvals))
            : Messages.text("reviews.rule." + kind.word());
    if (roles.isEmpty()) {
      return needed;
    }
    String names = Messages.list(roles.stream().map(ReviewerRole::shown).toList());
    String spoken = Messages.text("reviews.rule.roles", names);
    return Messages.text("problem.and_next", needed, spoken);
  }
}
