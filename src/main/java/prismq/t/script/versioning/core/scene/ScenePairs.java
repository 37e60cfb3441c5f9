package prismq.t.script.versioning.core.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Pairs the scenes of two texts that are the same scene, each at most once. What is known by its
 * words, of which both have half, comes first, and number and heading tell between several such;
 * then those with other words but with the same number and heading, or one of them near the same
 * place; last those of which one has most of the other, or a part of it beside a pair, and short
 * ones that only their heading's place or their few words tell.
 */
final class ScenePairs {
  private static final int NONE = -1;

  /** Words that both have, of all, from which on they tell a scene. */
  private static final double ENOUGH = 0.5;

  /** Words that both have by chance, at most. */
  private static final double SOME = 0.25;

  /** Pairs of words of one that the other has, where it was cut or made longer. */
  private static final double MOST = 0.6;

  /** The same beside scenes that are pairs; by chance they have fewer. */
  private static final double PART = 0.25;

  /** Fewer words tell no scene by themselves. */
  private static final int LEAST_WORDS = 6;

  private static final double NUMBER_COUNTS = 0.3;
  private static final double HEADING_COUNTS = 0.3;
  private static final double PLACE_COUNTS = 0.15;

  private final SceneSide from;
  private final SceneSide to;
  private final int[] toOf;
  private final int[] fromOf;

  private record PairCandidate(int i, int j, double score, int distance) {}

  private ScenePairs(SceneSide from, SceneSide to) {
    this.from = from;
    this.to = to;
    this.toOf = new int[from.size()];
    this.fromOf = new int[to.size()];
    Arrays.fill(toOf, NONE);
    Arrays.fill(fromOf, NONE);
  }

  /** For each scene of the first text the place of its pair, or −1. */
  static int[] of(SceneSide from, SceneSide to) {
    ScenePairs pairs = new ScenePairs(from, to);
    pairs.find();
    return pairs.toOf;
  }

  private interface PairScore {
    /** 0 or less for no pair. */
    double of(int i, int j, int distance);
  }

  private void find() {
    List<int[]> candidates = SceneCandidates.of(from, to);
    pair(candidates, (i, j, distance) -> byWords(i, j));
    pair(candidates, (i, j, distance) -> isText(i, j) && isBesidePair(i, j) ? 1 : 0);
    pair(candidates, (i, j, distance) -> isNumber(i, j) && isHeading(i, j) ? 1 : 0);
    pair(candidates, (i, j, distance) -> isHeading(i, j) ? likeness(i, j, distance) : 0);
    pair(candidates, (i, j, distance) -> isNumber(i, j) ? atPlace(i, j, distance) : 0);
    pair(candidates, (i, j, distance) -> byMost(i, j, MOST));
    pair(candidates, (i, j, distance) -> isBesidePair(i, j) ? byMost(i, j, PART) : 0);
    pair(candidates, (i, j, distance) -> isText(i, j) ? atPlace(i, j, distance) : 0);
    pair(candidates, (i, j, distance) -> isPlace(i, j) && distance == 0 ? 1 : 0);
  }

  private void pair(List<int[]> candidates, PairScore score) {
    int[] expected = expected();
    List<PairCandidate> good = new ArrayList<>();
    for (int[] pair : candidates) {
      int i = pair[0];
      int j = pair[1];
      if (toOf[i] == NONE && fromOf[j] == NONE) {
        int distance = Math.abs(j - expected[i]);
        double found = score.of(i, j, distance);
        if (found > 0) {
          good.add(new PairCandidate(i, j, found, distance));
        }
      }
    }
    good.sort(
        Comparator.comparingDouble(PairCandidate::score)
            .reversed()
            .thenComparingInt(PairCandidate::distance)
            .thenComparingInt(PairCandidate::i)
            .thenComparingInt(PairCandidate::j));
    for (PairCandidate candidate : good) {
      if (toOf[candidate.i] == NONE && fromOf[candidate.j] == NONE) {
        toOf[candidate.i] = candidate.j;
        fromOf[candidate.j] = candidate.i;
      }
    }
  }

  /** Where each scene would stand if it followed the pair of the one before it. */
  private int[] expected() {
    int[] expected = new int[from.size()];
    int next = 0;
    for (int i = 0; i < expected.length; i++) {
      expected[i] = next;
      next = toOf[i] == NONE ? next + 1 : toOf[i] + 1;
    }
    return expected;
  }

  private double byWords(int i, int j) {
    SceneWords one = from.words().get(i);
    SceneWords other = to.words().get(j);
    boolean isKnown = isNumber(i, j) || isPlace(i, j);
    boolean isLong = Math.min(one.count(), other.count()) >= LEAST_WORDS;
    double overlap = one.overlap(other);
    return overlap < ENOUGH || (!isKnown && !isLong)
        ? 0
        : overlap
            + (isNumber(i, j) ? NUMBER_COUNTS : 0)
            + (isHeading(i, j) ? HEADING_COUNTS : isPlace(i, j) ? PLACE_COUNTS : 0);
  }

  private double likeness(int i, int j, int distance) {
    return from.words().get(i).overlap(to.words().get(j)) + 1.0 / (1 + distance);
  }

  private double atPlace(int i, int j, int distance) {
    boolean isLike = from.words().get(i).overlap(to.words().get(j)) >= SOME;
    return isLike || distance <= 1 ? likeness(i, j, distance) : 0;
  }

  /** Whether the scene before both, or the one behind both, is a pair. */
  private boolean isBesidePair(int i, int j) {
    boolean isBehind = i > 0 && toOf[i - 1] != NONE && toOf[i - 1] == j - 1;
    boolean isBefore = i + 1 < toOf.length && toOf[i + 1] != NONE && toOf[i + 1] == j + 1;
    return isBehind || isBefore;
  }

  private double byMost(int i, int j, double least) {
    SceneWords one = from.words().get(i);
    SceneWords other = to.words().get(j);
    boolean isLong = Math.min(one.count(), other.count()) >= LEAST_WORDS;
    double within = Math.max(one.within(other), other.within(one));
    return isLong && within >= least ? within : 0;
  }

  private boolean isNumber(int i, int j) {
    String number = from.scenes().get(i).number();
    return !number.isEmpty() && number.equalsIgnoreCase(to.scenes().get(j).number());
  }

  private boolean isText(int i, int j) {
    return from.scenes().get(i).body().equals(to.scenes().get(j).body());
  }

  private boolean isPlace(int i, int j) {
    String place = from.headings().get(i).place();
    return !place.isEmpty() && place.equals(to.headings().get(j).place());
  }

  private boolean isHeading(int i, int j) {
    return from.headings().get(i).equals(to.headings().get(j));
  }
}
