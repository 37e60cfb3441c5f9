package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;

@TestInstance(Lifecycle.PER_CLASS)
class AnnotatePagesTest {
  private static final String BRIDGE = "/scripts/bridge/versions/";
  private static final String OPENING = "The bridge hums at night.\n\n";
  private static final String MIDDLE = "Nobody in the valley knows why it does.\n\n";
  private static final String SECOND_MIDDLE =
      "Nobody in the whole sleeping valley knows why it does.\n\n";
  private static final String ENDING = "It is the wind, tripping over the railing.\n";

  private static final String NOVEL =
      ("A sentence of a long novel, one of many. ".repeat(20).strip() + "\n\n").repeat(700);

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.versions().createScript("bridge", "Why Bridges Hum");
    save("bridge", OPENING + MIDDLE, "Ann & Co", "First draft", "human");
    save("bridge", OPENING + SECOND_MIDDLE, "Model 4", "Asleep\n\nAt length", "ai");
    save("bridge", OPENING + SECOND_MIDDLE + ENDING, "Bert", "An ending", null);
    site.script("empty", "");
    site.script("bytes", "\uFEFFOne.\r\n\r\nTwo.\r\n", "");
    site.save("bytes", ScriptText.of(new byte[] {'c', 'a', 'f', (byte) 0xE9, '\n', 27, '[', '\n'}));
    site.script("scene", "INT. MILL - NIGHT\n\nThe wheel turns.\n\nKEEPER\nDo you hear it?\n");
    site.script("signs", "… — …\n");
    site.script("novel", NOVEL);
  }

  private void save(
      String scriptId, String text, String author, String description, @Nullable String source) {
    site.versions()
        .save(
            NewVersion.builder(scriptId, ScriptText.of(text), Author.named(author), description)
                .createdAt(Instant.parse("2026-03-01T12:00:00Z"))
                .metadata(Metadata.of(source == null ? Map.of() : Map.of("source", source)))
                .build());
  }

  @AfterAll
  void close() {
    site.close();
  }

  private Answer page(String path) {
    Answer page = site.get(path);
    assertThat(page.status()).as(page.html()).isEqualTo(200);
    return page;
  }

  /** The text as it is shown, without its marks. */
  private static String shownText(Answer page) {
    return String.join("", page.all("(?s)<div class=\"passage\" dir=\"auto\">(.*?)</div></div>"))
        .replaceAll("<[^>]*>", "");
  }

  /** The words that the version is shown to have written. */
  private static String runsOf(Answer page, int version) {
    return String.join(
            "|", page.all("(?s)<a class=\"run[^>]* data-origin=\"" + version + "\"[^>]*>(.*?)</a>"))
        .replaceAll("\\s+", " ");
  }

  @Test
  void thePageShowsTheWholeTextAndWhichVersionWroteWhat() {
    Answer page = page(BRIDGE + "3/annotate");
    assertThat(page.title()).isEqualTo("Authorship of v3 of Why Bridges Hum · Script Versioning");
    assertThat(shownText(page)).isEqualTo(OPENING + SECOND_MIDDLE + ENDING);
    assertThat(runsOf(page, 1)).contains("The bridge hums at night.", "valley knows why it does.");
    assertThat(runsOf(page, 2)).contains("whole sleeping").doesNotContain("bridge");
    assertThat(runsOf(page, 3)).isEqualTo(ENDING.strip());
  }

  @Test
  void eachRunLeadsToWhatItsVersionChangedAndNamesItsFacts() {
    Answer page = page(BRIDGE + "3/annotate");
    assertThat(page.all("<a class=\"run[^>]* data-origin=\"2\" (href=\"[^\"]*\" title=\"[^\"]*\")"))
        .allMatch(
            facts ->
                facts.equals(
                    "href=\"/scripts/bridge/compare/1...2\""
                        + " title=\"v2, Model 4, 1 March 2026, 12:00:00 UTC, AI: Asleep\""))
        .isNotEmpty();
    assertThat(page.all("<a class=\"run[^>]* data-origin=\"1\" (href=\"[^\"]*\")"))
        .containsOnly("href=\"/scripts/bridge/versions/1\"");
  }

  @Test
  void theCardOfAVersionLeadsToItAndToWhatWasBefore() {
    Answer page = page(BRIDGE + "3/annotate?color=author");
    List<String> cards = page.all("(?s)<div data-origin=\"3\">(.*?)</div>");
    assertThat(cards).hasSize(1);
    assertThat(cards.get(0))
        .contains("An ending", "<b>v3</b>", "Bert", "1 March 2026, 12:00:00 UTC", "main")
        .contains("href=\"/scripts/bridge/compare/2...3\">What it changed")
        .contains("href=\"/scripts/bridge/versions/3\">Read v3")
        .contains("href=\"/scripts/bridge/versions/2/annotate?color=author\">Before that: v2");
    assertThat(page.status()).isEqualTo(page("/scripts/bridge/versions/2/annotate").status());
  }

  @ParameterizedTest
  @CsvSource({
    "'', Age, age-0, age-9",
    "?color=age, Age, age-0, age-9",
    "?color=author, Author, lane-0, lane-2",
    "?color=source, Human or AI, source-human, source-not-said"
  })
  void theColoursStandForWhatTheAddressSays(
      String query, String way, String ofFirst, String ofLast) {
    Answer page = page(BRIDGE + "3/annotate" + query);
    assertThat(page.all("<a [^>]*aria-current=\"page\"[^>]*>([^<]*)</a>")).containsExactly(way);
    assertThat(page.all("<a class=\"run ([a-z0-9-]+)[^>]* data-origin=\"1\""))
        .containsOnly(ofFirst);
    assertThat(page.all("<a class=\"run ([a-z0-9-]+)[^>]* data-origin=\"3\"")).containsOnly(ofLast);
  }

  @Test
  void theWaysAreLinksThatWorkWithoutJavaScript() {
    assertThat(page(BRIDGE + "3/annotate").html())
        .contains("id=\"color-age\" href=\"/scripts/bridge/versions/3/annotate\"")
        .contains("id=\"color-author\" href=\"/scripts/bridge/versions/3/annotate?color=author\"")
        .contains("id=\"color-source\" href=\"/scripts/bridge/versions/3/annotate?color=source\"");
  }

  @Test
  void theSharesOfTheWordsAreToldInWordsAndPercentOfAHundred() {
    Answer page = page(BRIDGE + "3/annotate");
    assertThat(page.text())
        .contains("By author Ann & Co 13 words 56.5\u202f% Bert 8 words 34.8\u202f%")
        .contains("Model 4 2 words 8.7\u202f%")
        .contains("By human or AI Human 13 words 56.5\u202f% Not said 8 words 34.8\u202f%")
        .contains("AI 2 words 8.7\u202f%");
    assertThat(page.all("<rect x=\"(\\d+)\" y=\"0\" width=\"\\d+\"\\s+height=\"10\""))
        .containsExactly("0", "565", "913", "0", "565", "913");
  }

  @Test
  void besideThePassagesStandsWhoseTheirNewestWordsAre() {
    assertThat(page(BRIDGE + "3/annotate").all("<p class=\"by\">(.*?)</p>"))
        .containsExactly(
            "<b>v1</b> <bdi>Ann &amp; Co</bdi>",
            "<b>v2</b> <bdi>Model 4</bdi>",
            "<b>v3</b> <bdi>Bert</bdi>");
  }

  @Test
  void anEmptyVersionSaysThatNobodyWroteIt() {
    Answer page = page("/scripts/empty/versions/1/annotate");
    assertThat(page.text()).contains("This version is empty").doesNotContain("Colour by");
    assertThat(page("/scripts/empty/versions/1/annotate.txt").body()).isEmpty();
    assertThat(page("/scripts/bytes/versions/2/annotate").text()).contains("This version is empty");
  }

  @Test
  void aTextWithoutWordsHasNoShares() {
    Answer page = page("/scripts/signs/versions/1/annotate");
    assertThat(shownText(page)).isEqualTo("… — …\n");
    assertThat(page.text()).doesNotContain("By author", "%");
  }

  @Test
  void byteOrderMarkAndWindowsLineEndingsAreNotSeen() {
    assertThat(shownText(page("/scripts/bytes/versions/1/annotate")))
        .isEqualTo("One.\r\n\r\nTwo.\r\n");
  }

  @Test
  void bytesThatAreNotUtf8AreShownAsSuch() {
    Answer page = page("/scripts/bytes/versions/3/annotate");
    assertThat(shownText(page)).isEqualTo("caf\ufffd\n\u001b[\n");
    assertThat(page.text()).contains("Some bytes are not UTF-8");
  }

  @Test
  void aScreenplayIsSetInTheTypewriterFace() {
    assertThat(page("/scripts/scene/versions/1/annotate").html())
        .contains("class=\"annotated fountain\"");
    assertThat(page(BRIDGE + "3/annotate").html()).contains("class=\"annotated\"");
  }

  @Test
  void aLongTextIsShownInPartsThatLeadToEachOther() {
    String address = "/scripts/novel/versions/1/annotate?color=author";
    StringBuilder all = new StringBuilder();
    for (int part = 1; part <= 3; part++) {
      Answer page = page(address + "&part=" + part);
      assertThat(page.text()).contains("shown in 3 parts; this is part " + part + ".");
      assertThat(page.text().contains("Show earlier text")).isEqualTo(part > 1);
      assertThat(page.html().contains("Show more")).isEqualTo(part < 3);
      all.append(shownText(page));
    }
    assertThat(all.toString()).isEqualTo(NOVEL);
    assertThat(page(address).html())
        .contains("href=\"" + address + "&amp;part=2\">Show more", "hx-get=\"" + address + "&amp;");
    assertThat(page(address + "&part=2").html().replaceAll("\\s+", " "))
        .contains("href=\"" + address + "\">Show earlier text")
        .contains("href=\"" + address + "&amp;part=3\">Show more");
    assertThat(page(address + "&part=99").text()).contains("this is part 3.");
  }

  @Test
  void thePagesOfAVersionLeadToWhoWroteIt() {
    String link = "href=\"/scripts/bridge/versions/3/annotate\"";
    assertThat(page(BRIDGE + "3").html()).contains(link);
    assertThat(page("/scripts/bridge").html()).contains(link);
    assertThat(page("/scripts/bridge/compare/1...3").html())
        .contains(link, "href=\"/scripts/bridge/versions/1/annotate\"");
  }

  @Test
  void thePageLeadsToTheVersionsBeforeAndAfterInTheSameColours() {
    assertThat(page(BRIDGE + "2/annotate?color=source").html())
        .contains("href=\"/scripts/bridge/versions/1/annotate?color=source\" rel=\"prev\"")
        .contains("href=\"/scripts/bridge/versions/3/annotate?color=source\" rel=\"next\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4/annotate", "0/annotate.txt", "latest/annotate", "-1/annotate.txt"})
  void aVersionThatIsNotThereIsNotFound(String version) {
    Answer page = site.get(BRIDGE + version);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("its versions are 1 to 3");
  }

  @Test
  void thePlainTextHasALineOfTheTextInEachLineInColumns() {
    Answer twin = page(BRIDGE + "3/annotate.txt");
    assertThat(twin.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(twin.html().lines())
        .containsExactly(
            "v1  Ann & Co  2026-03-01 | The bridge hums at night.",
            "v1  Ann & Co  2026-03-01 | ",
            "v2  Model 4   2026-03-01 | Nobody in the whole sleeping valley knows why it does.",
            twin.html().lines().toList().get(3),
            "v3  Bert      2026-03-01 | It is the wind, tripping over the railing.");
    assertThat(twin.html().lines().toList().get(3)).endsWith(" 2026-03-01 | ");
  }

  @Test
  void thePlainTextHasNothingThatATerminalWouldObey() {
    Answer twin = page("/scripts/bytes/versions/3/annotate.txt");
    assertThat(twin.html()).contains(" | caf\ufffd\n", " | \ufffd[\n");
    Answer windows = page("/scripts/bytes/versions/1/annotate.txt");
    assertThat(new String(windows.body(), StandardCharsets.UTF_8))
        .contains(" | One.\n", " | Two.\n")
        .doesNotContain("\r", "\uFEFF");
  }

  @Test
  void scenesAreListedAndLeadToWhereTheyBegin() {
    String mill = "INT. MILL - NIGHT\n\nDAN\nThe wheel turns.\n\n";
    site.script("scenes", "\uFEFF" + mill + "EXT. SEA - DAY\n\nWaves.\n");
    assertThat(page("/scripts/scenes/versions/1/annotate").html())
        .contains("<a href=\"#scene-2\"><span class=\"number\">2</span>")
        .containsSubsequence("id=\"scene-1\"", "INT. MILL", "id=\"scene-2\"", ">EXT. SEA");
  }

  @Test
  void aSceneInAnotherPartLeadsThere() {
    site.script("long", "# One\n\n" + NOVEL + "# Two\n\nThe end.\n");
    String address = "/scripts/long/versions/1/annotate";
    Answer first = page(address);
    assertThat(first.html())
        .contains("<a href=\"#scene-1\">")
        .containsPattern("<a href=\"[^\"#]*part=\\d+#scene-2\">");
  }
}
