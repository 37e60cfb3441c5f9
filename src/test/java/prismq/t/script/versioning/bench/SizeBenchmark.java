package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.StorageStatistics;
import prismq.t.script.versioning.history.StorageStatistics.Sizes;
import prismq.t.script.versioning.search.index.PassageIndex;

/** How large all histories are in one database file, and in git. */
final class SizeBenchmark {
  private final Workbench bench;
  private final List<History> histories = new ArrayList<>();

  SizeBenchmark(Workbench bench) {
    this.bench = bench;
  }

  /** Brings all histories into the database and into git, and measures both. */
  List<History> run() throws Exception {
    List<Path> bundles = bench.bundles();
    if (bundles.isEmpty()) {
      makeUp("made-up-long", 1_000, 36_000);
      makeUp("made-up-short", 60, 12_000);
    } else {
      importBundles(bundles);
    }
    reportSizes();
    reportStatistics();
    return histories;
  }

  private void makeUp(String name, int versions, int bytes) throws Exception {
    try (Database database = Database.open(bench.data())) {
      new MadeUpHistory(name, versions, bytes).saveTo(database);
    }
    Optional<GitRepository> git =
        GitRepository.isInstalled()
            ? Optional.of(
                new MadeUpHistory(name, versions, bytes)
                    .saveTo(GitRepository.create(bench.folder().resolve(name), "--bare")))
            : Optional.empty();
    histories.add(new History(name, versions, git));
  }

  private void importBundles(List<Path> bundles) throws Exception {
    Set<String> known = new HashSet<>();
    long nanoseconds = 0;
    long memory = 0;
    for (Path bundle : bundles) {
      long before = System.nanoTime();
      memory = Math.max(memory, importBundle(bundle));
      nanoseconds += System.nanoTime() - before;
      Optional<GitRepository> git =
          GitRepository.isInstalled()
              ? Optional.of(
                  GitRepository.clone(bundle, bench.folder().resolve(Workbench.name(bundle))))
              : Optional.empty();
      for (Sizes sizes : statistics()) {
        if (known.add(sizes.scriptId())) {
          histories.add(new History(sizes.scriptId(), sizes.versions(), git));
        }
      }
    }
    long versions = histories.stream().mapToLong(History::versions).sum();
    double perSecond = versions / (nanoseconds / 1e9);
    bench
        .report()
        .add(
            "import git of " + bundles.size() + " bundles, each with its own start of the program",
            Figures.whole(Math.round(perSecond))
                + " versions/s"
                + (memory == 0 ? "" : ", at most " + Figures.megabytes(memory) + " resident"),
            "",
            "≥ 200 versions/s",
            perSecond >= 200);
  }

  /** Runs the import command; returns the most memory it was seen with, in bytes. */
  private long importBundle(Path bundle) throws IOException, InterruptedException {
    Process process =
        ChildProcess.stoppedInTime(
            bench
                .jar()
                .command("import", "git", bundle.toString(), "--data", bench.data().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
    long memory = 0;
    while (process.isAlive()) {
      memory = Math.max(memory, ChildProcess.memory(process, "VmHWM"));
      Thread.sleep(10);
    }
    if (process.exitValue() != 0) {
      throw new IOException("the import of " + bundle + " failed");
    }
    return memory;
  }

  private List<Sizes> statistics() {
    try (Database database = Database.open(bench.data())) {
      return new StorageStatistics(database).perScript();
    }
  }

  private void reportSizes() throws Exception {
    long index = indexBytes();
    long ours = Files.size(bench.data().resolve(Database.FILE_NAME)) - index;
    bench
        .report()
        .add(
            "search index of all histories / the rest of the database file",
            Figures.bytes(index) + ", ratio " + Figures.ratio((double) index / ours),
            "",
            "ratio ≤ 1.0",
            index <= ours);
    String what =
        "all histories in one database file without the search index / git packed aggressively"
            + " (.pack and .idx)";
    if (!GitRepository.isInstalled()) {
      bench.report().add(what, Figures.bytes(ours), GitRepository.NOT_INSTALLED);
      return;
    }
    long packs = 0;
    long objects = 0;
    for (GitRepository git :
        histories.stream().flatMap(one -> one.git().stream()).distinct().toList()) {
      git.pack();
      packs += git.objectBytes(".pack") + git.objectBytes(".idx");
      objects += git.objectBytes("");
    }
    bench
        .report()
        .add(
            what,
            Figures.bytes(ours) + ", ratio " + Figures.ratio((double) ours / packs),
            Figures.bytes(packs) + " (all below objects " + Figures.bytes(objects) + ")",
            "ratio < 1.0",
            ours < packs);
  }

  private long indexBytes() {
    try (Database database = Database.open(bench.data())) {
      return new PassageIndex(database).sizeBytes();
    }
  }

  private void reportStatistics() throws Exception {
    List<Sizes> all = new ArrayList<>(statistics());
    if (all.size() <= 20) {
      all.forEach(this::reportStatistics);
    }
    reportStatistics(StorageStatistics.total(all));
  }

  private void reportStatistics(Sizes sizes) {
    String what =
        sizes.scriptId() + ": contents of " + Figures.whole(sizes.versions()) + " versions";
    String ours =
        Figures.bytes(sizes.storedBytes())
            + " of "
            + Figures.bytes(sizes.rawBytes())
            + ", saved "
            + Figures.percent(sizes.saving())
            + ", chain ≤ "
            + sizes.longestChain();
    bench.report().add(what, ours, "", "> 60 % saved", sizes.saving() > 0.6);
  }
}
