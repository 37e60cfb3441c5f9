package prismq.t.script.versioning.core.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import prismq.t.script.versioning.core.align.LongestIncreasing;

/** Tells what became of each scene from one text to another. */
public final class SceneComparison {
  private static final int NONE = -1;

  /** Pairs of words that a part of a scene has from it, at least. */
  private static final double PART = 0.5;

  /** Fewer words are no part of a scene that could be told. */
  private static final int LEAST_WORDS = 6;

  private final SceneSide from;
  private final SceneSide to;
  private final int[] toOf;
  private final int[] fromOf;

  /** For each scene that has no pair the one it came from or went to, or −1. */
  private final int[] splitFrom;

  private final int[] joinedTo;

  private SceneComparison(List<Scene> from, List<Scene> to) {
    SceneWords.Numbering numbering = new SceneWords.Numbering();
    this.from = SceneSide.of(from, numbering);
    this.to = SceneSide.of(to, numbering);
    this.toOf = ScenePairs.of(this.from, this.to);
    this.fromOf = inverse(toOf, to.size());
    this.splitFrom = parts(this.to, fromOf, this.from, toOf);
    this.joinedTo = parts(this.from, toOf, this.to, fromOf);
  }

  /**
   * What became of each scene, in the order of the second text; those that were omitted behind the
   * one that they followed. A scene that was split or joined is there once for each of its parts.
   */
  public static List<SceneChange> of(List<Scene> from, List<Scene> to) {
    return new SceneComparison(from, to).changes();
  }

  private static int[] inverse(int[] places, int size) {
    int[] inverse = new int[size];
    Arrays.fill(inverse, NONE);
    for (int i = 0; i < places.length; i++) {
      if (places[i] != NONE) {
        inverse[places[i]] = i;
      }
    }
    return inverse;
  }

  /** Of which pair's other scene each that has no pair is a part. */
  private static int[] parts(SceneSide some, int[] pairOf, SceneSide others, int[] otherPairOf) {
    int[] parts = new int[some.size()];
    Arrays.fill(parts, NONE);
    if (Arrays.stream(pairOf).noneMatch(pair -> pair == NONE)) {
      return parts;
    }
    for (int[] candidate : SceneCandidates.of(some, others)) {
      int i = candidate[0];
      int j = candidate[1];
      if (pairOf[i] != NONE || otherPairOf[j] == NONE || parts[i] != NONE) {
        continue;
      }
      SceneWords own = some.words().get(i);
      SceneWords rest = some.words().get(otherPairOf[j]);
      if (own.count() >= LEAST_WORDS && own.withinOnly(others.words().get(j), rest) >= PART) {
        parts[i] = j;
      }
    }
    return parts;
  }

  private List<SceneChange> changes() {
    Set<Integer> inOrder = inOrder();
    List<List<SceneChange>> gone = new ArrayList<>();
    for (int j = 0; j <= to.size(); j++) {
      gone.add(new ArrayList<>(0));
    }
    int place = 0;
    for (int i = 0; i < from.size(); i++) {
      if (toOf[i] != NONE) {
        place = inOrder.contains(i) ? toOf[i] + 1 : place;
      } else if (joinedTo[i] == NONE) {
        gone.get(place).add(gone(i));
      }
    }
    List<SceneChange> changes = new ArrayList<>(gone.get(0));
    for (int j = 0; j < to.size(); j++) {
      addOf(changes, j, inOrder);
      changes.addAll(gone.get(j + 1));
    }
    return changes;
  }

  private void addOf(List<SceneChange> changes, int j, Set<Integer> inOrder) {
    int i = fromOf[j];
    if (i == NONE && splitFrom[j] == NONE) {
      changes.add(
          new SceneChange(
              SceneOutcome.NEW,
              null,
              to.scenes().get(j),
              false,
              to.scenes().get(j).words(),
              0,
              List.of()));
    } else if (i == NONE) {
      changes.add(part(SceneOutcome.SPLIT, splitFrom[j], j));
    } else {
      changes.add(pair(i, j, inOrder.contains(i)));
      for (int k = 0; k < joinedTo.length; k++) {
        if (joinedTo[k] == j) {
          changes.add(part(SceneOutcome.JOINED, k, j));
        }
      }
    }
  }

  private SceneChange gone(int i) {
    Scene scene = from.scenes().get(i);
    return new SceneChange(SceneOutcome.OMITTED, scene, null, false, 0, scene.words(), List.of());
  }

  /** Words that the parts have together are told with the pair that they were cut from. */
  private SceneChange part(SceneOutcome outcome, int i, int j) {
    return new SceneChange(
        outcome, from.scenes().get(i), to.scenes().get(j), false, 0, 0, List.of());
  }

  private SceneChange pair(int i, int j, boolean isInOrder) {
    SceneWords before = together(from, i, joinedTo, j);
    SceneWords after = together(to, j, splitFrom, i);
    int common = before.common(after);
    Scene one = from.scenes().get(i);
    Scene other = to.scenes().get(j);
    List<SceneHeading.Renaming> renamings = from.headings().get(i).changesTo(to.headings().get(j));
    return new SceneChange(
        outcome(i, j, isInOrder, !renamings.isEmpty()),
        one,
        other,
        !isInOrder,
        after.count() - common,
        before.count() - common,
        renamings);
  }

  private static SceneWords together(SceneSide side, int own, int[] partOf, int whole) {
    SceneWords words = side.words().get(own);
    for (int k = 0; k < partOf.length; k++) {
      if (partOf[k] == whole) {
        words = words.and(side.words().get(k));
      }
    }
    return words;
  }

  private SceneOutcome outcome(int i, int j, boolean isInOrder, boolean isRenamed) {
    Scene one = from.scenes().get(i);
    Scene other = to.scenes().get(j);
    if (has(splitFrom, i)) {
      return SceneOutcome.SPLIT;
    }
    if (has(joinedTo, j)) {
      return SceneOutcome.JOINED;
    }
    if (isRenamed) {
      return SceneOutcome.RENAMED;
    }
    boolean isEdited = !isSameText(one.body(), other.body());
    if (!isInOrder) {
      return isEdited ? SceneOutcome.MOVED_AND_EDITED : SceneOutcome.MOVED;
    }
    if (isEdited) {
      return SceneOutcome.EDITED;
    }
    return one.number().equals(other.number()) ? SceneOutcome.SAME : SceneOutcome.RENUMBERED;
  }

  private static boolean has(int[] partOf, int whole) {
    return Arrays.stream(partOf).anyMatch(part -> part == whole);
  }

  /** Whether texts differ in white space at most. */
  private static boolean isSameText(String one, String other) {
    return one.equals(other)
        || one.replaceAll("\\s+", " ").strip().equals(other.replaceAll("\\s+", " ").strip());
  }

  /** The scenes of the first text that stand in the second in the same order. */
  private Set<Integer> inOrder() {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < toOf.length; i++) {
      if (toOf[i] != NONE) {
        pairs.add(new int[] {toOf[i], i});
      }
    }
    Set<Integer> inOrder = new HashSet<>();
    for (int[] pair : LongestIncreasing.of(pairs)) {
      inOrder.add(pair[1]);
    }
    return inOrder;
  }
}
