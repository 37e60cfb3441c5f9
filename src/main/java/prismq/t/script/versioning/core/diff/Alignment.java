package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import prismq.t.script.versioning.core.align.Interner;
import prismq.t.script.versioning.core.align.ShortestAlignment;
import prismq.t.script.versioning.core.align.WorkBudget;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * The ranges in which two lists differ, in order; the same pair always has the same ones.
 *
 * @param coarse whether the steps did not suffice, so that some ranges are larger than need be
 */
record Alignment(List<Edit> edits, boolean coarse) {
  /**
   * Aligns two lists with about a number of comparisons; 10 million take about a tenth of a second.
   */
  static Alignment of(Pieces from, Pieces to, long steps) {
    Interner interner = new Interner(from, to);
    int[] left = interner.ofFrom(0, from.size());
    int[] right = interner.ofTo(0, to.size());
    return of(left, right, interner.kinds(), steps);
  }

  /**
   * Aligns two sequences of numbers.
   *
   * @param kinds all numbers are from 0 to kinds − 1
   */
  static Alignment of(int[] left, int[] right, int kinds, long steps) {
    int[] partners = new int[left.length];
    Arrays.fill(partners, -1);
    ShortestAlignment shortest =
        new ShortestAlignment(left, right, kinds, partners, new WorkBudget(steps));
    shortest.align(0, left.length, 0, right.length);
    return new Alignment(edits(partners, right.length), shortest.coarse());
  }

  private static List<Edit> edits(int[] partners, int rightLength) {
    List<Edit> edits = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < partners.length || j < rightLength) {
      int start = i;
      while (i < partners.length && partners[i] < 0) {
        i++;
      }
      int end = i < partners.length ? partners[i] : rightLength;
      if (i > start || end > j) {
        edits.add(new Edit(start, i, j, end));
      }
      j = end;
      while (i < partners.length && partners[i] == j) {
        i++;
        j++;
      }
    }
    return edits;
  }
}
