package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.align.LongestIncreasing;

/**
 * Finds what stayed from one sequence of passages to another: what is the same at the start and at
 * the end, and between them the longest chain of passages that both have once (patience diff, after
 * Bram Cohen). Takes time in proportion to the lengths, but for a logarithm.
 */
final class SequenceHunks {
  private final int[] before;
  private final int[] after;
  private final List<PassageHunk> hunks = new ArrayList<>();
  private int kept;

  private SequenceHunks(int[] before, int[] after) {
    this.before = before;
    this.after = after;
  }

  /** Some of the passages of a sequence, by their positions in it. */
  private record PassageRange(int start, int end) {
    boolean isEmpty() {
      return start == end;
    }

    int[] of(int[] sequence) {
      return Arrays.copyOfRange(sequence, start, end);
    }
  }

  static List<PassageHunk> of(int[] before, int[] after) {
    SequenceHunks sequences = new SequenceHunks(before, after);
    int shorter = Math.min(before.length, after.length);
    int start = 0;
    while (start < shorter && before[start] == after[start]) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before[before.length - end - 1] == after[after.length - end - 1]) {
      end++;
    }
    sequences.kept = start;
    sequences.between(
        new PassageRange(start, before.length - end), new PassageRange(start, after.length - end));
    return sequences.hunks;
  }

  private void between(PassageRange removed, PassageRange added) {
    int from = removed.start;
    int to = added.start;
    for (int[] anchor : anchors(removed, added)) {
      if (anchor[0] < from || anchor[1] < to) {
        continue; // The one before has reached over it.
      }
      int same = 0;
      while (anchor[0] - same > from
          && anchor[1] - same > to
          && before[anchor[0] - same - 1] == after[anchor[1] - same - 1]) {
        same++;
      }
      add(new PassageRange(from, anchor[0] - same), new PassageRange(to, anchor[1] - same));
      from = anchor[0] + 1;
      to = anchor[1] + 1;
      kept += same + 1;
      while (from < removed.end && to < added.end && before[from] == after[to]) {
        from++;
        to++;
        kept++;
      }
    }
    add(new PassageRange(from, removed.end), new PassageRange(to, added.end));
  }

  private void add(PassageRange removed, PassageRange added) {
    if (!removed.isEmpty() || !added.isEmpty()) {
      hunks.add(new PassageHunk(kept, removed.of(before), added.of(after)));
      kept = 0;
    }
  }

  /** Positions in both of passages that each has once, rising in both. */
  private List<int[]> anchors(PassageRange removed, PassageRange added) {
    if (removed.isEmpty() || added.isEmpty()) {
      return List.of();
    }
    Map<Integer, Integer> once = positionsOfSingles(before, removed);
    Map<Integer, Integer> onceAfter = positionsOfSingles(after, added);
    List<int[]> pairs = new ArrayList<>();
    for (int i = added.start; i < added.end; i++) {
      Integer position = once.get(after[i]);
      if (position != null && onceAfter.containsKey(after[i])) {
        pairs.add(new int[] {position, i});
      }
    }
    return LongestIncreasing.of(pairs);
  }

  private static Map<Integer, Integer> positionsOfSingles(int[] passages, PassageRange range) {
    Map<Integer, Integer> positions = new HashMap<>();
    List<Integer> several = new ArrayList<>();
    for (int i = range.start; i < range.end; i++) {
      if (positions.put(passages[i], i) != null) {
        several.add(passages[i]);
      }
    }
    several.forEach(positions::remove);
    return positions;
  }
}
