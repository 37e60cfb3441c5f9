package prismq.t.script.versioning.api;

import java.util.List;
import prismq.t.script.versioning.label.LabelRules.ShownLabelRule;

/**
 * The rule of a label as JSON.
 *
 * @param people the names of those who are named
 * @param groups the names of the groups that are named
 * @param sentence the rule for a reader
 */
record LabelRuleJson(
    String name,
    String movers,
    List<String> people,
    List<String> groups,
    int approvals,
    boolean threadsResolved,
    String sentence) {

  static LabelRuleJson of(ShownLabelRule shown) {
    return new LabelRuleJson(
        shown.rule().name(),
        shown.rule().movers().word(),
        shown.people(),
        shown.groups(),
        shown.rule().approvals(),
        shown.rule().needsThreadsResolved(),
        shown.sentence());
  }
}
