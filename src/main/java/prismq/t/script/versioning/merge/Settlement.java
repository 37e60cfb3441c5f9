package prismq.t.script.versioning.merge;

import java.util.List;
import java.util.function.BiFunction;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.conflict.SettledMerge;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.MergeProposal;

/** A proposed merge with the texts chosen for its conflicts. */
public record Settlement(MergeProposal proposal, SettledMerge settled) {
  /**
   * The proposal with its conflicts as passages.
   *
   * @param answered makes a passage of the id of a conflict and the conflict
   */
  public static Settlement of(
      MergeProposal proposal, BiFunction<String, Conflict, Passage> answered) {
    return new Settlement(proposal, SettledMerge.of(proposal.merge(), answered));
  }

  /** The conflicts in the order of the text. */
  public List<Passage> passages() {
    return settled.passages();
  }

  /** Whether every passage is settled. */
  public boolean isSettled() {
    return settled.isSettled();
  }

  /** The merged text; passages without an answer stand in it as the branch's head has them. */
  public ScriptText text() {
    return settled.text();
  }
}
