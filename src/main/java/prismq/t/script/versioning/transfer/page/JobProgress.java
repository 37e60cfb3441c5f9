package prismq.t.script.versioning.transfer.page;

import prismq.t.script.versioning.history.Progress;

/** How far a job is, for pages to read meanwhile; stops it if somebody asked for that. */
final class JobProgress implements Progress {
  private volatile int total;
  private volatile int done;
  private volatile boolean isStopAsked;
  private volatile long start = System.nanoTime();

  /** Is thrown between two batches, so that what was saved before is whole. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void total(int versions) {
    total = versions;
    stopWhereAsked();
  }

  // Only the thread of the job writes.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  @Override
  public void done(int versions) {
    done += versions;
    stopWhereAsked();
  }

  private void stopWhereAsked() {
    if (isStopAsked) {
      throw new StoppedException();
    }
  }

  /** The work begins now; before, it waited. */
  void begin() {
    start = System.nanoTime();
  }

  /** Estimated seconds for the rest; 0 if unknown. */
  long secondsLeft() {
    int doneNow = done;
    double seconds = (System.nanoTime() - start) / 1e9;
    return doneNow == 0 || total == 0 || seconds < 1
        ? 0
        : (long) Math.ceil(Math.max(0, total - doneNow) * seconds / doneNow);
  }

  void stop() {
    isStopAsked = true;
  }

  boolean isStopAsked() {
    return isStopAsked;
  }

  /** Number of versions in all; 0 while that is not known yet. */
  int total() {
    return total;
  }

  int done() {
    return total == 0 ? done : Math.min(done, total);
  }
}
