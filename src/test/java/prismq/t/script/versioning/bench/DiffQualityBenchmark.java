package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** How many words a reader finds marked from each version to the next; fewer are better. */
final class DiffQualityBenchmark {
  private static final double MAX_RUNS = 1.05;
  private static final double MIN_SHARE = 0.99;

  private final Workbench bench;
  private final List<History> histories;

  DiffQualityBenchmark(Workbench bench, List<History> histories) {
    this.bench = bench;
    this.histories = histories;
  }

  void run() throws Exception {
    try (Database database = Database.open(bench.data())) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      for (History history : histories) {
        report(history, compare(manager, history, bench.folder().resolve("words")));
      }
    }
  }

  /**
   * Compares each version that differs from the one before with it.
   *
   * @param folder for repositories of the same texts
   */
  static List<MarkedWords> compare(VersionManager manager, History history, Path folder)
      throws IOException, InterruptedException {
    Map<String, Integer> git = Map.of();
    Map<String, WhiteSpaceMarks> gitMarks = Map.of();
    Map<String, Integer> gitLines = Map.of();
    if (GitRepository.isInstalled()) {
      GitWordDiff wordDiff = new GitWordDiff(repository(manager, history, folder));
      git = wordDiff.markedWords();
      gitMarks = wordDiff.marks();
      gitLines = wordDiff.changedLines();
    }
    DiffGenerator generator = new DiffGenerator();
    List<MarkedWords> pairs = new ArrayList<>();
    ScriptText from = manager.content(history.scriptId(), 1);
    for (int version = 2; version <= history.versions(); version++) {
      ScriptText to = manager.content(history.scriptId(), version);
      if (!to.equals(from)) {
        OptionalInt ofGit =
            git.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(git.getOrDefault(subject(version), 0));
        Diff diff = generator.diff(from, to);
        if (!diff.apply().equals(to) || !diff.undo().equals(from)) {
          throw new AssertionError(
              history.scriptId() + ": the diff to version " + version + " is not exact");
        }
        WhiteSpaceMarks marksOfGit =
            git.isEmpty()
                ? null
                : gitMarks.getOrDefault(subject(version), new WhiteSpaceMarks(0, 0));
        pairs.add(
            MarkedWords.of(
                version,
                diff,
                gitLines.getOrDefault(subject(version), 0),
                marksOfGit,
                ofGit,
                JavaDiffUtils.markedWords(from, to)));
      }
      from = to;
    }
    return pairs;
  }

  private static GitRepository repository(VersionManager manager, History history, Path folder)
      throws IOException, InterruptedException {
    GitRepository repository = GitRepository.create(folder.resolve(history.scriptId()), "--bare");
    try (FastImport stream = new FastImport("text")) {
      for (int version = 1; version <= history.versions(); version++) {
        stream.add(manager.content(history.scriptId(), version), subject(version), version);
      }
      stream.into(repository);
    }
    return repository;
  }

  private static String subject(int version) {
    return Integer.toString(version);
  }

  private void report(History history, List<MarkedWords> pairs) {
    if (GitRepository.isInstalled()) {
      reportMarks(history, pairs);
      reportLines(history, pairs);
    }
    List<MarkedWords> inGit = pairs.stream().filter(pair -> pair.git().isPresent()).toList();
    List<MarkedWords> inUtils =
        pairs.stream().filter(pair -> pair.javaDiffUtils().isPresent()).toList();
    double git = average(inGit, pair -> pair.git().orElse(0));
    double utils = average(inUtils, pair -> pair.javaDiffUtils().orElse(0));
    int leftOut = pairs.size() - inUtils.size();
    long miscounted = pairs.stream().filter(pair -> pair.ours() != pair.counted()).count();
    bench
        .report()
        .add(
            history.scriptId()
                + ": words marked from one version to the next, in "
                + Figures.whole(pairs.size())
                + " pairs",
            Figures.average(average(pairs, MarkedWords::ours))
                + "; moved "
                + Figures.average(average(pairs, MarkedWords::moved))
                + ", in "
                + Figures.whole(pairs.stream().filter(pair -> pair.moved() > 0).count())
                + " pairs"
                + (miscounted == 0 ? "" : "; not as counted in " + miscounted + " pairs"),
            (inGit.isEmpty()
                    ? GitRepository.NOT_INSTALLED
                    : Figures.average(git) + " (--word-diff without lines that moved)")
                + "; java-diff-utils "
                + Figures.average(utils)
                + (leftOut == 0 ? "" : " without " + leftOut + " pairs too large for it"),
            "≤ the better of both",
            average(inGit, MarkedWords::ours) <= git
                && average(inUtils, MarkedWords::ours) <= utils);
  }

  /** The same in words as git cuts them, and in how many stretches. */
  private void reportMarks(History history, List<MarkedWords> pairs) {
    double words = average(pairs, pair -> pair.marks().words());
    double runs = average(pairs, pair -> pair.marks().runs());
    double gitWords = average(pairs, pair -> ofGit(pair).words());
    double gitRuns = average(pairs, pair -> ofGit(pair).runs());
    long noMore =
        pairs.stream().filter(pair -> pair.marks().words() <= ofGit(pair).words()).count();
    bench
        .report()
        .add(
            history.scriptId() + ": white-space words marked / stretches, a pair",
            Figures.average(words)
                + " / "
                + Figures.average(runs)
                + "; no more words than git in "
                + Figures.average(100.0 * noMore / pairs.size())
                + " % of the pairs",
            Figures.average(gitWords)
                + " / "
                + Figures.average(gitRuns)
                + " (git --word-diff --histogram)",
            "words ≤ git, stretches ≤ 1.05 × git, no more words in ≥ 99 %",
            words <= gitWords && runs <= MAX_RUNS * gitRuns && noMore >= MIN_SHARE * pairs.size());
  }

  private void reportLines(History history, List<MarkedWords> pairs) {
    int lines = pairs.stream().mapToInt(MarkedWords::lines).sum();
    int gitLines = pairs.stream().mapToInt(MarkedWords::gitLines).sum();
    bench
        .report()
        .add(
            history.scriptId() + ": lines added and removed, in all pairs",
            Figures.whole(lines),
            Figures.whole(gitLines) + " (git diff)",
            "≤ git",
            lines <= gitLines);
  }

  private static WhiteSpaceMarks ofGit(MarkedWords pair) {
    return Objects.requireNonNull(pair.gitMarks());
  }

  /** The average; 0 where there are none. */
  private static double average(List<MarkedWords> pairs, ToIntFunction<MarkedWords> words) {
    return pairs.stream().mapToInt(words).average().orElse(0);
  }
}
