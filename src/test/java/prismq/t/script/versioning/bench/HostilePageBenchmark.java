package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/**
 * How much of the processor's time the real program takes for the page of each pair that is hard to
 * compare, with all that Java does beside: both texts read, compared, and shown as prose.
 */
final class HostilePageBenchmark {
  private static final int WARM_UP_ROUNDS = 3;
  private static final int ROUNDS = 5;
  private static final long MAX_MILLISECONDS = 1_000;

  private final Workbench bench;
  private final List<String> names = new ArrayList<>();

  HostilePageBenchmark(Workbench bench) {
    this.bench = bench;
  }

  void run() throws Exception {
    Path data = bench.folder().resolve("hostile");
    save(data);
    double[][] milliseconds = new double[names.size()][ROUNDS];
    try (ServerProcess server = bench.jar().serve(data);
        KeepAliveConnection connection = new KeepAliveConnection(server.port())) {
      // In turn, because what was compared last is kept.
      for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
        for (int pair = 0; pair < names.size(); pair++) {
          double used = cpuOfPage(server, connection, pair, round);
          if (round >= 0) {
            milliseconds[pair][round] = used;
          }
        }
      }
    }
    for (int pair = 0; pair < names.size(); pair++) {
      Arrays.sort(milliseconds[pair]);
      double median = milliseconds[pair][ROUNDS / 2];
      bench
          .report()
          .add(
              "prose page of " + names.get(pair),
              Figures.milliseconds(median) + " of CPU",
              "",
              "≤ 1 s of CPU",
              median <= MAX_MILLISECONDS);
    }
  }

  private void save(Path data) throws IOException {
    try (Database database = Database.open(data)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      Author writer = new Author("Writer", "");
      for (Supplier<DiffPair> hostile : HostilePairs.all()) {
        DiffPair pair = hostile.get();
        String script = script(names.size());
        manager.createScript(script, pair.name());
        manager.save(NewVersion.builder(script, pair.from(), writer, "one text").build());
        manager.save(NewVersion.builder(script, pair.to(), writer, "the other").build());
        names.add(pair.name());
      }
    }
  }

  private static String script(int pair) {
    return "hostile-" + pair;
  }

  private static double cpuOfPage(
      ServerProcess server, KeepAliveConnection connection, int pair, int round)
      throws IOException {
    Duration before = cpu(server);
    connection.get("/scripts/" + script(pair) + "/compare/1...2?uncached=" + round);
    return cpu(server).minus(before).toNanos() / 1e6;
  }

  private static Duration cpu(ServerProcess server) {
    return server.process().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
