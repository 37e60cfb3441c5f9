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
        ".ПАМЯТЬ",
        "int. lighthouse - night",
        "INT./EXT BOAT",
        "ИНТ. МАЯК - НОЧЬ",
        "НАТ. БЕРЕГ – ДЕНЬ",
        "ІНТ. МАЯК",
        "ΕΣΩΤ. ΦΑΡΟΣ - ΝΥΧΤΑ",
        "WN. LATARNIA — NOC",
        "AUSSEN. HAFEN",
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ÅSE",
        "ИВАН",
        "ΑΝΝΑ (φωνή)",
        "@McAvoy",
        "@李",
        "JEAN-LUC (V.O.)",
        "ZOË ^",
        "MRS. O’BRIEN",
        "    CONTREMAÎTRE"
      })
  void namesOfEveryLanguageSpeak(String name) {
    assertThat(Fountain.looksLike("INT. LIGHTHOUSE\n\n" + name + "\nWho is there?\n")).isTrue();
    assertThat(Fountain.looksLike("INT. LIGHTHOUSE\r\r" + name + "\rWho is there?\r")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Åse", "Он говорит", "He said:", "CUT TO:", "INT. HARBOUR"})
  void linesThatAreNoNamesDoNotSpeak(String line) {
    assertThat(Fountain.looksLike("INT. LIGHTHOUSE\n\n" + line + "\nWho is there?\n")).isFalse();
  }

  @Test
  void sectionsAreOfFountainTooButWithListsOrLinksTheyAreMarkdown() {
    assertThat(Fountain.looksLike("# Act one\n\nINT. LIGHTHOUSE" + DIALOGUE)).isTrue();
    assertThat(Fountain.looksLike("# Akt\n\n## Szene\n\nINT. HAUS" + DIALOGUE)).isTrue();
    assertThat(Fountain.looksLike("#12A#\n\nINT. LIGHTHOUSE" + DIALOGUE)).isTrue();
    assertThat(Fountain.looksLike("# How to\n\n- one\n\nINT. LIGHTHOUSE" + DIALOGUE)).isFalse();
    assertThat(Fountain.looksLike("# How to\n\n```\nINT. LIGHTHOUSE" + DIALOGUE)).isFalse();
    assertThat(Fountain.looksLike("# How\n\n[see](http://x)\n\nINT. HOUSE" + DIALOGUE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.fountain", "The Lamp v2.FOUNTAIN", "draft/b.spmd"})
  void theEndingOfAFileTells(String name) {
    assertThat(Fountain.isFileName(name)).isTrue();
    assertThat(Fountain.isFileName(name + ".md")).isFalse();
  }

  @Test
  void onlyTheBeginningOfALongTextIsLookedAt() {
    assertThat(Fountain.looksLike("Prose. ".repeat(5_000) + "\nINT. LIGHTHOUSE" + DIALOGUE))
        .isFalse();
    assertThat(Fountain.looksLike("INT. LIGHTHOUSE" + DIALOGUE + "Prose. ".repeat(5_000))).isTrue();
  }
}
