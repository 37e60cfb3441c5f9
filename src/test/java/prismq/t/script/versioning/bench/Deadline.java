package prismq.t.script.versioning.bench;

import java.util.concurrent.TimeUnit;

/** Stops work that would not come to an end by itself, from inside of what it calls often. */
final class Deadline {
  private static final int SECONDS = 10;
  private static final int CHECKS_PER_LOOK = 1_024;

  private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
  private int checks;

  /** That the time was over. */
  static final class PassedException extends RuntimeException {
    PassedException() {
      super("> " + SECONDS + " s");
    }
  }

  /**
   * Looks at the clock now and then.
   *
   * @throws PassedException where the time is over
   */
  void check() {
    if (++checks % CHECKS_PER_LOOK == 0 && System.nanoTime() > end) {
      throw new PassedException();
    }
  }
}
