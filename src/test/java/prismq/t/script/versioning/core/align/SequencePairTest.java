package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ExactText;

class SequencePairTest {
  /** The words of the left side that tell something. */
  private static List<String> heavy(String from, String to) {
    SequencePair pair = Sequences.pair(from, to);
    List<String> heavy = new ArrayList<>();
    for (int token = 0; token < pair.a().length; token++) {
      if (pair.isHeavy(token)) {
        heavy.add(ExactText.decoded(pair.left().text(token)));
      }
    }
    return heavy;
  }

  @Test
  void shortWordsAndSignsTellNothing() {
    assertThat(heavy("- We see the old lamp, at last.", "Me?")).containsExactly("lamp", "last");
    assertThat(heavy("у дома", "был")).containsExactly("дома");
    assertThat(heavy("東 京", "京")).containsExactly("東", "京");
  }

  @Test
  void wordsThatStandEverywhereInBothTextsTellNothing() {
    String often = "lamp ".repeat(8);
    assertThat(heavy(often + "boat", often)).containsExactly("boat");
    assertThat(heavy("lamp ".repeat(7) + "boat", often)).contains("lamp");
    assertThat(heavy(often + "boat", "lamp ".repeat(7))).contains("lamp");
  }

  @Test
  void inALongTextAWordTellsNothingWhereEvery250thIsIt() {
    String often = ("lamp " + "boat ".repeat(200)).repeat(20);
    String seldom = ("lamp " + "boat ".repeat(300)).repeat(20);
    assertThat(heavy(often, often)).isEmpty();
    assertThat(heavy(seldom, seldom)).hasSize(20).containsOnly("lamp");
  }
}
