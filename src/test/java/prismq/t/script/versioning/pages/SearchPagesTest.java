package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;

@TestInstance(Lifecycle.PER_CLASS)
class SearchPagesTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.versions().createScript("bridge", "The Singing Bridge");
    save("bridge", "main", "Ann Lee", "First draft", "The bridge hums.\n\nNobody knows why.\n");
    save("bridge", "main", "Bob", "Cut the mystery", "The bridge hums.\n");
    site.branches().create("bridge", "dark/end", 2);
    save(
        "bridge",
        "dark/end",
        "Ann Lee",
        "Mystery again",
        "The bridge hums.\n\nNobody knows why.\n");
    save("bridge", "main", "Bob", "Crème <b>notes</b>", "The bridge hums & <i>sings</i>.\n");
    site.versions().createScript("light", "Two Places");
    save(
        "light",
        "main",
        "Dora",
        "Both",
        """
        # The Tower

        The lantern turns.

        A gull screams.

        INT. CELLAR - NIGHT

        An anchor leans here.

        Rust everywhere. A kettle.
        """);
    for (int i = 1; i <= 12; i++) {
      site.versions().createScript("river-" + i, "River " + i);
      StringBuilder text = new StringBuilder();
      for (int n = 0; n < 3 * i; n++) {
        text.append("A pebble of kind ").append(n).append(".\n\n");
      }
      save("river-" + i, "main", "Cleo", "Stones", text.toString());
    }
  }

  private void save(String script, String branch, String author, String why, String text) {
    int number = site.versions().script(script).latestVersion() + 1;
    site.versions()
        .save(
            NewVersion.builder(script, ScriptText.of(text), Author.named(author), why)
                .branch(branch)
                .createdAt(START.plusSeconds(number * 86_400L))
                .metadata(Metadata.of(Map.of("source", "human", "review_score", 60 + number)))
                .build());
  }

  @AfterAll
  void close() {
    site.close();
  }

  private Answer search(String query) {
    return site.get("/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  @Test
  void withoutAQueryThePageExplainsHowToSearch() {
    Answer page = site.get("/search");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.heading()).isEqualTo("Search");
    assertThat(page.html()).contains("<details class=\"how\" open").contains("autofocus");
    assertThat(page.text()).doesNotContain("No results", "results in");
  }

  @Test
  void aPassageThatWentIsFoundWithWhoRemovedItAndALinkToThat() {
    Answer page = search("\"nobody knows\"");
    assertThat(page.text())
        .contains("1 result in 1 script")
        .contains("v3 on dark/end added again in v3 by Ann Lee , 4 Jan 2026 still in the text")
        .contains("v1 added in v1 by Ann Lee , 2 Jan 2026 removed in v2 by Bob , 3 Jan 2026");
    assertThat(page.all("<mark>([^<]*)</mark>")).containsExactly("Nobody knows");
    assertThat(page.html())
        .contains("href=\"/scripts/bridge/versions/1\"", "href=\"/scripts/bridge/compare/1...2\"")
        .contains("href=\"/scripts/bridge/phrase-history?q=Nobody%20knows%20why.\"");
  }

  @Test
  void aVersionIsFoundByWhatIsSaidAboutItAndItsTextIsEscaped() {
    Answer page = search("creme");
    assertThat(page.text()).contains("v4 Crème <b>notes</b> Bob", "score 64");
    assertThat(page.html()).contains("<mark>Crème</mark> &lt;b&gt;notes&lt;/b&gt;");
    assertThat(search("sings").html())
        .contains("hums &amp; &lt;i&gt;<mark>sings</mark>&lt;/i&gt;.");
  }

  @Test
  void aTitleIsFound() {
    Answer page = search("singing");
    assertThat(page.text()).contains("1 result in 1 script", "Title: The Singing Bridge");
    assertThat(page.html()).contains("The <mark>Singing</mark> Bridge");
  }

  @Test
  void resultsAreGroupedByScriptAndLeadToAllOfOne() {
    Answer first = search("pebble");
    assertThat(first.text()).contains("234 results in 12 scripts", "All 15 in this script");
    assertThat(first.all("<section class=\"of-script\">")).hasSize(10);
    assertThat(first.all("class=\"result passage\"")).hasSizeBetween(40, 50);
    Answer second = site.get("/search?q=pebble&page=2");
    assertThat(second.all("<section class=\"of-script\">")).hasSize(2);
    assertThat(site.get("/search?q=pebble&page=3").text())
        .contains("This page of results no longer exists");
    Answer one = site.get("/search?q=pebble%20script%3Ariver-12");
    assertThat(one.text()).contains("36 results in 1 script");
    assertThat(one.all("class=\"result passage\"")).hasSize(20);
    Answer rest = site.get("/search?q=pebble%20script%3Ariver-12&page=2");
    assertThat(rest.all("class=\"result passage\"")).hasSize(16);
  }

  @Test
  void aSearchIsNarrowedByScriptAndAuthorAndThatIsTakenAway() {
    Answer page = search("hums OR pebble");
    assertThat(page.text()).contains("“OR” is searched for as a word");
    Answer both = search("the");
    assertThat(both.html()).contains("href=\"/search?q=the%20author%3A%22Ann%20Lee%22\"");
    Answer narrowed = search("the author:\"Ann Lee\"");
    assertThat(narrowed.html())
        .contains("aria-label=\"Remove author: Ann Lee\"")
        .contains("href=\"/search?q=the\"")
        .contains("value=\"the author:&quot;Ann Lee&quot;\"");
    assertThat(search("pebble").html()).contains("href=\"/search?q=pebble%20script%3Ariver-12\"");
  }

  @Test
  void fieldsAloneListVersionsNewestFirst() {
    Answer page = search("script:bridge after:2026-01-03");
    assertThat(page.all("class=\"range\"[^>]*>(v\\d)<")).containsExactly("v4", "v3", "v2");
    assertThat(search("script:bridge branch:DARK/end").all("class=\"range\"[^>]*>(v\\d)<"))
        .containsExactly("v3");
    assertThat(search("score:>=64 bridge").text()).contains("v4", "hums");
  }

  @Test
  void nothingFoundSaysSoAndWhichConditionNamesNothing() {
    assertThat(search("zzzz").text()).contains("No results", "No version has any of these words");
    assertThat(search("hums script:nowhere").text())
        .contains("There is no script “nowhere”.", "No results with these filters. Without them:");
    assertThat(search("hums author:nobody").text()).contains("No version was written by “nobody”.");
    assertThat(search("hums branch:none").text()).contains("There is no branch “none”.");
  }

  @ParameterizedTest
  @CsvSource({"sing, Singing", "pebb, pebble", "nobo, Nobody", "kind of peb, pebble"})
  void theLastWordMayBeUnfinished(String typed, String found) {
    Answer page = search(typed);
    assertThat(page.html()).contains("<mark>" + found + "</mark>");
    assertThat(page.html()).doesNotContain("notice reading");
  }

  @ParameterizedTest
  @CsvSource({
    "brigde, bridge", // two letters swapped
    "brdge, bridge", // one is missing
    "bridgge, bridge", // one too many
    "pebbla, pebble", // another one
    "rivver, River"
  })
  void aWordThatIsMisspeltFindsTheNearestOneAndSaysSo(String typed, String found) {
    Answer page = search(typed);
    assertThat(page.text())
        .contains(
            "No results for “" + typed + "”. Showing “" + found.toLowerCase(Locale.ROOT) + "”:");
    assertThat(page.html()).contains("<mark>" + found + "</mark>");
    assertThat(page.field("q")).isEqualTo(typed);
  }

  @Test
  void wordsOfSeveralParagraphsAreFoundInOneSectionOrElseInOneVersionAndItSaysSo() {
    Answer version = search("hums nobody script:bridge");
    assertThat(version.text())
        .contains("Both words, but not in one paragraph. Found in the same version:")
        .contains("Together in v3");
    assertThat(version.all("<mark>([^<]*)</mark>")).containsExactlyInAnyOrder("hums", "Nobody");
    Answer section = search("lantern gull");
    assertThat(section.text())
        .contains("Both words, but not in one paragraph. Found in one scene or section:")
        .contains("Together in v1 , under “The Tower”");
    Answer scene = search("anchor rust");
    assertThat(scene.text()).contains("Together in v1 , under “INT. CELLAR - NIGHT”");
    assertThat(search("lantern anchor kettle").text())
        .contains("All 3 words, but not in one paragraph. Found in the same version:");
  }

  @Test
  void ofWordsThatAreNeverTogetherThoseThatAreAreShown() {
    Answer page = search("lantern pebble turns");
    assertThat(page.text()).contains("Not all words together. Showing “lantern turns”:");
    assertThat(page.html()).contains("<mark>lantern</mark>");
    assertThat(search("hums qqqqqq").text()).contains("Showing “hums”:");
  }

  @Test
  void aPhraseThatIsNowhereIsReadAsWords() {
    assertThat(search("\"hums bridge\"").text())
        .contains("Not as one phrase. The words in one paragraph:");
  }

  @Test
  void wordsThatOnlyOthersWroteAreShownWithoutTheFilter() {
    Answer page = search("pebble author:Bob");
    assertThat(page.text()).contains("No results with these filters. Without them:", "River 12");
  }

  @Test
  void everyPageHasASearchAndThoseOfAScriptOneInIt() {
    for (String path :
        new String[] {"/", "/new", "/help/api", "/scripts/nowhere", "/scripts/bridge"}) {
      assertThat(site.get(path).html()).as(path).contains("<form class=\"search-anywhere\"");
    }
    assertThat(site.get("/scripts/bridge").html()).contains("\"/search?q=script%3Abridge%20\"");
    assertThat(site.get("/scripts/bridge/versions/1").html())
        .contains("\"/search?q=script%3Abridge%20\"");
    assertThat(site.get("/search?q=script%3Abridge%20").field("q")).isEqualTo("script:bridge ");
  }

  @Test
  void theHistoryIsFilteredByWordsThatCameOrWent() {
    assertThat(site.get("/scripts/bridge?q=nobody").all("aria-label=\"Read version (\\d)\""))
        .containsExactly("3", "2", "1");
    assertThat(
            site.get("/scripts/bridge?q=mystery&author=Bob")
                .all("aria-label=\"Read version (\\d)\""))
        .containsExactly("2");
    assertThat(
            site.get("/scripts/bridge?q=branch:dark/end+-hums")
                .all("aria-label=\"Read version (\\d)\""))
        .containsExactly("3");
    assertThat(site.get("/scripts/bridge?q=foo:bar").text())
        .contains("“foo:bar” is searched for as words", "No versions match this filter.");
    assertThat(site.get("/scripts/bridge?q=%22").text()).contains("No versions match this filter.");
  }

  static Stream<String> badInput() {
    return Stream.of(
        "\"",
        "\"unbalanced",
        "bridge \"",
        "AND",
        "OR NOT",
        "NOT NOT NEAR(",
        "*",
        "***",
        "-",
        "-*",
        "a* b* c*",
        "... !!! ???",
        "😀😀 🌉",
        "時間",
        "'; DROP TABLE script_versions; --",
        "x' OR '1'='1",
        "terms : bridge",
        "search_terms MATCH \"x\"",
        "{terms} : bridge",
        "^bridge + hums",
        "bridge NEAR/2 hums",
        "(bridge",
        "\"bridge\" \"\"\"\"",
        "author:\"",
        "score:>>80",
        "before:2026-99-99",
        "script:../../etc/passwd",
        "%00%01\u0001\u0000",
        "\ud83d",
        "<script>alert(1)</script>",
        "8㏂ a/c ℀ ½",
        "the ".repeat(2_500),
        "a* ".repeat(3_333),
        "-a ".repeat(3_333),
        "\"a b\" ".repeat(1_666),
        "x".repeat(10_000),
        "間".repeat(10_000),
        "😀".repeat(5_000),
        "\"".repeat(10_000),
        "script:a ".repeat(1_100));
  }

  @ParameterizedTest
  @MethodSource("badInput")
  void whateverIsSearchedForThereAreResultsOrAHintAndNoError(String query) {
    Answer page = search(query);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.heading()).isEqualTo("Search");
    assertThat(page.html()).doesNotContain("<script>alert");
    boolean found = page.text().contains("result");
    boolean hinted = page.html().contains("class=\"notice\"");
    assertThat(found || hinted || page.text().contains("No results")).isTrue();
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    assertThat(site.get("/api/v1/search?q=" + encoded).status()).isEqualTo(200);
    assertThat(site.get("/scripts/bridge?q=" + encoded).status()).isEqualTo(200);
  }

  @Test
  void aSearchThatIsTooLongSaysSo() {
    assertThat(search("bridge ".repeat(1_500)).text())
        .contains("Only the first 1,000 characters are searched for.", "The bridge hums");
  }
}
