package prismq.t.script.versioning.api;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import prismq.t.script.versioning.history.ChangeEntry;
import prismq.t.script.versioning.history.Changes;

/**
 * Requests that wait until something is saved. None holds a thread: one thread looks every {@value
 * #PAUSE_MILLISECONDS} ms, while there are any, whether this process or another has written.
 */
public final class ChangeWait implements AutoCloseable {
  /** Most requests that wait; a further one is answered at once, and asks again. */
  private static final int MAX_WAITING = 1_000;

  private static final int PAUSE_MILLISECONDS = 20;

  private static final Executor ANSWERING = Executors.newFixedThreadPool(4, ChangeWait::thread);

  private final Changes changes;
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(ChangeWait::thread);
  private final Future<?> looking;
  private long seen;
  private volatile boolean closed;

  private record Waiting(
      Supplier<List<ChangeEntry>> question,
      long endNanoseconds,
      CompletableFuture<List<ChangeEntry>> answer) {
    /** Completes the answer if there is something new, or if the time is over. */
    boolean isAnswered(boolean hasChanged, boolean isOver) {
      List<ChangeEntry> found = hasChanged ? question.get() : List.of();
      if (!found.isEmpty() || isOver || endNanoseconds - System.nanoTime() <= 0) {
        // Writing the answer must not keep the others waiting.
        answer.completeAsync(() -> found, ANSWERING);
        return true;
      }
      return answer.isDone();
    }
  }

  /** Watches these changes. */
  public ChangeWait(Changes changes) {
    this.changes = changes;
    this.looking =
        watch.scheduleWithFixedDelay(
            this::look, PAUSE_MILLISECONDS, PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "changes");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * What is new, as soon as there is something; nothing if the time is over before.
   *
   * @param question finds what is new
   */
  CompletableFuture<List<ChangeEntry>> until(Supplier<List<ChangeEntry>> question, Duration time) {
    Waiting one =
        new Waiting(question, System.nanoTime() + time.toNanos(), new CompletableFuture<>());
    if (!isTaken(one)) {
      one.answer.complete(List.of());
    }
    return one.answer;
  }

  /** Has it wait, unless too many do or none does any more; none comes in while this closes. */
  private synchronized boolean isTaken(Waiting one) {
    if (closed || waiting.size() >= MAX_WAITING) {
      return false;
    }
    waiting.add(one);
    // Something may have been saved before the request was added.
    watch.execute(() -> answerWhere(one, true));
    return true;
  }

  /** Number of requests that wait now. */
  public int waitingCount() {
    return waiting.size();
  }

  private void answerWhere(Waiting one, boolean hasChanged) {
    try {
      if (one.isAnswered(hasChanged, closed)) {
        waiting.remove(one);
      }
    } catch (RuntimeException e) {
      waiting.remove(one);
      one.answer.completeExceptionally(e);
    }
  }

  private void look() {
    if (waiting.isEmpty()) {
      return;
    }
    long count = changes.count();
    boolean hasChanged = count != seen;
    seen = count;
    for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
      answerWhere(each.next(), hasChanged);
    }
  }

  /** Answers all with nothing new. */
  @Override
  public void close() {
    stopTaking();
    waiting.forEach(one -> one.answer.complete(List.of()));
    waiting.clear();
  }

  private synchronized void stopTaking() {
    closed = true;
    looking.cancel(false);
    watch.shutdown();
  }
}
