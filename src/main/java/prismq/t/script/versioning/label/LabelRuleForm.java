package prismq.t.script.versioning.label;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import prismq.t.script.versioning.access.Grantee;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.SentForm;

/**
 * What the form for the rule of a label holds, so that nothing typed is lost when it is shown
 * again.
 *
 * @param named the words of those who are named
 * @param approvals as they were typed
 */
record LabelRuleForm(
    String name, String movers, Set<String> named, String approvals, boolean needsThreads) {
  /** For a label without a rule. */
  static LabelRuleForm empty(String name) {
    return new LabelRuleForm(name, LabelMovers.MANAGE.word(), Set.of(), "", false);
  }

  static LabelRuleForm of(LabelRule rule) {
    return new LabelRuleForm(
        rule.name(),
        rule.movers().word(),
        rule.named().stream().map(Grantee::word).collect(Collectors.toSet()),
        rule.approvals() == 0 ? "" : Integer.toString(rule.approvals()),
        rule.needsThreadsResolved());
  }

  static LabelRuleForm sent(Context context) {
    return new LabelRuleForm(
        SentForm.stripped(context, "name"),
        SentForm.stripped(context, "movers"),
        Set.copyOf(SentForm.texts(context, "named")),
        SentForm.stripped(context, "approvals"),
        SentForm.stripped(context, "threads_resolved").equals("true"));
  }

  public boolean names(String word) {
    return named.contains(word);
  }

  /** What it asks for, of those who can be named. */
  LabelRule rule(List<Grantee> known) {
    if (!approvals.isEmpty() && !approvals.matches("\\d{1,3}")) {
      throw new InvalidInputException(
          "approvals", FilledMessage.of("label.approvals_range", LabelRule.MAX_APPROVALS));
    }
    return new LabelRule(
        name,
        LabelMovers.of(movers),
        known.stream().filter(one -> named.contains(one.word())).collect(Collectors.toSet()),
        approvals.isEmpty() ? 0 : Integer.parseInt(approvals),
        needsThreads);
  }
}
