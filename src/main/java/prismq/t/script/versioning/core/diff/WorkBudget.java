package prismq.t.script.versioning.core.diff;

/**
 * Counts the work of a comparison, never the clock, so that it ends in time whatever the texts are
 * and the same pair always gives the same diff.
 */
final class WorkBudget {
  /** What looking into a paragraph takes besides its text: its words are kept until the end. */
  private static final int PER_PARAGRAPH = 50;

  private long left;
  private boolean refused;

  WorkBudget(long most) {
    this.left = most;
  }

  /** Takes so many of what is left, unless there are too few. */
  boolean take(long steps) {
    if (steps > left) {
      refused = true;
      return false;
    }
    left -= steps;
    return true;
  }

  /** Takes what looking into so many paragraphs takes, unless there are too few. */
  boolean take(long steps, long paragraphs) {
    return take(steps + PER_PARAGRAPH * paragraphs);
  }

  /** Whether something was left out for want of steps. */
  boolean refused() {
    return refused;
  }
}
