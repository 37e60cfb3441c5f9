package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import prismq.t.script.versioning.core.merge.GitMergeFile;
import prismq.t.script.versioning.core.merge.Merge;
import prismq.t.script.versioning.core.merge.MergeCase;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.merge.RepeatedText;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** How many conflicts are left where changes of real histories are merged; fewer are better. */
final class MergeQualityBenchmark {
  private static final int MAX_CASES = 500;

  /** Nobody works on longer beside others, so most changes of an old version still fit. */
  private static final int MAX_VERSIONS_APART = 40;

  private final Workbench bench;
  private final List<History> histories;

  MergeQualityBenchmark(Workbench bench, List<History> histories) {
    this.bench = bench;
    this.histories = histories;
  }

  void run() throws Exception {
    if (!GitRepository.isInstalled()) {
      return;
    }
    try (Database database = Database.open(bench.data())) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      for (History history : histories) {
        List<ScriptText> versions = new ArrayList<>();
        for (int version = 1; version <= history.versions(); version++) {
          versions.add(manager.content(history.scriptId(), version));
        }
        report(history.scriptId(), versions);
      }
    }
  }

  private void report(String script, List<ScriptText> versions) throws Exception {
    Path folder = bench.folder().resolve("merge").resolve(script);
    List<MergeCase> picked = picked(versions);
    compare(script + ": a change put on another version", picked, folder.resolve("picked"));
    compare(
        script + ": a change undone in another version",
        undone(versions),
        folder.resolve("undone"));
    compare(
        script + ": two branches",
        branches(versions, folder.resolve("changes")),
        folder.resolve("branches"));
  }

  /** Each the change to a version on one before or after it. */
  static List<MergeCase> picked(List<ScriptText> versions) {
    Random random = new Random(1);
    List<MergeCase> cases = new ArrayList<>();
    for (int i = 0; i < MAX_CASES && versions.size() > 2; i++) {
      int change = 1 + random.nextInt(versions.size() - 1);
      int head = near(random, change, versions.size());
      cases.add(new MergeCase(versions.get(change - 1), versions.get(head), versions.get(change)));
    }
    return cases;
  }

  static List<MergeCase> undone(List<ScriptText> versions) {
    return picked(versions).stream()
        .map(
            picked ->
                new MergeCase(
                    /* base= */ picked.theirs(), picked.ours(), /* theirs= */ picked.base()))
        .toList();
  }

  private static int near(Random random, int version, int versions) {
    int least = Math.max(0, version - MAX_VERSIONS_APART);
    int most = Math.min(versions - 1, version + MAX_VERSIONS_APART);
    return least + random.nextInt(most - least + 1);
  }

  /**
   * Each of a version, one after it, and what comes of the version by another change where git puts
   * that on it cleanly.
   */
  static List<MergeCase> branches(List<ScriptText> versions, Path folder)
      throws IOException, InterruptedException {
    List<MergeCase> picked = picked(versions);
    Random random = new Random(2);
    List<MergeCase> cases = new ArrayList<>();
    Files.createDirectories(folder);
    List<GitMergeFile.Result> results = GitMergeFile.merge(folder, picked);
    for (int i = 0; i < picked.size(); i++) {
      ScriptText base = picked.get(i).ours();
      if (results.get(i).isClean() && !results.get(i).text().equals(base)) {
        int later = Math.min(versions.size() - 1, versions.indexOf(base) + 1 + random.nextInt(5));
        cases.add(new MergeCase(base, versions.get(later), results.get(i).text()));
      }
    }
    return cases;
  }

  private void compare(String what, List<MergeCase> cases, Path folder) throws Exception {
    Files.createDirectories(folder);
    List<GitMergeFile.Result> results = GitMergeFile.merge(folder, cases);
    int ours = 0;
    int gits = 0;
    int more = 0;
    int different = 0;
    int asked = 0;
    for (int i = 0; i < cases.size(); i++) {
      Merge merge = cases.get(i).merge();
      boolean isAboutPlaces = merge.conflicts().stream().anyMatch(Conflict::isAboutPlace);
      if (isAboutPlaces && RepeatedText.isIn(cases.get(i), results.get(i).text())) {
        asked++;
      }
      int conflicts = (int) merge.conflicts().stream().filter(each -> !each.isAboutPlace()).count();
      ours += conflicts;
      gits += results.get(i).conflicts();
      if (conflicts > results.get(i).conflicts()) {
        more++;
      } else if (results.get(i).isClean()
          && merge.isClean()
          && !merge.text().equals(results.get(i).text())) {
        different++;
      }
    }
    bench
        .report()
        .add(
            what + ", conflicts in " + Figures.whole(cases.size()) + " merges",
            Figures.whole(ours)
                + (different == 0 ? "" : "; another text in " + Figures.whole(different)),
            Figures.whole(gits) + " (git merge-file --diff3)",
            "≤ git in each",
            more == 0);
    bench
        .report()
        .add(
            what + ", merges where git doubles or brings back text, and ours asks",
            Figures.whole(asked),
            "0 asked (git merge-file --diff3)");
  }
}
