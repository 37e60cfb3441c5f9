package prismq.t.script.versioning.restore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.conflict.PassageIds;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.diff.Edit;
import prismq.t.script.versioning.core.merge.Merge;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.merge.ThreeWayMerge;
import prismq.t.script.versioning.core.text.ScriptText;

/** Undoes something in the head's text, with the answers for what cannot be undone by itself. */
final class Merging {
  private static final DiffGenerator DIFF_GENERATOR = new DiffGenerator();
  private static final ThreeWayMerge THREE_WAY_MERGE = new ThreeWayMerge();

  private final Undoing undoing;
  private final ScriptText head;
  private final RestoreForm form;
  private final Map<String, Passage> passages = new LinkedHashMap<>();

  Merging(Undoing undoing, ScriptText head, RestoreForm form) {
    this.undoing = undoing;
    this.head = head;
    this.form = form;
  }

  /** The head's text with it undone. */
  Draft draft() {
    @Nullable RestoredScene scene = undoing.scene();
    if (scene != null) {
      Merge merge = THREE_WAY_MERGE.merge(undoing.comparison().to(), head, scene.text());
      return draft(settled(merge, passages(merge)));
    }
    if (head.equals(undoing.without(undoing.numbers(), Map.of()))) {
      return draft(head);
    }
    Map<Integer, MovedBack> moved = moved();
    ScriptText base = undoing.without(Set.of(), moved);
    Set<Integer> undone = new HashSet<>(undoing.numbers());
    while (true) {
      Merge merge = THREE_WAY_MERGE.merge(base, head, undoing.without(undone, moved));
      List<Passage> asked = passages(merge);
      if (!undone.removeAll(kept(moved, asked))) {
        return draft(settled(merge, asked));
      }
    }
  }

  private Draft draft(ScriptText text) {
    List<String> strays = form.answers().writtenElsewhere(passages.keySet());
    return new Draft(head, text, List.copyOf(passages.values()), strays);
  }

  private Map<Integer, MovedBack> moved() {
    Map<Integer, MovedBack> moved = new HashMap<>();
    List<Change> moves = undoing.moves();
    if (!moves.isEmpty()) {
      String exactHead = head.exactLines().text();
      List<Edit> since = DIFF_GENERATOR.diff(undoing.comparison().to(), head).exactEdits();
      for (Change move : moves) {
        moved.put(move.number(), MovedBack.of(undoing, move, since, exactHead, this));
      }
    }
    return moved;
  }

  /** Moves whose old place keeps what is there now; their passages must not get lost. */
  private static Set<Integer> kept(Map<Integer, MovedBack> moved, List<Passage> asked) {
    Set<Integer> kept = new HashSet<>();
    for (Passage passage : asked) {
      if (passage.standing().equals(passage.conflict().ours())) {
        String old = passage.conflict().theirs().exactLines().text();
        moved.forEach(
            (change, move) -> {
              String back = move.back().exactLines().text();
              if (!back.isEmpty() && old.contains(back)) {
                kept.add(change);
              }
            });
      }
    }
    return kept;
  }

  /** The merged text of a passage that both sides changed. */
  ScriptText merged(ScriptText base, ScriptText ours, ScriptText theirs) {
    Merge merge = THREE_WAY_MERGE.merge(base, ours, theirs);
    return settled(merge, passages(merge));
  }

  private static ScriptText settled(Merge merge, List<Passage> asked) {
    return merge.resolved(asked.stream().map(Passage::standing).toList());
  }

  private List<Passage> passages(Merge merge) {
    List<Passage> asked = new ArrayList<>();
    List<Conflict> conflicts = merge.conflicts();
    // Made without the head's text, so that an answer stays valid when the head moves.
    List<String> ids =
        PassageIds.of(
            conflicts.stream()
                .map(conflict -> List.of(conflict.base(), conflict.theirs()))
                .toList());
    for (int i = 0; i < conflicts.size(); i++) {
      Conflict conflict = conflicts.get(i);
      String id = ids.get(i);
      Passage passage = Passage.of(id, conflict, form.answers().of(id), head);
      passages.put(id, passage);
      asked.add(passage);
    }
    return asked;
  }
}
