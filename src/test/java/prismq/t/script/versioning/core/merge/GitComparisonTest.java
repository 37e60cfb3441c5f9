package prismq.t.script.versioning.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * With git as the yardstick, but for places: text that git has twice or brings back without a word
 * is asked about here.
 */
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
      long edited = merge.conflicts().stream().filter(each -> !each.isAboutPlace()).count();
      assertThat(edited).as(named).isLessThanOrEqualTo(git.conflicts());
      fewer += git.conflicts() - (int) edited;
      if (git.isClean() && merge.isClean()) {
        assertThat(merge.text()).as(named).isEqualTo(git.text());
      } else if (git.isClean()) {
        assertThat(RepeatedText.isIn(cases.get(i), git.text())).as(named).isTrue();
      }
    }
    assertThat(fewer).isGreaterThanOrEqualTo(minFewer);
  }

  /** With line feeds for carriage returns alone, which end no line in git. */
  private static MergeCase asGitCutsLines(MergeCase one) {
    return new MergeCase(
        asGitCutsLines(one.base()), asGitCutsLines(one.ours()), asGitCutsLines(one.theirs()));
  }

  private static ScriptText asGitCutsLines(ScriptText text) {
    String bytes = new String(text.bytes(), StandardCharsets.ISO_8859_1);
    return ScriptText.of(bytes.replaceAll("\r(?!\n)", "\n").getBytes(StandardCharsets.ISO_8859_1));
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
    List<MergeCase> cases =
        Stream.generate(madeUp::odd).limit(CASES).map(GitComparisonTest::asGitCutsLines).toList();
    assertNeverWorseThanGit(51, cases, 1);
  }
}
