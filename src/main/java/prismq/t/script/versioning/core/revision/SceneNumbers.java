package prismq.t.script.versioning.core.revision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.FountainElement;
import prismq.t.script.versioning.core.fountain.FountainType;
import prismq.t.script.versioning.core.fountain.Screenplay;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.SceneChange;
import prismq.t.script.versioning.core.scene.SceneComparison;
import prismq.t.script.versioning.core.scene.Scenes;

/**
 * The numbers of a draft's scenes: those that their author gave, or where there are none, those
 * that they got when the pages were locked.
 */
final class SceneNumbers {
  private final List<Scene> scenes;
  private final LabelScheme scheme;

  /** By where the heading begins in the source. */
  private final Map<Integer, String> written = new HashMap<>();

  /** Null where the author numbers the scenes. */
  private final @Nullable Map<Integer, LockedLabel> locked;

  private SceneNumbers(
      Screenplay screenplay, LabelScheme scheme, @Nullable Map<Integer, LockedLabel> locked) {
    this.scenes = Scenes.of(screenplay);
    this.scheme = scheme;
    this.locked = locked;
    for (FountainElement element : screenplay.elements()) {
      if (element.type() == FountainType.HEADING) {
        written.put(element.start(), element.number(screenplay.source()).strip());
      }
    }
  }

  /** Those of the draft whose pages are locked, or of one before it. */
  static SceneNumbers first(Screenplay screenplay, RevisionRules rules, int revision) {
    SceneNumbers numbers = new SceneNumbers(screenplay, rules.scheme(), null);
    boolean isNumbered = numbers.written.values().stream().anyMatch(number -> !number.isEmpty());
    if (isNumbered || !rules.numbersScenes() || !rules.isLocked(revision)) {
      return numbers;
    }
    Map<Integer, LockedLabel> labels = new HashMap<>();
    for (Scene scene : numbers.scenes) {
      if (numbers.written.containsKey(scene.start())) {
        labels.put(scene.start(), LockedLabel.of(labels.size() + 1));
      }
    }
    return new SceneNumbers(screenplay, rules.scheme(), labels);
  }

  /** Those of the draft after this one; scenes that are still there keep theirs. */
  SceneNumbers next(Screenplay screenplay, Set<LockedLabel> used) {
    if (locked == null) {
      return new SceneNumbers(screenplay, scheme, null);
    }
    Map<Integer, LockedLabel> labels = new HashMap<>();
    SceneNumbers next = new SceneNumbers(screenplay, scheme, labels);
    IdentityHashMap<Scene, LockedLabel> kept = new IdentityHashMap<>();
    Set<LockedLabel> taken = new HashSet<>(used);
    Set<LockedLabel> given = new HashSet<>();
    for (SceneChange change : SceneComparison.of(scenes, next.scenes)) {
      @Nullable LockedLabel label =
          change.from() == null ? null : locked.get(change.from().start());
      if (label != null && change.to() != null && given.add(label)) {
        kept.putIfAbsent(change.to(), label);
      }
    }
    taken.addAll(locked.values());
    LockedLabel last = LockedLabel.of(0);
    for (int i = 0; i < next.scenes.size(); i++) {
      Scene scene = next.scenes.get(i);
      if (!next.written.containsKey(scene.start())) {
        continue;
      }
      @Nullable LockedLabel label = kept.get(scene);
      if (label == null) {
        @Nullable LockedLabel before = following(next.scenes, i, kept, last, taken);
        label = LockedLabel.between(last, before, scheme);
        while (!taken.add(label)) {
          label = LockedLabel.between(label, before, scheme);
        }
      }
      labels.put(scene.start(), label);
      last = label;
    }
    return next;
  }

  /** The next number behind one that is taken, by a scene that is there or was. */
  private static @Nullable LockedLabel following(
      List<Scene> scenes,
      int at,
      IdentityHashMap<Scene, LockedLabel> kept,
      LockedLabel last,
      Set<LockedLabel> taken) {
    @Nullable LockedLabel nearest = null;
    for (LockedLabel label : taken) {
      boolean isNearer = nearest == null || label.compareTo(nearest) < 0;
      nearest = label.compareTo(last) > 0 && isNearer ? label : nearest;
    }
    for (int i = at + 1; i < scenes.size(); i++) {
      @Nullable LockedLabel label = kept.get(scenes.get(i));
      if (label != null && label.compareTo(last) > 0) {
        return nearest != null && nearest.compareTo(label) < 0 ? nearest : label;
      }
    }
    return nearest;
  }

  /** The labels that are taken, in no order. */
  Set<LockedLabel> labels() {
    return locked == null ? Set.of() : new HashSet<>(locked.values());
  }

  /** The number of the scene that begins at a place of the source; empty for none. */
  String at(int start) {
    if (locked == null) {
      return written.getOrDefault(start, "");
    }
    @Nullable LockedLabel label = locked.get(start);
    return label == null ? "" : label.text(scheme);
  }

  /** All that are printed. */
  Set<String> all() {
    Set<String> all = new HashSet<>();
    written.keySet().forEach(start -> all.add(at(start)));
    all.remove("");
    return all;
  }
}
