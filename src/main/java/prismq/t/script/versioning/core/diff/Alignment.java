package prismq.t.script.versioning.core.diff;

import java.util.List;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * The ranges in which two lists differ, in order; the same pair always has the same ones.
 *
 * @param coarse whether the steps did not suffice, so that some ranges are larger than need be
 */
record Alignment(List<Edit> edits, boolean coarse) {
  /** Aligns two lists with about so many comparisons; 10 million take about a tenth of a second. */
  static Alignment of(Pieces from, Pieces to, long steps) {
    // Most pairs differ in a few places only, and finding what they share at both ends is cheap.
    int shorter = Math.min(from.size(), to.size());
    int before = 0;
    while (before < shorter && from.same(before, to, before)) {
      before++;
    }
    int after = 0;
    while (after < shorter - before
        && from.same(from.size() - after - 1, to, to.size() - after - 1)) {
      after++;
    }
    Numbering numbering = new Numbering(from, to);
    int[] left = numbering.ofFrom(before, from.size() - after);
    int[] right = numbering.ofTo(before, to.size() - after);
    Alignment middle = SequenceDiff.diff(left, right, numbering.kinds(), steps);
    int shift = before;
    return new Alignment(
        middle.edits.stream().map(edit -> edit.shifted(shift)).toList(), middle.coarse);
  }
}
