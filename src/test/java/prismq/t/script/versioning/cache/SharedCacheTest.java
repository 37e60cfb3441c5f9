package prismq.t.script.versioning.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedCacheTest {
  private static final long BOUND = CacheBound.WORD_CHANGES.bytes();

  private final SharedCache<Integer, String> cache =
      SharedCache.ofMostUsed(CacheBound.WORD_CHANGES, (key, value) -> value.length());
  private final AtomicInteger computed = new AtomicInteger();

  private String computed(String value) {
    computed.incrementAndGet();
    return value;
  }

  @Test
  void whatIsKeptIsNotComputedAgain() {
    assertThat(cache.get(1, () -> computed("one"))).isEqualTo("one");
    assertThat(cache.get(1, () -> computed("other"))).isEqualTo("one");
    assertThat(computed).hasValue(1);
  }

  @Test
  void whatNoLongerHoldsIsComputedAgain() {
    cache.get(1, () -> "old");
    assertThat(cache.get(1, "new"::equals, () -> "new")).isEqualTo("new");
    assertThat(cache.get(1, () -> computed("unused"))).isEqualTo("new");
  }

  @Test
  void manyThreadsThatAskForOneKeyComputeItOnce() throws Exception {
    CountDownLatch allAsked = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(
            threads.submit(
                () ->
                    cache.get(
                        1,
                        () -> {
                          await(allAsked);
                          return computed("one");
                        })));
      }
      allAsked.countDown();
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("one");
      }
      assertThat(computed).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whoAsksForAnotherKeyDoesNotWait() throws Exception {
    CountDownLatch othersAreDone = new CountDownLatch(1);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      CountDownLatch begun = new CountDownLatch(1);
      Future<String> slow =
          threads.submit(
              () ->
                  cache.get(
                      0,
                      () -> {
                        begun.countDown();
                        await(othersAreDone);
                        return "slow";
                      }));
      begun.await();
      // So many that some of them lie beside the slow one, wherever that is.
      IntStream.range(1, 1_000).forEach(key -> cache.get(key, () -> computed("x")));
      assertThat(computed).hasValue(999);
      othersAreDone.countDown();
      assertThat(slow.get()).isEqualTo("slow");
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aComputationThatFailsIsNotKept() {
    assertThatThrownBy(() -> cache.get(1, SharedCacheTest::failing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("it fails");
    assertThat(cache.get(1, () -> "one")).isEqualTo("one");
  }

  private static String failing() {
    throw new IllegalStateException("it fails");
  }

  @Test
  void whoWaitsForAComputationThatFailsIsToldWhy() throws Exception {
    IllegalStateException failure = new IllegalStateException("it fails");
    assertThat(toldToWhoWaitsFor(failure)).containsExactly(failure);
    assertThat(computed).hasValue(0);
  }

  @Test
  void whoWaitsWhileMemoryEndsIsToldThat() throws Exception {
    OutOfMemoryError failure = new OutOfMemoryError("Java heap space");
    assertThat(toldToWhoWaitsFor(failure)).containsExactly(failure);
    assertThat(cache.get(1, () -> "one")).isEqualTo("one");
  }

  private List<Throwable> toldToWhoWaitsFor(Throwable failure) throws InterruptedException {
    Thread waiting = new Thread(() -> cache.get(1, () -> computed("another")));
    List<Throwable> told = Collections.synchronizedList(new ArrayList<>());
    waiting.setUncaughtExceptionHandler((thread, thrown) -> told.add(thrown));
    assertThatThrownBy(
            () ->
                cache.get(
                    1,
                    () -> {
                      waiting.start();
                      waitUntilWaiting(waiting);
                      throw unchecked(failure);
                    }))
        .isSameAs(failure);
    waiting.join();
    return told;
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }

  private static void waitUntilWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void noMoreIsKeptThanFits() {
    String tenth = "x".repeat((int) BOUND / 10);
    IntStream.range(0, 100).forEach(key -> cache.get(key, () -> tenth));
    long kept = IntStream.range(0, 100).filter(key -> cache.take(key) != null).count();
    assertThat(kept).isBetween(1L, 10L);
  }

  @Test
  void whatIsLargerThanTheBoundIsNotKept() {
    cache.get(1, () -> "x".repeat((int) BOUND + 1));
    assertThat(cache.take(1)).isNull();
  }

  @Test
  void whatIsTakenOutIsKeptNoLonger() {
    cache.put(1, "one");
    assertThat(cache.take(1)).isEqualTo("one");
    assertThat(cache.take(1)).isNull();
    cache.put(2, "two");
    cache.clear();
    assertThat(cache.take(2)).isNull();
  }

  @Test
  void aLargeValueIsKeptThoughManySmallOnesAreUsedMore() {
    SharedCache<Integer, String> large =
        SharedCache.ofRecentlyUsed(CacheBound.WORD_CHANGES, String::length);
    String hot = "x".repeat((int) BOUND / 80);
    for (int round = 0; round < 20; round++) {
      IntStream.range(0, 80).forEach(key -> large.get(key, () -> hot));
    }
    for (int asked = 0; asked < 20; asked++) {
      large.get(-1, () -> computed("y".repeat((int) BOUND / 2)));
      IntStream.range(0, 20).forEach(key -> large.get(key, () -> hot));
    }
    assertThat(computed).hasValue(1);
  }

  @Test
  void allCachesOfTheServerFitAQuarterOfItsHeap() {
    long ofServer =
        Stream.of(CacheBound.values())
            .filter(bound -> bound.lifetime() == CacheBound.Lifetime.SERVER)
            .mapToLong(CacheBound::bytes)
            .sum();
    assertThat(ofServer).isLessThanOrEqualTo(64 * 1024 * 1024);
  }
}
