package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Asks a server for pages over some connections at once, each sending its next request when it has
 * its answer.
 */
final class LoadGenerator {
  private final int port;
  private final int connections;
  private final String headers;
  private final AtomicInteger requests = new AtomicInteger();

  LoadGenerator(int port, int connections) {
    this(port, connections, "");
  }

  /**
   * Creates it.
   *
   * @param headers sent with each request, each with its line end
   */
  LoadGenerator(int port, int connections, String headers) {
    this.port = port;
    this.connections = connections;
    this.headers = headers;
  }

  /**
   * Asks for pages as long as it is told.
   *
   * @param target the path and query of each request, by its number
   */
  Measurement run(Duration time, IntFunction<String> target) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long start = System.nanoTime();
      long end = start + time.toNanos();
      List<Future<long[]>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        all.add(threads.submit(() -> askUntil(end, target)));
      }
      List<Long> nanoseconds = new ArrayList<>();
      for (Future<long[]> one : all) {
        Arrays.stream(one.get()).forEach(nanoseconds::add);
      }
      long[] times = nanoseconds.stream().mapToLong(Long::longValue).toArray();
      return Measurement.of(times, System.nanoTime() - start);
    } finally {
      threads.shutdownNow();
    }
  }

  private long[] askUntil(long end, IntFunction<String> target) throws IOException {
    long[] times = new long[1_024];
    int count = 0;
    try (KeepAliveConnection connection = new KeepAliveConnection(port, headers)) {
      long before = System.nanoTime();
      while (before < end) {
        connection.get(target.apply(requests.incrementAndGet()));
        long after = System.nanoTime();
        if (count == times.length) {
          times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = after - before;
        before = after;
      }
    }
    return Arrays.copyOf(times, count);
  }
}
