package prismq.t.script.versioning.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** What the list of many scripts takes where its page is not cached: whole, filtered, sorted. */
final class ScriptListBenchmark {
  private static final int SCRIPTS = 500;
  private static final int VERSIONS = 3;
  private static final double MAX_MILLISECONDS = 10;

  /** Addresses that differ in a parameter without a meaning are cached apart. */
  private static final List<Page> PAGES =
      List.of(
          new Page("the newest first", "/?uncached="),
          new Page("filtered by a word of every tenth title", "/?q=lighthouse&uncached="),
          new Page("sorted by title", "/?sort=title&uncached="),
          new Page("sorted by number of versions", "/?sort=versions&uncached="));

  private record Page(String what, String address) {}

  private ScriptListBenchmark() {}

  static void run(Workbench bench) throws Exception {
    Path data = bench.folder().resolve("script-list");
    try (Database database = Database.open(data)) {
      makeUp(new VersionManager(database, new IndexWriter()));
    }
    try (ServerProcess server = bench.jar().serve(data)) {
      LoadGenerator client = new LoadGenerator(server.port(), 1);
      for (Page page : PAGES) {
        client.run(Duration.ofSeconds(3), request -> page.address + request);
        Measurement measured =
            client.run(Duration.ofSeconds(2), request -> page.address + (1_000_000 + request));
        bench
            .report()
            .add(
                "list of " + SCRIPTS + " scripts, " + page.what + ", not cached, one at a time",
                measured.percentiles(),
                "",
                "p50 ≤ 10 ms",
                measured.median() <= MAX_MILLISECONDS);
      }
    }
  }

  /** Saves scripts of a few versions each; every tenth has a lighthouse in its title. */
  static void makeUp(VersionManager manager) {
    MadeUpText text = new MadeUpText(500, 2_000);
    for (int script = 1; script <= SCRIPTS; script++) {
      String title = (script % 10 == 0 ? "The lighthouse of scene " : "The keeper of scene ");
      Author writer = new Author("Writer " + script % 20, "");
      String id = "script-" + script;
      manager.createScript(
          title + script,
          NewVersion.builder(id, text.text(), writer, "the first draft of it").build());
      for (int version = 2; version <= VERSIONS; version++) {
        manager.save(NewVersion.builder(id, text.edit(3).text(), writer, "a few words").build());
      }
    }
  }
}
