package prismq.t.script.versioning.core.diff;

/**
 * Counts the work of a comparison, never the clock, so that it ends in time whatever the texts are
 * and the same pair always gives the same diff.
 */
final class WorkBudget {
  /** What looking into a paragraph costs besides its text: its words are kept until the end. */
  private static final int PER_PARAGRAPH = 50;

  private long left;
  private boolean refused;

  WorkBudget(long most) {
    this.left = most;
  }

  /** Spends steps, unless too few are left. */
  boolean take(long steps) {
    if (steps > left) {
      refused = true;
      return false;
    }
    left -= steps;
    return true;
  }

  /** Spends steps and the cost of looking into paragraphs, unless too few are left. */
  boolean take(long steps, long paragraphs) {
    return take(steps + PER_PARAGRAPH * paragraphs);
  }

  /** Whether something was left out because steps ran out. */
  boolean refused() {
    return refused;
  }
}
