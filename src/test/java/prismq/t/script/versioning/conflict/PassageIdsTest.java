package prismq.t.script.versioning.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ScriptText;

class PassageIdsTest {
  private static final List<ScriptText> REFRAIN = texts("old", "cold", "young");
  private static final List<ScriptText> VERSE = texts("a", "b", "c");

  private static List<ScriptText> texts(String base, String ours, String theirs) {
    return List.of(ScriptText.of(base), ScriptText.of(ours), ScriptText.of(theirs));
  }

  @Test
  void aPassageKeepsItsIdWhateverStandsAroundIt() {
    String alone = PassageIds.of(List.of(VERSE)).get(0);
    assertThat(PassageIds.of(List.of(REFRAIN, VERSE)).get(1)).isEqualTo(alone);
  }

  @Test
  void anEqualPassageThatIsLeftIsNotTakenForOneThatWasSettled() {
    List<String> both = PassageIds.of(List.of(REFRAIN, VERSE, REFRAIN));
    assertThat(both).doesNotHaveDuplicates();
    assertThat(both).doesNotContain(PassageIds.of(List.of(VERSE, REFRAIN)).get(1));
  }

  @Test
  void textsCannotBeShiftedFromOneToTheNext() {
    assertThat(PassageIds.of(List.of(texts("ab", "c", ""))))
        .isNotEqualTo(PassageIds.of(List.of(texts("a", "bc", ""))));
  }
}
