package prismq.t.script.versioning.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** How long it takes from the start of the program to its first page. */
final class StartBenchmark {
  private static final int STARTS = 5;

  private StartBenchmark() {}

  static void run(Workbench bench) throws Exception {
    Measurement plain = starts(bench, bench.jar());
    add(bench, "start to first page", plain, 2.5);
    Path archive = bench.folder().resolve("classes.jsa");
    // The archive is written when the program ends.
    start(bench, bench.jar().with("-XX:ArchiveClassesAtExit=" + archive));
    if (Files.exists(archive)) {
      Measurement archived = starts(bench, bench.jar().with("-XX:SharedArchiveFile=" + archive));
      add(bench, "start to first page, with a class archive (CDS)", archived, 1.2);
    }
  }

  private static void add(Workbench bench, String what, Measurement measured, double goal) {
    bench
        .report()
        .add(
            what,
            "median "
                + Figures.seconds(measured.median())
                + ", best "
                + Figures.seconds(measured.best()),
            "",
            "≤ " + goal + " s",
            measured.median() <= goal * 1e3);
  }

  private static Measurement starts(Workbench bench, Jar jar) throws Exception {
    long[] nanoseconds = new long[STARTS];
    for (int i = 0; i < STARTS; i++) {
      nanoseconds[i] = start(bench, jar);
    }
    return Measurement.of(nanoseconds, 0);
  }

  private static long start(Workbench bench, Jar jar) throws Exception {
    long before = System.nanoTime();
    try (ServerProcess server = jar.serve(bench.data());
        KeepAliveConnection connection = new KeepAliveConnection(server.port())) {
      connection.get("/");
      return System.nanoTime() - before;
    }
  }
}
