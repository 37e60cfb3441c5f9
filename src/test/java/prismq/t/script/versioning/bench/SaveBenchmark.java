package prismq.t.script.versioning.bench;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** How fast one version of 100 kB is saved for good. */
final class SaveBenchmark {
  private static final int BYTES = 100_000;
  private static final int WARM_UP = 100;
  private static final int SAVES = 200;
  private static final int COMMITS = 50;

  private SaveBenchmark() {}

  static void run(Workbench bench) throws Exception {
    Measurement ours = save(bench.folder().resolve("save"));
    String git =
        GitRepository.isInstalled()
            ? commit(bench.folder().resolve("save-git")).percentiles()
                + " (git commit -a, its start included)"
            : GitRepository.NOT_INSTALLED;
    bench
        .report()
        .add(
            "save of a 100 kB version, durable",
            ours.percentiles(),
            git,
            "p50 ≤ 15 ms",
            ours.median() <= 15);
    reportIndex(bench);
    bench
        .report()
        .add(
            "for comparison: 100 kB appended to a file and forced to disk",
            append(bench.folder().resolve("append")).percentiles(),
            "");
  }

  /** Saves with and without the index by turns, so that what else the machine does meets both. */
  private static void reportIndex(Workbench bench) throws Exception {
    try (Database with = Database.open(bench.folder().resolve("save-indexed"));
        Database without = Database.open(bench.folder().resolve("save-not-indexed"))) {
      VersionManager indexed = new VersionManager(with, new IndexWriter());
      VersionManager notIndexed = new VersionManager(without, new IndexWriter());
      indexed.createScript("save", "A made-up text");
      notIndexed.createScript("save", "A made-up text");
      // What was not indexed is not gone on with.
      without.write(handle -> handle.execute("DELETE FROM passage_changes"));
      MadeUpText text = new MadeUpText(100, BYTES);
      long[] nanoseconds = new long[SAVES];
      long[] bare = new long[SAVES];
      for (int i = -WARM_UP; i < SAVES; i++) {
        NewVersion version =
            NewVersion.builder("save", text.edit(3).text(), new Author("Writer", ""), "a change")
                .build();
        nanoseconds[Math.max(0, i)] =
            Measurement.repeat(1, repetition -> indexed.save(version)).elapsedNanoseconds();
        bare[Math.max(0, i)] =
            Measurement.repeat(1, repetition -> notIndexed.save(version)).elapsedNanoseconds();
      }
      Measurement ours = Measurement.of(nanoseconds, 0);
      Measurement others = Measurement.of(bare, 0);
      double added = ours.median() / others.median() - 1;
      bench
          .report()
          .add(
              "save of a 100 kB version with the search index / without it",
              ours.percentiles() + ", " + Figures.percent(added) + " more",
              others.percentiles() + " (without)",
              "p50 ≤ 30 % more",
              added <= 0.3);
    }
  }

  private static Measurement save(Path folder) throws Exception {
    try (Database database = Database.open(folder)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.createScript("save", "A made-up text");
      MadeUpText text = new MadeUpText(100, BYTES);
      Measurement.Work work =
          repetition ->
              manager.save(
                  NewVersion.builder("save", text.text(), new Author("Writer", ""), "a change")
                      .build());
      for (int i = 0; i < WARM_UP; i++) {
        text.edit(3);
        work.run(i);
      }
      long[] nanoseconds = new long[SAVES];
      for (int i = 0; i < SAVES; i++) {
        text.edit(3);
        nanoseconds[i] = Measurement.repeat(1, work).elapsedNanoseconds();
      }
      return Measurement.of(nanoseconds, 0);
    }
  }

  private static Measurement commit(Path folder) throws Exception {
    GitRepository repository = GitRepository.create(folder);
    MadeUpText text = new MadeUpText(100, BYTES);
    Path file = folder.resolve("text.md");
    Files.write(file, text.text().bytes());
    repository.run("add", "text.md");
    long[] nanoseconds = new long[COMMITS];
    for (int i = 0; i < COMMITS; i++) {
      ScriptText edited = text.edit(3).text();
      Measurement.Work work =
          repetition -> {
            Files.write(file, edited.bytes());
            repository.run("commit", "--quiet", "--all", "--message", "a change");
          };
      nanoseconds[i] = Measurement.repeat(1, work).elapsedNanoseconds();
    }
    return Measurement.of(nanoseconds, 0);
  }

  private static Measurement append(Path file) throws Exception {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      return Measurement.repeat(
          SAVES,
          repetition -> {
            channel.write(ByteBuffer.wrap(new byte[BYTES]));
            channel.force(false);
          });
    }
  }
}
