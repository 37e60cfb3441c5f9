package prismq.t.script.versioning.core.diff;

import java.util.List;
import prismq.t.script.versioning.core.align.Interner;
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
    return SequenceDiff.diff(left, right, interner.kinds(), steps);
  }
}
