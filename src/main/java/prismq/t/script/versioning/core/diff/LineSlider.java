package prismq.t.script.versioning.core.diff;

import prismq.t.script.versioning.core.align.WorkBudget;

/**
 * Moves changed runs of lines on one side that could stand at several places: down as far as they
 * go, taking up the runs they meet, or else to the last place where a run of the other side is
 * opposite.
 */
final class LineSlider {
  private final int[] lines;
  private final boolean[] changed;
  private final Run run;
  private final Run opposite;
  private final WorkBudget budget;

  /**
   * @param changed with one more element than there are lines; altered here
   */
  LineSlider(
      int[] lines, boolean[] changed, int[] otherLines, boolean[] otherChanged, WorkBudget budget) {
    this.lines = lines;
    this.changed = changed;
    this.run = new Run(changed, lines.length);
    this.opposite = new Run(otherChanged, otherLines.length);
    this.budget = budget;
  }

  void slide() {
    do {
      if (!run.isEmpty()) {
        slideRun();
      }
    } while (run.next() && opposite.next());
  }

  private void slideRun() {
    int size;
    int highestEnd;
    boolean isOpposite;
    do {
      size = run.end - run.start;
      while (budget.take(1) && canGoUp()) {
        up();
      }
      highestEnd = run.end;
      isOpposite = !opposite.isEmpty();
      while (budget.take(1) && canGoDown()) {
        down();
        isOpposite |= !opposite.isEmpty();
      }
    } while (size != run.end - run.start);
    while (isOpposite && run.end > highestEnd && opposite.isEmpty()) {
      up();
    }
  }

  private boolean canGoUp() {
    return run.start > 0 && lines[run.start - 1] == lines[run.end - 1];
  }

  private void up() {
    changed[--run.start] = true;
    changed[--run.end] = false;
    run.widen();
    opposite.previous();
  }

  private boolean canGoDown() {
    return run.end < lines.length && lines[run.start] == lines[run.end];
  }

  private void down() {
    changed[run.start++] = false;
    changed[run.end++] = true;
    run.widen();
    opposite.next();
  }

  /** The changed lines, perhaps none, between two lines that follow each other otherwise. */
  private static final class Run {
    private final boolean[] changed;
    private final int length;
    int start;
    int end;

    Run(boolean[] changed, int length) {
      this.changed = changed;
      this.length = length;
      widen();
    }

    boolean isEmpty() {
      return start == end;
    }

    boolean next() {
      if (end == length) {
        return false;
      }
      start = ++end;
      widen();
      return true;
    }

    void previous() {
      end = --start;
      widen();
    }

    void widen() {
      while (start > 0 && changed[start - 1]) {
        start--;
      }
      while (changed[end]) {
        end++;
      }
    }
  }
}
