package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import prismq.t.script.versioning.db.Database;

/** How fast histories move out into an archive and in again, in how much memory. */
final class ArchiveBenchmark {
  private static final int VERSIONS = 10_000;
  private static final int BYTES = 40_000;

  private ArchiveBenchmark() {}

  private record Run(double seconds, long memory) {}

  static void run(Workbench bench) throws IOException, InterruptedException {
    Path from = bench.folder().resolve("archive-from");
    try (Database database = Database.open(from)) {
      new MadeUpHistory("made-up", VERSIONS, BYTES).saveTo(database);
    }
    Path file = bench.folder().resolve("made-up.zip");
    report(bench, "export", run(bench, "export", file, from));
    report(bench, "import", run(bench, "import", file, bench.folder().resolve("archive-to")));
    Path all = bench.folder().resolve("all.zip");
    run(bench, "export", all, bench.data());
    bench
        .report()
        .add(
            "archive of all histories / the same database, search index included",
            Figures.bytes(Files.size(all)),
            Figures.bytes(Files.size(bench.data().resolve(Database.FILE_NAME))) + " (database)");
  }

  private static void report(Workbench bench, String direction, Run run) {
    double perSecond = VERSIONS / run.seconds;
    bench
        .report()
        .add(
            direction
                + " archive of "
                + Figures.whole(VERSIONS)
                + " versions of 40 kB with -Xmx128m, start of the program included",
            Figures.whole(Math.round(perSecond))
                + " versions/s"
                + (run.memory == 0
                    ? ""
                    : ", at most " + Figures.megabytes(run.memory) + " resident"),
            "",
            "≥ 500/s, memory flat",
            perSecond >= 500);
  }

  private static Run run(Workbench bench, String direction, Path file, Path data)
      throws IOException, InterruptedException {
    long before = System.nanoTime();
    Process process =
        ChildProcess.stoppedInTime(
            bench
                .jar()
                .with("-Xmx128m")
                .command(direction, "archive", file.toString(), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
    long memory = 0;
    while (process.isAlive()) {
      memory = Math.max(memory, ChildProcess.memory(process, "VmHWM"));
      Thread.sleep(10);
    }
    if (process.exitValue() != 0) {
      throw new IOException("the " + direction + " of " + file + " failed");
    }
    return new Run((System.nanoTime() - before) / 1e9, memory);
  }
}
