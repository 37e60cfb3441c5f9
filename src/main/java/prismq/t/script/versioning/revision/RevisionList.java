package prismq.t.script.versioning.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.revision.RevisionRules;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;

/**
 * The revisions of a script as they are now.
 *
 * @param missing labels of the plan that no version has any longer, or the same as another one
 * @param texts of the revisions
 */
record RevisionList(
    Script script,
    RevisionPlan plan,
    List<ScriptRevision> revisions,
    List<String> missing,
    List<ScriptText> texts) {
  static RevisionList of(ScriptView view, RevisionPlan plan) {
    Map<String, Label> labels = new HashMap<>();
    view.labels().forEach(label -> labels.put(label.name(), label));
    List<ScriptRevision> revisions = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<ScriptText> texts = new ArrayList<>();
    Set<Integer> versions = new HashSet<>();
    for (String name : plan.labels()) {
      @Nullable Label label = labels.get(name);
      if (label == null || !versions.add(label.versionNumber())) {
        missing.add(name);
        continue;
      }
      int place = revisions.size();
      revisions.add(new ScriptRevision(place, label, RevisionColor.of(plan.colors(), place)));
      texts.add(view.content(label.versionNumber()));
    }
    return new RevisionList(view.script(), plan, revisions, missing, texts);
  }

  /** The revision of a version; empty where it is of none. */
  Optional<ScriptRevision> of(int versionNumber) {
    return revisions.stream()
        .filter(revision -> revision.versionNumber() == versionNumber)
        .findFirst();
  }

  /** From which of them on pages are locked, and how. */
  RevisionRules rules() {
    int locked = -1;
    for (ScriptRevision revision : revisions) {
      if (revision.label().name().equals(plan.lockedFrom())) {
        locked = revision.place();
      }
    }
    return new RevisionRules(locked, plan.scheme(), plan.numbersScenes());
  }

  long sizeBytes() {
    return texts.stream().mapToLong(ScriptText::sizeBytes).sum();
  }
}
