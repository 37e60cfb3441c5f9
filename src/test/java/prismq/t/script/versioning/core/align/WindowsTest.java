package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsTest {
  private static List<Window> of(String from, String to, int... kept) {
    SequencePair pair = Sequences.pair(from, to);
    return Windows.of(pair, Sequences.kept(pair.a().length, kept), Sequences.whole(pair));
  }

  @Test
  void threeWordsThatTellSomethingDivide() {
    assertThat(of("old lamp burns again tonight", "new lamp burns again today", 1, 1, 2, 2, 3, 3))
        .containsExactly(new Window(0, 1, 0, 1), new Window(4, 5, 4, 5));
  }

  @Test
  void twoWordsOrLightOnesDoNot() {
    assertThat(of("old lamp burns tonight", "new lamp burns today", 1, 1, 2, 2))
        .containsExactly(new Window(0, 4, 0, 4));
    assertThat(of("old lamp is at it here", "new lamp is at it there", 1, 1, 2, 2, 3, 3, 4, 4))
        .containsExactly(new Window(0, 6, 0, 6));
  }

  @Test
  void whatIsKeptAtTheStartIsInNoWindow() {
    assertThat(of("lamp old", "lamp new", 0, 0)).containsExactly(new Window(1, 2, 1, 2));
    assertThat(of("lamp", "lamp", 0, 0)).isEmpty();
  }

  @Test
  void wordsThatAreKeptApartFromEachOtherDoNotDivide() {
    assertThat(of("lamp burns again", "new lamp burns old again", 0, 1, 1, 2, 2, 4))
        .containsExactly(new Window(0, 3, 0, 5));
  }
}
