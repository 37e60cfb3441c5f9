package prismq.t.script.versioning.transfer.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prismq.t.script.versioning.history.Branch;

class LineNamesTest {
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
    assertThat(LineNames.inMessage(message, position)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"Bring it in,1", "Merge commit 1234abcd,1", "Merge branch ending,1"})
  void otherMessagesNameNothing(String message, int position) {
    assertThat(LineNames.inMessage(message, position)).isEmpty();
    assertThat(LineNames.inMessage("Merge branch 'ending'", 2)).isEmpty();
  }

  @Test
  void namesKeepTheRulesOfBranches() {
    assertThat(LineNames.clean("été/fin")).isEqualTo("-t-/fin");
    assertThat(LineNames.clean("日本")).isEqualTo("branch");
    String longest = LineNames.clean("x".repeat(200));
    assertThat(Branch.checkedName(longest)).hasSize(60);
    assertThat(Branch.checkedName(LineNames.numbered(longest, 9))).hasSize(60).endsWith("x-10");
  }
}
