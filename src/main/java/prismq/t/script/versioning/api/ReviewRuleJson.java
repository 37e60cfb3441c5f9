package prismq.t.script.versioning.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.review.ReviewRule;
import prismq.t.script.versioning.review.RuleKind;

/**
 * How reviews are decided as JSON.
 *
 * @param approvals null where the kind does not count them
 */
record ReviewRuleJson(String kind, @Nullable Integer approvals, List<String> roles) {
  private static final String FIELD = "review_rule";
  private static final Set<String> MEMBERS = Set.of("kind", "approvals", "roles");

  static ReviewRuleJson of(ReviewRule rule) {
    return new ReviewRuleJson(
        rule.kind().word(), rule.approvals() == 0 ? null : rule.approvals(), rule.roles());
  }

  /**
   * A rule as it was sent.
   *
   * @param sent empty for the one that holds where nobody said anything
   * @throws InvalidInputException if it is none
   */
  static ReviewRule rule(Map<String, Object> sent) {
    if (sent.isEmpty()) {
      return ReviewRule.PRESET;
    }
    if (!MEMBERS.containsAll(sent.keySet())) {
      throw wrong();
    }
    RuleKind kind =
        RuleKind.named(String.valueOf(sent.get("kind"))).orElseThrow(ReviewRuleJson::wrong);
    Object approvals = sent.get("approvals");
    Object roles = sent.get("roles");
    boolean areCounted = approvals == null || approvals instanceof Integer;
    boolean areNamed =
        roles == null
            || (roles instanceof List<?> list && list.stream().allMatch(String.class::isInstance));
    if (!areCounted || !areNamed) {
      throw wrong();
    }
    return ReviewRule.checked(
        kind,
        approvals == null ? 0 : (Integer) approvals,
        roles == null ? List.of() : ((List<?>) roles).stream().map(String::valueOf).toList(),
        FIELD,
        FIELD);
  }

  private static InvalidInputException wrong() {
    return new InvalidInputException(
        FIELD,
        "It has a kind (unanimous, majority, weighted or approvals), with approvals a number of"
            + " them, and may have roles that must have spoken: {\"kind\": \"approvals\","
            + " \"approvals\": 2, \"roles\": [\"grammar\"]}.");
  }
}
