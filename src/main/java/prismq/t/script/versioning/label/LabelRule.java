package prismq.t.script.versioning.label;

import java.util.Set;
import prismq.t.script.versioning.access.Grantee;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * What it takes to move a label of a script.
 *
 * @param named who may move it where only those may who are named; else nobody
 * @param approvals as many as a version needs, with nobody against; 0 for none
 * @param needsThreadsResolved whether all threads of the script have to be resolved
 */
public record LabelRule(
    String name,
    LabelMovers movers,
    Set<Grantee> named,
    int approvals,
    boolean needsThreadsResolved) {
  /** Most approvals that can be asked for. */
  public static final int MAX_APPROVALS = 50;

  /**
   * A rule as it is kept.
   *
   * @throws InvalidInputException if it is outside the rules of rules
   */
  LabelRule checked() {
    String checked = Label.checkedName(name);
    if (movers == LabelMovers.NAMED && named.isEmpty()) {
      throw new InvalidInputException("named", FilledMessage.of("label.name_somebody"));
    }
    if (approvals < 0 || approvals > MAX_APPROVALS) {
      throw new InvalidInputException(
          "approvals", FilledMessage.of("label.approvals_range", MAX_APPROVALS));
    }
    if (movers == LabelMovers.WRITE && approvals == 0 && !needsThreadsResolved) {
      throw new InvalidInputException("movers", FilledMessage.of("label.rule_empty"));
    }
    return new LabelRule(
        checked,
        movers,
        movers == LabelMovers.NAMED ? named : Set.of(),
        approvals,
        needsThreadsResolved);
  }
}
