package prismq.t.script.versioning.search;

import org.jspecify.annotations.Nullable;

/**
 * Completes the index in the background, by one thread at most. Safe for use by several threads.
 */
final class IndexCompletion implements AutoCloseable {
  private final Runnable work;
  private @Nullable Thread running;
  private boolean isClosed;

  IndexCompletion(Runnable work) {
    this.work = work;
  }

  /** Starts, if it does not run already. */
  synchronized void start() {
    if (isClosed || isRunning()) {
      return;
    }
    Thread thread = new Thread(work, "indexing");
    thread.setDaemon(true);
    thread.start();
    running = thread;
  }

  synchronized boolean isRunning() {
    return running != null && running.isAlive();
  }

  private synchronized @Nullable Thread closed() {
    isClosed = true;
    return running;
  }

  /** Waits until it has ended, which has to be asked for before. */
  @Override
  public void close() {
    @Nullable Thread last = closed();
    if (last != null) {
      try {
        last.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
