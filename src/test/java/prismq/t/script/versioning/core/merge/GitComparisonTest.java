package prismq.t.script.versioning.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.Cases;

/** With git as the yardstick. */
@Tag("cases")
class GitComparisonTest {
  private static final int CASES = Cases.of(2_500);

  @TempDir Path folder;

  private void assertNeverWorseThanGit(long seed, List<MergeCase> cases, int minFewer)
      throws IOException, InterruptedException {
    List<GitMergeFile.Result> results = GitMergeFile.merge(folder, cases);
    int fewer = 0;
    for (int i = 0; i < cases.size(); i++) {
      Merge merge = cases.get(i).merge();
      GitMergeFile.Result git = results.get(i);
      String named = "case " + i + " of seed " + seed;
      assertThat(merge.conflicts().size()).as(named).isLessThanOrEqualTo(git.conflicts());
      fewer += git.conflicts() - merge.conflicts().size();
      if (git.isClean()) {
        assertThat(merge.text()).as(named).isEqualTo(git.text());
      }
    }
    assertThat(fewer).isGreaterThanOrEqualTo(minFewer);
  }

  @Test
  void proseHasFewerConflictsThanInGitAndWhatGitMergesComesOutTheSame()
      throws IOException, InterruptedException {
    MadeUpCases madeUp = new MadeUpCases(50);
    List<MergeCase> cases = Stream.generate(madeUp::prose).limit(CASES).toList();
    assertNeverWorseThanGit(50, cases, CASES / 10);
  }

  @Test
  void oddTextsHaveNoMoreConflictsThanInGitAndWhatGitMergesComesOutTheSame()
      throws IOException, InterruptedException {
    MadeUpCases madeUp = new MadeUpCases(51);
    List<MergeCase> cases = Stream.generate(madeUp::odd).limit(CASES).toList();
    assertNeverWorseThanGit(51, cases, 1);
  }
}
