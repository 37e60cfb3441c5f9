package prismq.t.script.versioning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.text.CharacterRange;

class ExcerptTest {
  private static Excerpt excerpt(String text, String query, int longest) {
    return Excerpt.of(text, new Finder(SearchQuery.of(query).wanted()).in(text).hits(), longest);
  }

  private static String marked(Excerpt excerpt) {
    StringBuilder text = new StringBuilder();
    for (Excerpt.ExcerptPiece piece : excerpt.pieces()) {
      text.append(piece.marked() ? "[" + piece.text() + "]" : piece.text());
    }
    return text.toString();
  }

  @Test
  void aShortTextIsShownWholeWithItsHitsMarked() {
    assertThat(marked(excerpt("The Bridge, the bridge!", "bridge", 100)))
        .isEqualTo("The [Bridge], the [bridge]!");
  }

  @Test
  void phrasesAreMarkedAcrossSignsAndPrefixesByWholeWords() {
    assertThat(marked(excerpt("I don't; do n t.", "don't", 100))).isEqualTo("I [don't]; do n t.");
    assertThat(marked(excerpt("Bridges hum", "brid*", 100))).isEqualTo("[Bridges] hum");
    assertThat(marked(excerpt("CRÈME brûlée", "creme brulee", 100))).isEqualTo("[CRÈME] [brûlée]");
    assertThat(marked(excerpt("在時間裡", "時間", 100))).isEqualTo("在[時間]裡");
  }

  @Test
  void overlappingHitsAreOneMark() {
    assertThat(marked(excerpt("no no no", "\"no no\"", 100))).isEqualTo("[no no no]");
    assertThat(marked(excerpt("no no", "no \"no no\"", 100))).isEqualTo("[no no]");
  }

  @Test
  void aLongTextIsShownAroundItsHits() {
    String text = "start " + "filler ".repeat(100) + "needle " + "filler ".repeat(100) + "end";
    String shown = marked(excerpt(text, "needle", 80));
    assertThat(shown).startsWith("… filler").contains(" [needle] filler").endsWith("filler …");
    assertThat(shown.length()).isLessThan(150);
  }

  @Test
  void hitsFarApartAreShownWithAGapBetween() {
    String text = "one " + "filler ".repeat(100) + "two " + "filler ".repeat(100);
    assertThat(marked(excerpt(text, "one two", 120)))
        .startsWith("[one] filler")
        .contains(" … ", "[two]");
  }

  @Test
  void aLongTextWithoutHitsIsShownFromItsStart() {
    assertThat(marked(excerpt("filler ".repeat(100), "needle", 80)))
        .startsWith("filler filler")
        .endsWith("filler …");
  }

  @Test
  void randomExcerptsAreBoundedAndShowTheirMarksWhereTheySayAndCutNoCharacter() {
    String[] words = {
      "bridge", "hums", "é", "e\u0301", "😀", "👨‍👩‍👧", "時間", "a", " ", "\n", "x".repeat(60)
    };
    Cases.each(
        5,
        3_000,
        random -> {
          StringBuilder text = new StringBuilder();
          for (int n = random.nextInt(200); n >= 0; n--) {
            text.append(words[random.nextInt(words.length)])
                .append(random.nextInt(3) == 0 ? "" : " ");
          }
          int longest = 20 + random.nextInt(200);
          Excerpt excerpt = excerpt(text.toString(), "bridge hums* 時", longest);
          assertThat(excerpt.text().length()).isLessThan(2 * longest + 300);
          List<CharacterRange> hits = excerpt.hits();
          for (CharacterRange hit : hits) {
            String marked = excerpt.text().substring(hit.start(), hit.end());
            assertThat(text).contains(marked);
          }
          for (Excerpt.ExcerptPiece piece : excerpt.pieces()) {
            assertThat(piece.text())
                .isEqualTo(
                    new String(
                        piece.text().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8));
          }
        });
  }
}
