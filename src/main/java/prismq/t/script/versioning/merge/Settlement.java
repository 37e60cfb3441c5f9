package prismq.t.script.versioning.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.conflict.PassageIds;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.MergeProposal;

/**
 * A proposed merge with the texts chosen for its conflicts.
 *
 * @param passages the conflicts in the order of the text
 */
public record Settlement(MergeProposal proposal, List<Passage> passages) {
  /**
   * The proposal with its conflicts as passages.
   *
   * @param answered makes a passage of the id of a conflict and the conflict
   */
  public static Settlement of(
      MergeProposal proposal, BiFunction<String, Conflict, Passage> answered) {
    List<Conflict> conflicts = proposal.merge().conflicts();
    List<String> ids =
        PassageIds.of(
            conflicts.stream()
                .map(conflict -> List.of(conflict.base(), conflict.ours(), conflict.theirs()))
                .toList());
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < conflicts.size(); i++) {
      passages.add(answered.apply(ids.get(i), conflicts.get(i)));
    }
    return new Settlement(proposal, passages);
  }

  /** Whether every passage is settled. */
  public boolean isSettled() {
    return passages.stream().allMatch(Passage::isSettled);
  }

  /** The merged text; passages without an answer stand in it as the branch's head has them. */
  public ScriptText text() {
    return proposal.merge().resolved(passages.stream().map(Passage::standing).toList());
  }
}
