package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.diff.LongestIncreasing;

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
    sequences.between(start, before.length - end, start, after.length - end);
    return sequences.hunks;
  }

  private void between(int fromStart, int fromEnd, int toStart, int toEnd) {
    int from = fromStart;
    int to = toStart;
    for (int[] anchor : anchors(fromStart, fromEnd, toStart, toEnd)) {
      if (anchor[0] < from || anchor[1] < to) {
        continue; // The one before has reached over it.
      }
      int same = 0;
      while (anchor[0] - same > from
          && anchor[1] - same > to
          && before[anchor[0] - same - 1] == after[anchor[1] - same - 1]) {
        same++;
      }
      add(from, anchor[0] - same, to, anchor[1] - same);
      from = anchor[0] + 1;
      to = anchor[1] + 1;
      kept += same + 1;
      while (from < fromEnd && to < toEnd && before[from] == after[to]) {
        from++;
        to++;
        kept++;
      }
    }
    add(from, fromEnd, to, toEnd);
  }

  private void add(int fromStart, int fromEnd, int toStart, int toEnd) {
    if (fromStart < fromEnd || toStart < toEnd) {
      hunks.add(
          new PassageHunk(
              kept,
              Arrays.copyOfRange(before, fromStart, fromEnd),
              Arrays.copyOfRange(after, toStart, toEnd)));
      kept = 0;
    }
  }

  /** Positions in both of passages that each has once, rising in both. */
  private List<int[]> anchors(int fromStart, int fromEnd, int toStart, int toEnd) {
    if (fromStart == fromEnd || toStart == toEnd) {
      return List.of();
    }
    Map<Integer, Integer> once = positionsOfSingles(before, fromStart, fromEnd);
    Map<Integer, Integer> onceAfter = positionsOfSingles(after, toStart, toEnd);
    List<int[]> pairs = new ArrayList<>();
    for (int i = toStart; i < toEnd; i++) {
      Integer position = once.get(after[i]);
      if (position != null && onceAfter.containsKey(after[i])) {
        pairs.add(new int[] {position, i});
      }
    }
    return LongestIncreasing.of(pairs);
  }

  private static Map<Integer, Integer> positionsOfSingles(int[] passages, int start, int end) {
    Map<Integer, Integer> positions = new HashMap<>();
    List<Integer> several = new ArrayList<>();
    for (int i = start; i < end; i++) {
      if (positions.put(passages[i], i) != null) {
        several.add(passages[i]);
      }
    }
    several.forEach(positions::remove);
    return positions;
  }
}
