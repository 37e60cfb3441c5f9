package prismq.t.script.versioning.core.passage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.LineRange;

/** Which passages of one version are those of another, the same letter for letter. */
final class PassagePairs {
  static final int NONE = -1;

  private final int[] partners;
  private final boolean[] isTaken;
  private final boolean[] isMoved;
  private final List<ChangedStretch> stretches = new ArrayList<>();

  /**
   * Passages of both that stand between the same kept ones.
   *
   * @param from indexes on the left side
   * @param to indexes on the right side
   */
  record ChangedStretch(LineRange from, LineRange to) {}

  private PassagePairs(int[] from, int[] to) {
    this.partners = new int[from.length];
    this.isTaken = new boolean[to.length];
    this.isMoved = new boolean[from.length];
    Arrays.fill(partners, NONE);
  }

  static PassagePairs of(int[] from, int[] to) {
    PassagePairs pairs = new PassagePairs(from, to);
    int left = 0;
    int right = 0;
    for (PassageHunk hunk : SequenceHunks.of(from, to)) {
      pairs.keep(left, right, hunk.kept());
      left += hunk.kept();
      right += hunk.kept();
      ChangedStretch stretch =
          new ChangedStretch(
              new LineRange(left, left + hunk.removed().length),
              new LineRange(right, right + hunk.added().length));
      pairs.stretches.add(stretch);
      pairs.pairInOrder(stretch, from, to);
      left = stretch.from.end();
      right = stretch.to.end();
    }
    pairs.keep(left, right, from.length - left);
    pairs.pairMoved(from, to);
    return pairs;
  }

  private void keep(int left, int right, int count) {
    for (int i = 0; i < count; i++) {
      pair(left + i, right + i);
    }
  }

  private void pair(int left, int right) {
    partners[left] = right;
    isTaken[right] = true;
  }

  /** Passages that several stand of: each with the next one that there is. */
  private void pairInOrder(ChangedStretch stretch, int[] from, int[] to) {
    int right = stretch.to.start();
    for (int left = stretch.from.start(); left < stretch.from.end(); left++) {
      int found = right;
      while (found < stretch.to.end() && to[found] != from[left]) {
        found++;
      }
      if (found < stretch.to.end()) {
        pair(left, found);
        right = found + 1;
      }
    }
  }

  private void pairMoved(int[] from, int[] to) {
    Map<Integer, Deque<Integer>> free = new HashMap<>();
    for (ChangedStretch stretch : stretches) {
      for (int right = stretch.to.start(); right < stretch.to.end(); right++) {
        if (!isTaken[right]) {
          free.computeIfAbsent(to[right], passage -> new ArrayDeque<>()).add(right);
        }
      }
    }
    for (ChangedStretch stretch : stretches) {
      for (int left = stretch.from.start(); left < stretch.from.end(); left++) {
        @Nullable Deque<Integer> places = free.get(from[left]);
        if (partners[left] == NONE && places != null && !places.isEmpty()) {
          pair(left, places.remove());
          isMoved[left] = true;
        }
      }
    }
  }

  /** The partner of a passage on the left side; {@link #NONE} where there is none. */
  int partner(int left) {
    return partners[left];
  }

  /** Whether a passage on the right side is the partner of one. */
  boolean isTaken(int right) {
    return isTaken[right];
  }

  /** Whether a passage has a partner that is out of its order. */
  boolean isMoved(int left) {
    return isMoved[left];
  }

  /** Where passages were removed, added, or both, in the order of both sides. */
  List<ChangedStretch> stretches() {
    return stretches;
  }
}
