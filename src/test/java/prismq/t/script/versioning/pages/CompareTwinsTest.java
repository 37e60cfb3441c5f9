package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.language.PseudoLanguage;

@TestInstance(Lifecycle.PER_CLASS)
class CompareTwinsTest {
  private static final String TWINS = "/scripts/ferry/compare/";
  private static final String ARRIVAL = "The harbour was empty when the last ferry came in.\n\n";
  private static final String PILOT = "Nobody had told the old pilot.\n\n";
  private static final String MIDDLE =
      "He waited.\n\nHe waited more.\n\nThe lamp went out.\n\nIt rained.\n\nA dog barked.\n\n";
  private static final String END = "In the end he went home alone.\n";

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script(
        "ferry",
        ARRIVAL + PILOT + MIDDLE + END,
        PILOT + MIDDLE + ARRIVAL + "In the end he walked home alone.\n");
    site.script(
        "small",
        "The bridge  hums.\n\nNobody knows why.\n\nOr does it?\n",
        "The bridge hums.\n\nNOBODY knows why.\n\nOr does it sing?\n",
        "The bridge hums.\r\n\r\nNOBODY knows why.\r\n\r\nOr does it sing?");
    site.save("small", ScriptText.of(new byte[] {'c', 'a', 'f', (byte) 0xE9, '\n'}));
    site.save("small", ScriptText.of(new byte[] {'c', 'a', 'f', (byte) 0xE8, 27, '[', 'm', '\n'}));
  }

  @AfterAll
  void close() {
    site.close();
  }

  private String text(String path) {
    Answer answer = site.get(path);
    assertThat(answer.status()).as(answer.html()).isEqualTo(200);
    return answer.html();
  }

  @Test
  void theUnifiedDiffIsTheOneOfTheApi() {
    Answer twin = site.get("/scripts/small/compare/3...4.diff");
    Answer api = site.get("/api/v1/scripts/small/diff?from=3&to=4");
    assertThat(twin.body()).isEqualTo(api.body()).contains((byte) 0xE9);
    assertThat(twin.header("Content-Type")).isEqualTo(api.header("Content-Type"));
    assertThat(new String(twin.body(), StandardCharsets.ISO_8859_1))
        .contains(" why.\r\n", "\\ No newline at end of file\n");
  }

  @Test
  void theUnifiedDiffHasAsManyLinesAroundAsAskedFor() {
    assertThat(text(TWINS + "1...2.diff?context=0")).contains("@@ -1,2 +0,0 @@");
    assertThat(text(TWINS + "1...2.diff?context=100")).contains("@@ -1,15 +1,15 @@");
  }

  @Test
  void aPatchIsAlwaysWhole() {
    String whole = text("/scripts/small/compare/1...2.diff");
    assertThat(text("/scripts/small/compare/1...2.diff?whitespace=ignore&case=ignore"))
        .isEqualTo(whole)
        .contains("-The bridge  hums.\n+The bridge hums.\n");
  }

  @Test
  void theJsonIsTheOneOfTheApi() {
    Answer twin = site.get(TWINS + "1...2.json?context=1");
    Answer api = site.get("/api/v1/scripts/ferry/diff?from=1&to=2&format=json&context=1");
    assertThat(twin.html()).isEqualTo(api.html());
    assertThat(twin.header("Content-Type")).isEqualTo(api.header("Content-Type"));
  }

  @Test
  void theJsonLeavesOutRowsOfWhatIsIgnored() {
    String url = "/scripts/small/compare/1...2.json?context=0";
    assertThat(text(url)).contains("\"text\":\"The bridge hums.\"", "NOBODY knows");
    assertThat(text(url + "&whitespace=ignore"))
        .doesNotContain("\"text\":\"The bridge hums.\"")
        .contains("NOBODY knows");
    assertThat(text(url + "&whitespace=ignore&case=ignore"))
        .doesNotContain("The bridge", "NOBODY")
        .contains("Or does it sing?");
  }

  @Test
  void theTextIsInTheLanguageOfWhoReadsIt() {
    PseudoLanguage.offer();
    String url = TWINS + "1...2.txt";
    Answer english = site.get(url);
    Answer other = site.get(url, "Accept-Language", PseudoLanguage.TAG);
    assertThat(english.html()).contains("From version 1 to 2");
    assertThat(other.html()).doesNotContain("From version").contains("He waited.");
    assertThat(other.header("Vary")).contains("Accept-Language");
    assertThat(other.header("ETag")).isNotEqualTo(english.header("ETag"));
  }

  @Test
  void theTextIsReadFromTopToBottom() {
    assertThat(text(TWINS + "1...2.txt"))
        .startsWith("Title of ferry\nFrom version 1 to 2\n\nVersion 1 on main by Script editor, ")
        .contains(" UTC\n    Draft number 2\n\n2 changes: 1 word added, 1 word removed, 10 words")
        .endsWith(
            """
            [moved to line 13]
            The harbour was empty when the last ferry came in.

            Nobody had told the old pilot.

            He waited.

            [… 2 paragraphs unchanged …]

            It rained.

            A dog barked.

            [moved from line 1]
            The harbour was empty when the last ferry came in.

            In the end he [-went-]{+walked+} home alone.
            """);
  }

  @Test
  void theTextFoldsNothingWhereEnoughIsAskedFor() {
    assertThat(text(TWINS + "1...2.txt?context=100")).contains(MIDDLE).doesNotContain("[…");
    assertThat(text(TWINS + "1...2.txt?context=0")).contains("[… 6 paragraphs unchanged …]");
  }

  @Test
  void theTextNamesWhatIsOnlyWhiteSpaceOrCapitals() {
    assertThat(text("/scripts/small/compare/1...2.txt"))
        .contains("[only white space changed]\nThe bridge [-·-]hums.\n")
        .contains("[only capitals changed]\n[-Nobody-]{+NOBODY+} knows why.\n")
        .endsWith("Or does it{+ sing+}?\n");
    assertThat(text("/scripts/small/compare/1...2.txt?whitespace=ignore&case=ignore"))
        .contains("2 changes are not shown")
        .endsWith("\n\nThe bridge hums.\n\nNOBODY knows why.\n\nOr does it{+ sing+}?\n");
  }

  @Test
  void theTextSaysWhatCannotBeSeen() {
    assertThat(text("/scripts/small/compare/2...3.txt"))
        .contains("The line endings changed from LF to CRLF (Windows).")
        .contains("[only white space changed]\nOr does it sing?[-¶-]\n")
        .doesNotContain("\r");
    assertThat(text("/scripts/small/compare/2...2.txt"))
        .contains("Both texts are the same, byte for byte.\n");
  }

  @Test
  void theTextIsUtf8AndNothingThatATerminalObeys() {
    assertThat(text("/scripts/small/compare/4...5.txt"))
        .contains("Some bytes are not UTF-8.", "\ufffd")
        .doesNotContain("\u001b");
  }

  @Test
  void authorsAndLongDescriptionsStandInTheHeading() {
    site.versions()
        .save(
            NewVersion.builder(
                    "ferry",
                    ScriptText.of("Gone.\n"),
                    Author.named("Second writer"),
                    "Cut it\n\nIt was too long.")
                .build());
    assertThat(text(TWINS + "2...3.txt"))
        .contains("Version 3 on main by Second writer, ")
        .contains("    Cut it\n    \n    It was too long.\n");
  }

  @Test
  void theMarkedTextHoldsBoth() {
    assertThat(text(TWINS + "1...2.criticmarkup"))
        .startsWith("{>>moved to line 13<<}{--" + ARRIVAL + "--}" + PILOT + MIDDLE)
        .endsWith("{++" + ARRIVAL + "++}In the end he {~~went~>walked~~} home alone.\n");
    assertThat(site.get("/scripts/small/compare/4...5.criticmarkup").body())
        .contains((byte) 0xE9, (byte) 0xE8);
  }

  @ParameterizedTest
  @CsvSource({
    ".diff, text/x-diff;charset=utf-8",
    ".json, application/json",
    ".txt, text/plain;charset=utf-8",
    ".criticmarkup, text/plain;charset=utf-8"
  })
  void everyTwinIsShownAndCanBeSavedByName(String ending, String contentType) {
    Answer twin = site.get(TWINS + "1...2" + ending);
    assertThat(twin.header("Content-Type")).isEqualToIgnoringWhitespace(contentType);
    assertThat(twin.header("Content-Disposition"))
        .isEqualTo("inline; filename=\"ferry-v1-v2" + ending + "\"");
    assertThat(twin.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(site.head(TWINS + "1...2" + ending).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {".diff", ".json", ".txt", ".criticmarkup"})
  void aTwinThatHasNotChangedIsNotSentAgain(String ending) {
    String etag = site.get(TWINS + "1...2" + ending).header("ETag");
    Answer again = site.get(TWINS + "1...2" + ending, "If-None-Match", etag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(etag);
    assertThat(site.get(TWINS + "2...1" + ending, "If-None-Match", etag).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {".json?context=1", ".json?case=ignore", ".txt?whitespace=ignore"})
  void otherParametersHaveAnotherTag(String twin) {
    String usual = twin.substring(0, twin.indexOf('?'));
    assertThat(site.get(TWINS + "1...2" + twin).header("ETag"))
        .isNotEqualTo(site.get(TWINS + "1...2" + usual).header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {".pdf", ".DIFF", ".md", ".1"})
  void anotherEndingIsNotFoundAndThePageSaysWhichThereAre(String ending) {
    Answer page = site.get(TWINS + "1...2" + ending);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text())
        .contains(ending.substring(1))
        .contains(".txt, .criticmarkup, .diff, .json", "See the history of ferry");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1...99.diff", "0...1.json", "1..2.txt", "x...2.criticmarkup", ".diff"})
  void aTwinOfVersionsThatDoNotExistIsNotFound(String twin) {
    Answer page = site.get(TWINS + twin);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("its versions are 1 to");
    assertThat(page.header("ETag")).isEmpty();
    assertThat(page.header("Content-Disposition")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    ".diff?context=-1, context",
    ".diff?context=100001, context",
    ".json?context=x, context",
    ".json?whitespace=show, whitespace",
    ".txt?case=1, case"
  })
  void aParameterThatMakesNoSenseIsABadRequestThatNamesIt(String twin, String name) {
    Answer page = site.get(TWINS + "1...2" + twin);
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text()).contains("The parameter " + name);
  }
}
