package prismq.t.script.versioning.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import prismq.t.script.versioning.core.merge.Merge;
import prismq.t.script.versioning.core.merge.MergeCase;
import prismq.t.script.versioning.core.text.ScriptText;

/** How fast texts are merged, in process, with git as the yardstick. */
final class MergeBenchmark {
  private static final int BYTES = 155_000;
  private static final int CHANGES = 50;
  private static final long MAX_MILLISECONDS = 50;
  private static final long MAX_MILLISECONDS_OF_HOSTILE = 3_000;
  private static final int REPETITIONS = 3;
  private static final int GIT_REPETITIONS = 20;

  private final Workbench bench;

  MergeBenchmark(Workbench bench) {
    this.bench = bench;
  }

  void run() throws Exception {
    reportUsual();
    for (Supplier<DiffPair> hostile : HostilePairs.all()) {
      reportHostile(hostile.get());
    }
  }

  private void reportUsual() throws Exception {
    MadeUpText text = new MadeUpText(BYTES, BYTES);
    MergeCase usual =
        new MergeCase(
            text.text(), text.branch(1).edit(CHANGES).text(), text.branch(2).edit(CHANGES).text());
    Measurement ours = DiffBenchmark.warm(repetition -> usual.merge());
    bench
        .report()
        .add(
            "merge of "
                + Figures.bytes(usual.base().sizeBytes())
                + ", "
                + CHANGES
                + " changes each",
            ours.percentiles() + ", " + conflicts(usual.merge()),
            GitRepository.isInstalled() ? git(usual) : GitRepository.NOT_INSTALLED,
            "p50 ≤ " + MAX_MILLISECONDS + " ms",
            ours.median() <= MAX_MILLISECONDS);
  }

  private static String conflicts(Merge merge) {
    int conflicts = merge.conflicts().size();
    return Figures.whole(conflicts) + (conflicts == 1 ? " conflict" : " conflicts");
  }

  private String git(MergeCase texts) throws Exception {
    Path folder = Files.createDirectories(bench.folder().resolve("merge-file"));
    Files.write(folder.resolve("base"), texts.base().bytes());
    Files.write(folder.resolve("ours"), texts.ours().bytes());
    Files.write(folder.resolve("theirs"), texts.theirs().bytes());
    Measurement git =
        Measurement.repeat(
            GIT_REPETITIONS,
            repetition -> new GitRepository(folder).mergeFile("ours", "base", "theirs"));
    int conflicts = new GitRepository(folder).mergeFile("ours", "base", "theirs");
    return git.percentiles()
        + " (git merge-file --diff3, its start included), "
        + conflicts
        + " conflicts";
  }

  /** With the right text's lines, or words where there is one line only, in reverse as theirs. */
  private void reportHostile(DiffPair pair) throws Exception {
    MergeCase hostile = new MergeCase(pair.from(), pair.to(), reversed(pair.to()));
    Merge merge = hostile.merge();
    double ours = DiffBenchmark.cpuMilliseconds(repetition -> hostile.merge(), REPETITIONS);
    bench
        .report()
        .add(
            "merge, " + pair.name() + ", and all in reverse",
            Figures.seconds(ours) + " of CPU, " + conflicts(merge),
            "",
            "≤ 3 s of CPU",
            ours <= MAX_MILLISECONDS_OF_HOSTILE);
  }

  private static ScriptText reversed(ScriptText text) {
    List<String> pieces = new ArrayList<>(text.exactLines());
    if (pieces.size() == 1) {
      pieces = new ArrayList<>(List.of(pieces.get(0).split("(?<= )")));
    }
    Collections.reverse(pieces);
    return ScriptText.ofExactLines(pieces);
  }
}
