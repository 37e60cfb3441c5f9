package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Prints what is measured side by side with git and with the goal. A figure that misses its goal is
 * no failure: machines differ, and this one may be busy.
 */
@Tag("bench")
class BenchmarkIT {
  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void theFiguresAreMeasuredAndPrinted() throws Exception {
    Path jar = Path.of(System.getProperty("jar", "target/script-versioning.jar"));
    @Nullable String corpora = System.getProperty("corpora");
    Path folder = jar.resolveSibling("bench");
    delete(folder);
    Files.createDirectories(folder);
    Report report = new Report();
    Workbench bench =
        new Workbench(folder, new Jar(jar), corpora == null ? null : Path.of(corpora), report);
    report.note(machine());
    try {
      List<History> histories = new SizeBenchmark(bench).run();
      History longest =
          histories.stream().max(Comparator.comparingInt(History::versions)).orElseThrow();
      new GitExportBenchmark(bench).run(histories, longest);
      new DiffQualityBenchmark(bench, histories).run();
      new DiffBenchmark(bench, longest).run();
      new ScreenplayBenchmark(bench).run();
      new MergeQualityBenchmark(bench, histories).run();
      new MergeBenchmark(bench).run();
      BulkSaveBenchmark.run(bench);
      ArchiveBenchmark.run(bench);
      new ReadBenchmark(bench, longest).run();
      new PassageBenchmark(bench).run(histories, longest);
      LineageBenchmark.run(bench);
      new SearchBenchmark(bench).run(histories);
      new ReportBenchmark(bench, longest).run();
      SaveBenchmark.run(bench);
      FormSaveBenchmark.run(bench);
      StartBenchmark.run(bench);
      new PageBenchmark(bench, longest).run();
      ScriptListBenchmark.run(bench);
      new HostilePageBenchmark(bench).run();
      new SignInBenchmark(bench, longest).run();
    } finally {
      report.write(jar.resolveSibling("bench.md"));
      System.out.println("\n" + report.markdown());
      delete(folder);
    }
  }

  private static String machine() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "Measured on %s: %d cores, %s %s, Java %s, load %.1f when it began.",
        LocalDate.now(ZoneOffset.UTC),
        system.getAvailableProcessors(),
        system.getName(),
        system.getArch(),
        Runtime.version().feature(),
        system.getSystemLoadAverage());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
