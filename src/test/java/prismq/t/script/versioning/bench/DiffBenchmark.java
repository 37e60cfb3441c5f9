package prismq.t.script.versioning.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** How fast texts are compared, in process, with the libraries for it as the yardstick. */
final class DiffBenchmark {
  private static final long MAX_MILLISECONDS = 1_000;

  private static final double WARM_UP_MILLISECONDS = 3_000;
  private static final double MILLISECONDS = 1_000;
  private static final int MIN_REPETITIONS = 5;
  private static final int MAX_REPETITIONS = 100;

  private final Workbench bench;
  private final History history;

  DiffBenchmark(Workbench bench, History history) {
    this.bench = bench;
    this.history = history;
  }

  void run() throws Exception {
    report(DiffPair.lines("10,000 lines, 1 % changed", 1, "\n"), MAX_MILLISECONDS);
    report(DiffPair.lines("10,000 lines, 10 % changed", 10, "\n"), 20);
    report(DiffPair.lines("10,000 lines, 50 % changed", 50, "\n"), MAX_MILLISECONDS);
    report(DiffPair.lines("10,000 lines, every other one blank, 10 % changed", 10, "\n\n"), 20);
    for (int words : List.of(100, 400, 5_000)) {
      report(DiffPair.paragraph(words), MAX_MILLISECONDS);
    }
    report(firstToLast(), 30);
    report(DiffPair.edited("155 kB, edited in 1,000 places", 155_000, 155_000, 1_000), 30);
    report(DiffPair.edited("155 kB, cut to 66 kB and edited", 155_000, 66_000, 60), 30);
    for (Supplier<DiffPair> hostile : HostilePairs.all()) {
      reportHostile(hostile.get());
    }
  }

  private DiffPair firstToLast() {
    try (Database database = Database.open(bench.data())) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      return new DiffPair(
          "first to last of " + history.scriptId(),
          manager.content(history.scriptId(), 1),
          manager.content(history.scriptId(), history.versions()));
    }
  }

  private static Diff compare(DiffPair pair) {
    Diff diff = new DiffGenerator().diff(pair.from(), pair.to());
    if (diff.statistics().wordsDeleted() < 0) {
      throw new AssertionError("never; it only keeps the counting from being left out");
    }
    return diff;
  }

  private void report(DiffPair pair, long mostMilliseconds) throws Exception {
    Measurement ours = warm(repetition -> compare(pair));
    double cpu = cpuMilliseconds(repetition -> compare(pair), MIN_REPETITIONS);
    bench
        .report()
        .add(
            "diff by word, " + described(pair),
            ours.percentiles() + " (" + Figures.milliseconds(cpu) + " of CPU)" + coarse(pair),
            "JGit by line: "
                + inTime(
                    () -> warm(repetition -> JGitDiff.edits(pair.from(), pair.to())).percentiles())
                + "; java-diff-utils: "
                + inTime(
                    () ->
                        warm(repetition -> JavaDiffUtils.rows(pair.from(), pair.to()))
                            .percentiles()),
            "p50 ≤ " + Figures.whole(mostMilliseconds) + " ms",
            ours.median() <= mostMilliseconds);
  }

  private void reportHostile(DiffPair pair) throws Exception {
    compare(pair);
    double ours = cpuMilliseconds(repetition -> compare(pair), MIN_REPETITIONS);
    bench
        .report()
        .add(
            "diff by word, " + described(pair),
            Figures.seconds(ours) + " of CPU" + coarse(pair),
            "JGit by line: "
                + inTime(
                    () ->
                        Figures.seconds(
                                cpuMilliseconds(
                                    repetition -> JGitDiff.edits(pair.from(), pair.to()), 1))
                            + " of CPU"),
            "≤ 1 s of CPU",
            ours <= MAX_MILLISECONDS);
  }

  private static String described(DiffPair pair) {
    return pair.name() + " (" + size(pair.from()) + ", " + size(pair.to()) + ")";
  }

  private static String size(ScriptText text) {
    return Figures.bytes(text.sizeBytes());
  }

  private static String coarse(DiffPair pair) {
    return compare(pair).coarse() ? ", coarse" : "";
  }

  /** What is measured of another program. */
  private interface Figure {
    String measure() throws Exception;
  }

  private static String inTime(Figure figure) throws Exception {
    try {
      return figure.measure();
    } catch (Deadline.PassedException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Repeats as often as there is time for, to warm up and then to measure. */
  static Measurement warm(Measurement.Work work) throws Exception {
    double last = 0;
    int runs = 0;
    for (double sum = 0; sum < WARM_UP_MILLISECONDS || runs < MIN_REPETITIONS; runs++) {
      last = Measurement.repeat(1, work).median();
      sum += last;
    }
    return Measurement.repeat(
        (int) Math.max(MIN_REPETITIONS, Math.min(MAX_REPETITIONS, MILLISECONDS / last)), work);
  }

  /** The median of what it takes of the processor's time. */
  static double cpuMilliseconds(Measurement.Work work, int repetitions) throws Exception {
    long[] nanoseconds = new long[repetitions];
    for (int i = 0; i < repetitions; i++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.run(i);
      nanoseconds[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }
    Arrays.sort(nanoseconds);
    return nanoseconds[repetitions / 2] / 1e6;
  }
}
