package prismq.t.script.versioning.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import prismq.t.script.versioning.core.merge.Merge;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * A merge with the texts chosen for its conflicts.
 *
 * @param passages the conflicts in the order of the text
 */
public record SettledMerge(Merge merge, List<Passage> passages) {
  /**
   * A merge with its conflicts as passages.
   *
   * @param answered makes a passage of the id of a conflict and the conflict
   */
  public static SettledMerge of(Merge merge, BiFunction<String, Conflict, Passage> answered) {
    List<Conflict> conflicts = merge.conflicts();
    List<String> ids =
        PassageIds.of(
            conflicts.stream()
                .map(conflict -> List.of(conflict.base(), conflict.ours(), conflict.theirs()))
                .toList());
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < conflicts.size(); i++) {
      passages.add(answered.apply(ids.get(i), conflicts.get(i)));
    }
    return new SettledMerge(merge, List.copyOf(passages));
  }

  /** Whether every passage is settled. */
  public boolean isSettled() {
    return passages.stream().allMatch(Passage::isSettled);
  }

  /** The merged text; passages without an answer stand in it as ours. */
  public ScriptText text() {
    return merge.resolved(passages.stream().map(Passage::standing).toList());
  }
}
