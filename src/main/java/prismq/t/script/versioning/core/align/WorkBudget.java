package prismq.t.script.versioning.core.align;

/**
 * Counts the work of a comparison, never the clock, so that it ends in time whatever the texts are
 * and the same pair always gives the same diff.
 */
public final class WorkBudget {
  /** What looking into a paragraph costs besides its text: its words are kept until the end. */
  private static final int PER_PARAGRAPH = 50;

  private long left;
  private boolean refused;

  public WorkBudget(long most) {
    this.left = most;
  }

  /** Spends steps, unless too few are left. */
  public boolean take(long steps) {
    if (steps > left) {
      refused = true;
      return false;
    }
    left -= steps;
    return true;
  }

  /** Spends steps and the cost of looking into paragraphs, unless too few are left. */
  public boolean take(long steps, long paragraphs) {
    return take(steps + PER_PARAGRAPH * paragraphs);
  }

  /** How many steps are left. */
  long left() {
    return left;
  }

  /** Whether something was left out because steps ran out. */
  public boolean refused() {
    return refused;
  }
}
