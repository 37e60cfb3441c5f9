package prismq.t.script.versioning.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With git as the yardstick. */
class GitComparisonTest {
  private static final int TRIPLES = 4_000;

  @TempDir Path folder;

  @Test
  void thereAreNeverMoreConflictsThanGitHasAndWhatGitMergesComesOutTheSame()
      throws IOException, InterruptedException {
    List<MergeCase> cases = new MadeUpCases(50).many(TRIPLES);
    List<GitMergeFile.Result> results = GitMergeFile.merge(folder, cases);
    int ours = 0;
    int gits = 0;
    int more = 0;
    int different = 0;
    for (int i = 0; i < TRIPLES; i++) {
      Merge merge = cases.get(i).merge();
      GitMergeFile.Result result = results.get(i);
      ours += merge.conflicts().size();
      gits += result.conflicts();
      if (merge.conflicts().size() > result.conflicts()) {
        more++;
        System.out.println("MORE " + i + " " + merge.conflicts().size() + " " + result.conflicts());
      } else if (result.isClean() && !merge.text().equals(result.text())) {
        different++;
        System.out.println("DIFF " + i);
      }
    }
    System.out.println(ours + " of " + gits + " more " + more + " different " + different);
    assertThat(more).isZero();
    assertThat(different).isZero();
  }
}
