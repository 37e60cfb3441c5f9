package prismq.t.script.versioning.bench;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Locale;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.report.ReportChoices;
import prismq.t.script.versioning.report.ReportFormat;
import prismq.t.script.versioning.report.ReportSources;
import prismq.t.script.versioning.report.Reports;
import prismq.t.script.versioning.web.Assets;
import prismq.t.script.versioning.web.Templates;

/** How long the report of the longest history takes, table and plot, in each format. */
final class ReportBenchmark {
  private static final int RUNS = 7;
  private static final int PDF_GOAL = 3_000;
  private static final int GOAL = 1_000;

  private final Workbench bench;
  private final History longest;

  ReportBenchmark(Workbench bench, History longest) {
    this.bench = bench;
    this.longest = longest;
  }

  void run() throws Exception {
    try (Database database = Database.open(bench.data());
        ReportSources sources = ReportSources.of(database)) {
      VersionManager manager = sources.versions();
      Reports reports =
          new Reports(
              manager,
              new Comparisons(manager),
              new Templates(null),
              new Assets(null),
              sources.annexes(),
              Clock.systemUTC());
      for (ReportFormat format : ReportFormat.values()) {
        measure(reports, ReportChoices.ALL, format, "table and plot", goal(format));
      }
      ReportChoices diffs =
          new ReportChoices(null, null, null, null, null, null, true, false, false);
      measure(reports, diffs, ReportFormat.HTML, "with every step by word", 0);
    }
  }

  private static int goal(ReportFormat format) {
    return format == ReportFormat.PDF ? PDF_GOAL : format == ReportFormat.HTML ? GOAL : 0;
  }

  private void measure(
      Reports reports, ReportChoices choices, ReportFormat format, String what, int goal)
      throws Exception {
    ByteArrayOutputStream once = new ByteArrayOutputStream();
    reports.write(longest.scriptId(), choices, format, once);
    Measurement.Work work =
        i -> reports.write(longest.scriptId(), choices, format, OutputStream.nullOutputStream());
    Measurement.repeat(2, work);
    Measurement ours = Measurement.repeat(RUNS, work);
    String name =
        String.format(
            Locale.ROOT,
            "report of %,d versions as %s, %s, in process",
            longest.versions(),
            format.title(),
            what);
    String took = ours.percentiles() + ", " + Figures.bytes(once.size());
    if (goal == 0) {
      bench.report().add(name, took, "");
    } else {
      String limit = "p50 ≤ " + Figures.whole(goal) + " ms";
      bench.report().add(name, took, "", limit, ours.median() <= goal);
    }
  }
}
