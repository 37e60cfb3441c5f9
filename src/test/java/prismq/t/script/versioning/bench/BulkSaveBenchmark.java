package prismq.t.script.versioning.bench;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** How fast many versions are saved, and whether memory stays flat meanwhile. */
final class BulkSaveBenchmark {
  private static final int BATCHES = 24;
  private static final int BATCH = 50;
  private static final int BYTES = 40_000;

  private BulkSaveBenchmark() {}

  static void run(Workbench bench) {
    MadeUpText text = new MadeUpText(40, BYTES);
    long nanoseconds = 0;
    List<Long> heaps = new ArrayList<>();
    try (Database database = Database.open(bench.folder().resolve("bulk"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.createScript("bulk", "A made-up text");
      for (int i = 1; i <= BATCHES; i++) {
        List<NewVersion> batch = new ArrayList<>();
        for (int j = 0; j < BATCH; j++) {
          batch.add(
              NewVersion.builder("bulk", text.edit(3).text(), new Author("Writer", ""), "a change")
                  .build());
        }
        long before = System.nanoTime();
        manager.saveAll(batch);
        nanoseconds += System.nanoTime() - before;
        if (i % (BATCHES / 4) == 0) {
          heaps.add(usedHeap());
        }
      }
    }
    double perSecond = BATCHES * BATCH / (nanoseconds / 1e9);
    long growth = heaps.get(heaps.size() - 1) - heaps.get(0);
    bench
        .report()
        .add(
            "bulk save of "
                + Figures.whole(BATCHES * BATCH)
                + " versions of 40 kB, "
                + BATCH
                + " in a transaction",
            Figures.whole(Math.round(perSecond))
                + " versions/s; heap after each quarter "
                + String.join(", ", heaps.stream().map(Figures::megabytes).toList()),
            "",
            "≥ 200/s, memory flat",
            perSecond >= 200 && growth < 5_000_000);
  }

  /** What cannot be collected, in bytes. */
  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
