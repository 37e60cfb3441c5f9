package prismq.t.script.versioning.core.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import prismq.t.script.versioning.core.align.Interner;
import prismq.t.script.versioning.core.align.WorkBudget;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Which lines differ, as git's own comparison tells it, so that a merge by line agrees with git's:
 * lines that nothing matches are left out, the others aligned by Myers' O(ND) in linear space
 * (1986) with the shortcuts of GNU diff, and changed runs moved to where git shows them. Steps are
 * counted, never the clock; when they are used up, what is left counts as replaced.
 */
public final class LineDiff {
  private final boolean[] fromChanged;
  private final boolean[] toChanged;
  private final WorkBudget budget;

  private LineDiff(Pieces from, Pieces to, long mostSteps) {
    this.budget = new WorkBudget(mostSteps);
    // One more than there are lines, so that the last run ends like any other.
    this.fromChanged = new boolean[from.size() + 1];
    this.toChanged = new boolean[to.size() + 1];
    Interner interner = new Interner(from, to);
    int[] left = interner.ofFrom(0, from.size());
    int[] right = interner.ofTo(0, to.size());
    align(new LineFilter(left, right, interner.kinds(), fromChanged, toChanged));
    new LineSlider(left, fromChanged, right, toChanged, budget).slide();
    new LineSlider(right, toChanged, left, fromChanged, budget).slide();
  }

  /**
   * Compares two texts.
   *
   * @param steps about how many comparisons are allowed; 50 million take about a tenth of a second
   */
  public static LineDiff of(Pieces from, Pieces to, long steps) {
    return new LineDiff(from, to, steps);
  }

  /** Whether the steps did not suffice. */
  public boolean coarse() {
    return budget.refused();
  }

  /** The ranges of lines that differ, in order. */
  public List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < fromChanged.length && j < toChanged.length) {
      int fromStart = i;
      int toStart = j;
      while (fromChanged[i]) {
        i++;
      }
      while (toChanged[j]) {
        j++;
      }
      if (i > fromStart || j > toStart) {
        edits.add(new Edit(fromStart, i, toStart, j));
      }
      i++;
      j++;
    }
    return edits;
  }

  private void align(LineFilter filter) {
    int[] left = filter.left();
    int[] right = filter.right();
    LineMiddle middle = new LineMiddle(left, right, budget);
    Deque<LineRegion> regions = new ArrayDeque<>();
    regions.push(new LineRegion(0, left.length, 0, right.length, false));
    while (!regions.isEmpty()) {
      LineRegion region = regions.pop().trimmed(left, right);
      boolean isOneSided =
          region.leftStart() == region.leftEnd() || region.rightStart() == region.rightEnd();
      if (!isOneSided && middle.find(region)) {
        regions.push(region.after(middle));
        regions.push(region.before(middle));
      } else {
        mark(fromChanged, filter.leftLines(), region.leftStart(), region.leftEnd());
        mark(toChanged, filter.rightLines(), region.rightStart(), region.rightEnd());
      }
    }
  }

  private static void mark(boolean[] changed, int[] lines, int start, int end) {
    for (int line : Arrays.copyOfRange(lines, start, end)) {
      changed[line] = true;
    }
  }
}
