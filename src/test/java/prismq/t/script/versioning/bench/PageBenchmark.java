package prismq.t.script.versioning.bench;

import java.time.Duration;
import java.util.function.IntFunction;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/**
 * How many pages the real program serves a second, and how much memory it takes for it. What is
 * asked for has a number in it where no answer may come from the page cache.
 */
final class PageBenchmark {
  private static final int CONNECTIONS = 4;
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final Duration TIME = Duration.ofSeconds(8);
  private static final String PAIR = "made-up-pair";

  private final Workbench bench;
  private final History history;

  PageBenchmark(Workbench bench, History history) {
    this.bench = bench;
    this.history = history;
  }

  void run() throws Exception {
    makeUpPair();
    try (ServerProcess server = bench.jar().serve(bench.data())) {
      historyPage(server);
      comparePage(
          server,
          "compare page, first to last of " + history.scriptId(),
          "/scripts/" + history.scriptId() + "/compare/1..." + history.versions(),
          firstToLastInGit());
      comparePage(
          server, "compare page, 155 kB and 66 kB", "/scripts/" + PAIR + "/compare/1...2", "");
      memory(server);
    }
  }

  private void makeUpPair() {
    try (Database database = Database.open(bench.data())) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.createScript(PAIR, "A made-up text that was cut to less than half");
      MadeUpText text = new MadeUpText(155, 155_000);
      Author writer = new Author("Writer", "");
      manager.save(NewVersion.builder(PAIR, text.text(), writer, "all of it").build());
      text.shorten(66_000).edit(60);
      manager.save(NewVersion.builder(PAIR, text.text(), writer, "what matters").build());
    }
  }

  private void historyPage(ServerProcess server) throws Exception {
    String page = "/scripts/" + history.scriptId();
    String what = "history page, " + Figures.whole(history.versions()) + " versions";
    String git = GitRepository.NOT_INSTALLED;
    if (history.git().isPresent()) {
      GitRepository repository = history.git().get();
      git =
          Measurement.repeat(20, i -> repository.run("log", "--max-count=50", "--numstat"))
                  .percentiles()
              + " (git log -50 --numstat, its start included)";
    }
    Measurement cached = load(server, request -> page);
    bench
        .report()
        .add(
            what + ", cached",
            cached.rate(),
            git,
            "≥ 600/s, p50 ≤ 4 ms",
            cached.perSecond() >= 600 && cached.median() <= 4);
    // All versions are below these numbers, so that each page is as long as the first.
    IntFunction<String> differing = request -> page + "?before=" + (1_000_000 + request);
    bench.report().add(what + ", not cached", load(server, differing).rate(), git);
    bench
        .report()
        .add(what + ", not cached, one at a time", alone(server, differing).percentiles(), git);
  }

  private void comparePage(ServerProcess server, String what, String page, String git)
      throws Exception {
    Measurement cached = load(server, request -> page);
    bench.report().add(what + ", cached", cached.rate(), git, "≥ 300/s", cached.perSecond() >= 300);
    IntFunction<String> differing = request -> page + "?uncached=" + request;
    bench.report().add(what + ", not cached", load(server, differing).rate(), git);
    Measurement alone = alone(server, differing);
    bench
        .report()
        .add(
            what + ", not cached, one at a time",
            alone.percentiles(),
            git,
            "p50 ≤ 30 ms",
            alone.median() <= 30);
  }

  private String firstToLastInGit() throws Exception {
    if (history.git().isEmpty()) {
      return GitRepository.NOT_INSTALLED;
    }
    GitRepository repository = history.git().get();
    String first = repository.lines("rev-list", "--max-parents=0", "HEAD").get(0);
    return Measurement.repeat(20, i -> repository.run("diff", "--word-diff", first, "HEAD"))
            .percentiles()
        + " (git diff --word-diff, its start included)";
  }

  /** From 4 connections at once, after warming up. */
  private static Measurement load(ServerProcess server, IntFunction<String> target)
      throws Exception {
    LoadGenerator generator = new LoadGenerator(server.port(), CONNECTIONS);
    generator.run(WARM_UP, target);
    return generator.run(TIME, target);
  }

  private static Measurement alone(ServerProcess server, IntFunction<String> target)
      throws Exception {
    // Numbers that no request before had.
    IntFunction<String> unused = request -> target.apply(1_000_000 + request);
    return new LoadGenerator(server.port(), 1).run(Duration.ofSeconds(2), unused);
  }

  private void memory(ServerProcess server) {
    long resident = ChildProcess.memory(server.process(), "VmRSS");
    long most = ChildProcess.memory(server.process(), "VmHWM");
    if (resident == 0) {
      bench.report().add("memory under this load", "only told on Linux", "");
      return;
    }
    bench
        .report()
        .add(
            "memory under this load, resident",
            Figures.megabytes(resident) + ", at most " + Figures.megabytes(most),
            "",
            "≤ 200 MB",
            most <= 200_000_000);
  }
}
