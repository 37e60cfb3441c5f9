package prismq.t.script.versioning.review;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.SentForm;

/**
 * What the form for the rule of a script holds.
 *
 * @param kind the word of the kind that is chosen
 * @param approvals as it was typed
 * @param roles with commas between them
 */
record RuleForm(String kind, String approvals, String roles) {
  static RuleForm of(ReviewRule rule) {
    return new RuleForm(
        rule.kind().word(),
        Integer.toString(Math.max(1, rule.approvals())),
        String.join(", ", rule.roles().stream().map(ReviewerRole::shown).toList()));
  }

  static RuleForm sent(Context context) {
    return new RuleForm(
        SentForm.stripped(context, "kind"),
        SentForm.stripped(context, "approvals"),
        SentForm.stripped(context, "roles"));
  }

  /** The rule that it says. */
  ReviewRule rule() {
    RuleKind chosen =
        RuleKind.named(kind)
            .orElseThrow(
                () -> new InvalidInputException("kind", FilledMessage.of("reviews.choose_rule")));
    List<String> named =
        Arrays.stream(roles.split(",", -1)).filter(role -> !role.isBlank()).toList();
    int count = approvals.matches("\\d{1,3}") ? Integer.parseInt(approvals) : 0;
    return ReviewRule.checked(chosen, count, named, "approvals", "roles");
  }
}
