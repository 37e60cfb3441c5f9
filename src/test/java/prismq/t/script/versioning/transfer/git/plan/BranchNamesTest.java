package prismq.t.script.versioning.transfer.git.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prismq.t.script.versioning.history.Branch;

class BranchNamesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Merge branch 'ending',1,ending",
        "Merge branch 'act/two' into 'main',1,act/two",
        "Merge branch 'ending' of github.com:ada/film,1,ending",
        "Merge remote-tracking branch 'origin/act/two',1,act/two",
        "\"Merge branches 'a', 'b' and 'c' into main\",2,b",
        "Merge pull request #12 from ada/act/two,1,act/two"
      })
  void aMergeSaysWhatItsBranchWasCalled(String message, int position, String name) {
    assertThat(BranchNames.inMessage(message, position)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"Bring it in,1", "Merge commit 1234abcd,1", "Merge branch ending,1"})
  void otherMessagesNameNothing(String message, int position) {
    assertThat(BranchNames.inMessage(message, position)).isEmpty();
    assertThat(BranchNames.inMessage("Merge branch 'ending'", 2)).isEmpty();
  }

  @Test
  void namesKeepTheRulesOfBranches() {
    assertThat(BranchNames.clean("été/fin")).isEqualTo("-t-/fin");
    assertThat(BranchNames.clean("日本")).isEqualTo("branch");
    String longest = BranchNames.clean("x".repeat(200));
    assertThat(Branch.checkedName(longest)).hasSize(60);
    assertThat(Branch.checkedName(BranchNames.numbered(longest, 9))).hasSize(60).endsWith("x-10");
  }
}
