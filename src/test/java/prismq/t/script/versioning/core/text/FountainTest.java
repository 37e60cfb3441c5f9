package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FountainTest {
  private static final String DIALOGUE = "\n\nTHE KEEPER\nWho is there?\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INT. LIGHTHOUSE - NIGHT",
        "ext. harbour",
        "Est the coast",
        "INT./EXT. BOAT",
        "I/E BOAT",
        ".FLASHBACK",
        "The first night.\n\nINT. LIGHTHOUSE",
        "The first night.\r\n\r\nINT. LIGHTHOUSE"
      })
  void aTextWithASceneHeadingAndDialogueIsAScreenplay(String heading) {
    assertThat(Fountain.looksLike(heading + DIALOGUE)).isTrue();
    assertThat(Fountain.looksLike((heading + DIALOGUE).replace("\n", "\r\n"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"He came into int. the house", "Internal notes", "…and so on", "...", "Ext"})
  void aTextWithoutASceneHeadingIsNone(String start) {
    assertThat(Fountain.looksLike(start + DIALOGUE)).isFalse();
  }

  @Test
  void aTextWithoutDialogueIsNone() {
    assertThat(Fountain.looksLike("INT. LIGHTHOUSE\n\nNobody is there.\n")).isFalse();
    assertThat(Fountain.looksLike("INT. LIGHTHOUSE\n\nTHE KEEPER\n\nNobody speaks.\n")).isFalse();
  }

  @Test
  void aTextWithHeadingsOfMarkdownIsNone() {
    assertThat(Fountain.looksLike("# Act one\n\nINT. LIGHTHOUSE" + DIALOGUE)).isFalse();
    assertThat(Fountain.looksLike("#12A#\n\nINT. LIGHTHOUSE" + DIALOGUE)).isTrue();
  }

  @Test
  void onlyTheBeginningOfALongTextIsLookedAt() {
    assertThat(Fountain.looksLike("Prose. ".repeat(5_000) + "\nINT. LIGHTHOUSE" + DIALOGUE))
        .isFalse();
    assertThat(Fountain.looksLike("INT. LIGHTHOUSE" + DIALOGUE + "Prose. ".repeat(5_000))).isTrue();
  }
}
