package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside and below a change, and between changes. */
@TestInstance(Lifecycle.PER_CLASS)
class ChangeHeadPagesTest {
  private static final String STORY =
      """
      # The bridge

      ## Hook

      The bridge hums at night.

      ## The railing ##

      The old slats were wide.

      The new ones are thin.

      ## Ending

      Nobody knows why it hums, and nobody asks.
      """;

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script(
        "story",
        STORY,
        STORY
            .replace("hums at night", "sings at night")
            .replace("were wide", "were as wide as a hand")
            .replace("The new ones are thin.\n\n", ""));
    site.script(
        "film",
        "INT. LAMP ROOM - DUSK #4#\n\nMARA\nWho is there?\n\n.THE PIER\n\nA dog barks at the sea.\n",
        "INT. LAMP ROOM - DUSK #4#\n\nMARA\nWho was there?\n\n.THE PIER\n\nA dog sleeps at the sea.\n");
    site.script("lines", numbered("stays"), numbered("stays").replace("Line 30 ", "Row 30 "));
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static String numbered(String verb) {
    return IntStream.rangeClosed(1, 60)
        .mapToObj(i -> "Line " + i + " " + verb + " as it is.\n")
        .collect(Collectors.joining());
  }

  private Answer shown(String path) {
    Answer page = site.get(path);
    assertThat(page.status()).as(path).isEqualTo(200);
    return page;
  }

  @Test
  void aChangeIsHeadedByTheSectionThatItIsInWhereThatIsAnotherOne() {
    Answer page = shown("/scripts/story/compare/1...2");
    assertThat(page.all("<span class=\"section\" dir=\"auto\">([^<]*)<"))
        .containsExactly("Hook", "The railing");
    assertThat(page.all("<span class=\"what\">([^<]*)<"))
        .containsExactly("Edited", "Edited", "Removed");
  }

  @Test
  void aChangeOfAScreenplayIsHeadedByItsScene() {
    assertThat(
            shown("/scripts/film/compare/1...2")
                .all("<span class=\"section\" dir=\"auto\">([^<]*)<"))
        .containsExactly("INT. LAMP ROOM - DUSK", "THE PIER");
  }

  @Test
  void aParagraphThatWasDividedOrPutTogetherSaysSo() {
    String one = "The lamp is out. Nobody comes to light it tonight.\n";
    String two = "The lamp is out.\n\nNobody comes to light it tonight.\n";
    site.script("divided", one, two, one);
    assertThat(shown("/scripts/divided/compare/1...2").text()).contains("Split 1");
    assertThat(shown("/scripts/divided/compare/2...3").text()).contains("Joined 1");
  }

  @Test
  void everyChangeCanBeUndoneAndItsPassageFollowedWithoutJavaScript() {
    Answer page = shown("/scripts/story/compare/1...2");
    assertThat(page.all("class=\"restore[^>]*>([^<]*)<"))
        .containsExactly("Undo this change", "Undo this change", "Restore this text");
    assertThat(page.all("<a href=\"(#change-\\d)\" class=\"count\""))
        .containsExactly("#change-1", "#change-2", "#change-3");
    List<String> histories = page.all("class=\"passage-history\" href=\"([^\"]*)\"");
    assertThat(histories).hasSize(3);
    for (String history : histories) {
      assertThat(shown(history).text()).contains("v1");
    }
    assertThat(shown(histories.get(0)).text()).contains("The bridge sings at night.");
    assertThat(shown(histories.get(2)).text()).contains("The new ones are thin.");
  }

  @ParameterizedTest
  @CsvSource({"—, ''", "',', ;", "..., !"})
  void punctuationAloneHasALookOfItsOwn(String before, String after) {
    String id = "sign" + before.codePointAt(0);
    site.script(
        id, "He waited " + before + " then left.\n", "He waited " + after + " then left.\n");
    for (String view : List.of("prose", "unified")) {
      assertThat(shown("/scripts/" + id + "/compare/1...2?view=" + view).html())
          .contains("<del class=\"sign\">");
    }
  }

  @Test
  void theFirstChangeComesBeforeALongStartThatStayed() {
    String start = "The river was quiet and the mill stood still that year. ".repeat(9);
    site.script("start", start + "\n\nShe hums.\n", start + "\n\nShe sings.\n");
    Answer page = shown("/scripts/start/compare/1...2");
    assertThat(page.text()).contains("1 unchanged paragraph").doesNotContain("The river was quiet");
    assertThat(shown("/scripts/start/compare/1...2?context=3").text())
        .contains("The river was quiet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void linesHaveNoRangesUnlessTheyAreAskedFor(String view) {
    String path = "/scripts/lines/compare/1...2?view=" + view;
    assertThat(shown(path).text()).doesNotContain("@@ -");
    assertThat(shown(path + "&hunks=show").text()).contains("@@ -28,5 +28,5 @@");
    assertThat(site.get("/scripts/lines/compare/1...2.diff").text()).contains("@@ -");
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void linesThatStayedAreFoldedAndALinkShowsThemInPlace(String view) {
    Answer page = shown("/scripts/lines/compare/1...2?view=" + view);
    assertThat(page.text()).contains("27 unchanged lines", "28 unchanged lines");
    assertThat(page.text()).doesNotContain("Line 5 stays", "Line 50 stays");
    List<String> folds = page.all("<a class=\"unfold\" href=\"([^\"]*)\"");
    assertThat(folds).hasSize(2);
    Answer before = shown(folds.get(0).replace("&amp;", "&").replaceFirst("#.*", ""));
    assertThat(before.html()).contains("id=\"" + folds.get(0).replaceFirst(".*#", "") + "\"");
    assertThat(before.text())
        .containsSubsequence("Line 1 stays", "Line 27 stays", "Line 28 stays", "Row 30 stays")
        .doesNotContain("27 unchanged lines", "Line 50 stays");
    Answer after = shown(folds.get(1).replace("&amp;", "&").replaceFirst("#.*", ""));
    assertThat(after.text())
        .containsSubsequence("Row 30 stays", "Line 33 stays", "Line 60 stays")
        .doesNotContain("Line 5 stays");
    assertThat(after.all("<td class=\"line\">(60)</td>")).containsExactly("60", "60");
  }

  @Test
  void linesBehindAnAdditionHaveTheNumbersOfBothSides() {
    site.script("shifted", numbered("stays"), "New.\n" + numbered("stays"));
    Answer page = shown("/scripts/shifted/compare/1...2?view=unified&unfolded=3");
    assertThat(page.html())
        .containsPattern("<td class=\"line\">60</td><td class=\"line\">61</td>.*Line 60 stays");
  }
}
