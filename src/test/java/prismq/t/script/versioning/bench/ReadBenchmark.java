package prismq.t.script.versioning.bench;

import java.util.List;
import java.util.Random;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** How fast any version of a history is read back, and its first compared with its last. */
final class ReadBenchmark {
  private static final int READS = 5_000;
  private static final int DIFFS = 50;

  private final Workbench bench;
  private final History history;

  ReadBenchmark(Workbench bench, History history) {
    this.bench = bench;
    this.history = history;
  }

  void run() throws Exception {
    try (Database database = Database.open(bench.data())) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      read(manager);
      diff(manager);
    }
  }

  private void read(VersionManager manager) throws Exception {
    Measurement.Work work = random(history.versions(), n -> manager.content(history.scriptId(), n));
    Measurement.repeat(READS, work);
    Measurement ours = Measurement.repeat(READS, work);
    String git = GitRepository.NOT_INSTALLED;
    if (history.git().isPresent()) {
      GitRepository repository = history.git().get();
      List<String> objects = repository.versions(file(repository, manager));
      try (GitRepository.Reader reader = repository.reader()) {
        Measurement.Work theirs = random(objects.size(), n -> reader.read(objects.get(n - 1)));
        Measurement.repeat(READS / 5, theirs);
        git = Measurement.repeat(READS / 5, theirs).percentiles() + " (cat-file --batch)";
      }
    }
    bench
        .report()
        .add(
            "any of " + history.versions() + " versions of " + history.scriptId() + ", in process",
            ours.percentiles(),
            git,
            "p99 ≤ 2 ms",
            ours.percentile(99) <= 2);
  }

  /** What is done with a version. */
  private interface VersionWork {
    Object run(int versionNumber) throws Exception;
  }

  private static Measurement.Work random(int versions, VersionWork work) {
    Random random = new Random(1);
    return repetition -> {
      if (work.run(1 + random.nextInt(versions)) instanceof byte[] content && content.length < 0) {
        throw new AssertionError("never; it only keeps the content from being left out");
      }
    };
  }

  private String file(GitRepository repository, VersionManager manager) throws Exception {
    return repository.fileWith(manager.content(history.scriptId(), history.versions()).bytes());
  }

  private void diff(VersionManager manager) throws Exception {
    ScriptText first = manager.content(history.scriptId(), 1);
    ScriptText last = manager.content(history.scriptId(), history.versions());
    DiffGenerator generator = new DiffGenerator();
    Measurement.Work work = repetition -> generator.diff(first, last).hunks(3);
    Measurement.repeat(DIFFS, work);
    Measurement ours = Measurement.repeat(DIFFS, work);
    String git = GitRepository.NOT_INSTALLED;
    if (history.git().isPresent()) {
      GitRepository repository = history.git().get();
      List<String> objects = repository.versions(file(repository, manager));
      String from = objects.get(0);
      String to = objects.get(objects.size() - 1);
      Measurement theirs =
          Measurement.repeat(
              20, repetition -> repository.run("diff", "--word-diff", "--histogram", from, to));
      git = theirs.percentiles() + " (git diff --word-diff, its start included)";
    }
    bench
        .report()
        .add(
            "diff of first and last ("
                + Figures.bytes(first.sizeBytes())
                + ", "
                + Figures.bytes(last.sizeBytes())
                + ") by line and word, in process",
            ours.percentiles(),
            git,
            "< 1 s",
            ours.percentile(99) < 1_000);
  }
}
