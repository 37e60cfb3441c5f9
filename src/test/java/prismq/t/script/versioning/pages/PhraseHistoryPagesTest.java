package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;

/** When a sentence went, who removed it, and what stood there before. */
@TestInstance(Lifecycle.PER_CLASS)
class PhraseHistoryPagesTest {
  private static final String OPENING = "# The Bridge\n\nIt is night in the valley.\n\n";
  private static final String SENTENCE = "The bridge hums when the wind is right.";
  private static final String INSTEAD = "Nobody has ever heard it sing.";
  private static final String ENDING = "\n\nThen the train comes.\n";

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.versions().createScript("film", "The film");
    save("film", OPENING.strip() + ENDING, "Ann", "main", null);
    save("film", OPENING + SENTENCE + ENDING, "Ann", "main", null);
    save("film", OPENING + SENTENCE + " Listen." + ENDING, "Cleo", "main", null);
    save("film", OPENING + INSTEAD + ENDING, "Bob", "main", null);
    save("film", OPENING + INSTEAD + ENDING + "\nThe end.\n", "Ann", "main", null);
    save("film", OPENING + SENTENCE + " " + INSTEAD + ENDING, "Dora", "main", null);
    site.versions().createScript("twig", "The twig");
    save("twig", "One.\n\nTwo.\n", "Ann", "main", null);
    site.branches().create("twig", "dark", 1);
    save("twig", "One.\n\nTwo, and the wolf.\n", "Bob", "dark", null);
    save("twig", "One!\n\nTwo.\n", "Ann", "main", null);
    save("twig", "One!\n\nTwo, and the wolf.\n", "Cleo", "main", 2);
    save("twig", "One.\n\nTwo.\n\nThree.\n", "Bob", "dark", null);
  }

  private void save(
      String scriptId, String text, String author, String branch, @Nullable Integer mergeParent) {
    int number = site.versions().script(scriptId).latestVersion() + 1;
    site.versions()
        .save(
            NewVersion.builder(
                    scriptId, ScriptText.of(text), Author.named(author), "Reason " + number)
                .branch(branch)
                .mergeParent(mergeParent)
                .build());
  }

  @AfterAll
  void close() {
    site.close();
  }

  private Answer ask(String scriptId, String phrase, String more) {
    String address = "/scripts/" + scriptId + "/phrase-history?q=" + encoded(phrase) + more;
    Answer page = site.get(address);
    assertThat(page.status()).as(address).isEqualTo(200);
    return page;
  }

  private Answer ask(String scriptId, String phrase) {
    return ask(scriptId, phrase, "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The versions in the list, in its order. */
  private static List<String> listed(Answer page) {
    return page.all("<li id=\"(v\\d+)\"");
  }

  /** What changed around the phrase in one version. */
  private static String excerpt(Answer page, int version) {
    List<String> found =
        page.all("(?s)<li id=\"v" + version + "\".*?<div class=\"excerpt[^>]*>(.*?)</div>\\s*<");
    assertThat(found).as("the excerpt of version " + version).hasSize(1);
    return found.get(0);
  }

  @Test
  void theAnswerSaysInWordsWhereItIsAndWhoBroughtAndRemovedIt() {
    Answer page = ask("film", SENTENCE);
    assertThat(page.text())
        .contains("In v2–v3 and again since v6.")
        .containsPattern(
            "It was added in v2 by Ann \\( [a-z0-9 ]+ \\), removed in v4 by Bob \\( [a-z0-9 ]+ \\) and"
                + " added again in v6 by Dora")
        .contains("Changed in 3 versions");
    assertThat(listed(page)).containsExactly("v2", "v4", "v6");
  }

  @Test
  void whatIsGoneForGoodIsSaidToBeSo() {
    assertThat(ask("film", "Listen.").text()).contains("In v3 and not since.");
    assertThat(ask("film", "valley").text()).contains("In every version.");
  }

  @Test
  void theDiffShowsThePhraseMarkedAndWhatStoodThereInstead() {
    Answer page = ask("film", SENTENCE);
    assertThat(excerpt(page, 4))
        .containsPattern("(?s)<del>.*<mark>" + SENTENCE + "</mark>.*</del>")
        .containsPattern("(?s)<ins[^>]*>.*" + INSTEAD + ".*</ins>")
        .contains("It is night in the valley.", "Then the train comes.")
        .doesNotContain("…");
    assertThat(excerpt(page, 2)).containsPattern("(?s)<ins[^>]*>.*<mark>" + SENTENCE + "</mark>");
    assertThat(page.html())
        .contains("href=\"/scripts/film/compare/3...4#change-1\"")
        .contains("href=\"/scripts/film/versions/3\">Previous version: v3<");
  }

  @Test
  void aPhraseThatOnlyLostAWordIsMarkedWhereItStayedToo() {
    site.script("word", "The old keeper climbs the stairs.\n", "The keeper climbs the stairs.\n");
    assertThat(excerpt(ask("word", "old keeper climbs"), 2))
        .containsPattern("<del>.*<mark>old ?</mark>.*</del>.*<mark> ?keeper climbs</mark>");
    assertThat(excerpt(ask("word", "The keeper"), 2))
        .containsPattern("<mark>The ?</mark><del>.*old.*</del><mark> ?keeper</mark> climbs");
  }

  @Test
  void ofAFirstVersionThePassageItselfIsShown() {
    String first = excerpt(ask("film", "valley"), 1);
    assertThat(first).contains("night in the <mark>valley</mark>.").doesNotContain("<ins");
    assertThat(ask("film", "valley").text()).contains("Read this version").doesNotContain("Before");
  }

  @Test
  void anotherNumberOfOccurrencesIsToldAsNumbers() {
    site.script("rain", "Rain.\n", "Rain.\n\nRain, rain.\n\nRain.\n", "Rain.\n\nRain, rain.\n");
    Answer page = ask("rain", "Rain");
    assertThat(page.text()).contains("1 → 3", "3 → 2", "at most 3 times in one version");
    assertThat(listed(page)).containsExactly("v1", "v2", "v3");
  }

  @Test
  void aPassageThatOnlyMovedIsTouchedByNoVersion() {
    String one = "The keeper climbs the long stairs to the lamp and counts them.\n\n";
    String two = "In the village nobody sleeps, for all of the boats are still out.\n\n";
    String three = "At dawn the lamp goes out, and the sea is as it has always been.\n\n";
    site.script("moved", one + two + three, two + three + one);
    assertThat(listed(ask("moved", "climbs the long stairs"))).containsExactly("v1");
  }

  @Test
  void onABranchItIsSaidOnWhichAndAMergeBringsIt() {
    Answer page = ask("twig", "the wolf");
    assertThat(page.text())
        .contains("On main since v4; on dark in v2 and not since.")
        .contains(
            "added in v2 on dark by Bob", "added in v4 on main by Cleo", "removed in v5 on dark")
        .contains("merges v2");
    assertThat(page.all("<svg viewBox=\"0 0 1000 100\"")).as("strips").hasSize(2);
    assertThat(page.all("<span class=\"label branch lane-1\">dark</span>")).isNotEmpty();
  }

  @Test
  void theStripLeadsToTheVersionThatChangedIt() {
    Answer page = ask("film", SENTENCE);
    assertThat(page.all("<a href=\"(#v\\d+)\" tabindex=\"-1\"><title>"))
        .containsExactly("#v2", "#v4", "#v6");
    assertThat(page.text()).contains("v2–v3: once", "v4–v5: not there", "v6: once");
    assertThat(page.all("<rect class=\"bar\" x=\"(\\d+)\"")).containsExactly("166", "833");
    assertThat(page.html()).contains("aria-label=\"Where it is among versions 1 to 6, never more");
  }

  @Test
  void aPhraseThatIsNowhereIsAnsweredWithWhatToTry() {
    Answer page = ask("film", "The brid\u011de hums?");
    assertThat(page.text())
        .contains("Not in any of the 6 versions", "Try a shorter part", "Search all scripts");
    assertThat(page.html()).contains("href=\"/search?q=the%20bridge%20hums\"");
    assertThat(page.textField()).isEqualTo("The brid\u011de hums?");
    site.versions().createScript("bare", "Nothing yet");
    assertThat(ask("bare", "word").text()).contains("Not in any of the 0 versions");
  }

  @Test
  void withoutAPhraseThereIsTheForm() {
    for (String address : List.of("", "?q=", "?q=+%0D%0A", "?fold=true")) {
      Answer page = site.get("/scripts/film/phrase-history" + address);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).contains("Show history").doesNotContain("none of", "changed it");
    }
    assertThat(site.get("/scripts/film/phrase-history?fold=true").html())
        .containsPattern("name=\"fold\" value=\"true\" checked");
  }

  @Test
  void aLineBreakFromAFormIsFoundInTextsWithEitherLineEnding() {
    site.script("verse", "Red\nsky\n\nat night\n", "Red\r\nsky\r\n\r\nat night\r\n", "Red sky\r\n");
    Answer page = ask("verse", "Red\r\nsky");
    assertThat(page.text()).contains("In v1–v2 and not since.");
    assertThat(listed(page)).as("other line endings are no change").containsExactly("v1", "v3");
    assertThat(page.textField()).isEqualTo("Red\nsky");
    assertThat(excerpt(page, 1)).contains("<mark>Red\nsky</mark>");
    assertThat(listed(ask("verse", "\nat night"))).containsExactly("v1", "v3");
  }

  @Test
  void caseAndSpacesCountUnlessTheyAreSetAside() {
    site.script("exact", "Rain, rain.\n", "rain,  rain.\n");
    assertThat(ask("exact", "Rain").text()).contains("In v1 and not since.", "added in v1");
    assertThat(ask("exact", ",  rain").text()).contains("Since v2.");
    assertThat(ask("exact", ", rain").text()).contains("In v1 and not since.");
  }

  @Test
  void whatIsSetAsideIsMarkedAsItStandsInTheText() {
    site.script("cafe", "Nothing.\n", "At the CAFÉ  Noir\r\nit rains.\n", "At the café.\n");
    Answer page = ask("cafe", "cafe noir it", "&fold=true");
    assertThat(page.text()).contains("In v2 and not since.");
    assertThat(excerpt(page, 2)).contains("<mark>CAFÉ  Noir\nit</mark>");
    assertThat(listed(ask("cafe", "Cafe", "&fold=true"))).containsExactly("v2");
  }

  @Test
  void whatIsNowhereExactlySoIsShownWhateverItsCaseAccentsAndSpaces() {
    Answer page = ask("film", "the bridge  HUMS");
    assertThat(page.text())
        .contains("No exact match.", "In v2–v3 and again since v6.")
        .doesNotContain("none of");
    assertThat(excerpt(page, 4)).contains("<mark>The bridge hums</mark>");
  }

  @Test
  void aPassageOfWhichOnlyALineWasBrokenElsewhereIsSaidToBeThereStill() {
    site.script("wrapped", "It is night in the valley.\n", "It is night\nin the valley.\n");
    Answer page = ask("wrapped", "night in the");
    assertThat(page.text())
        .contains("In v1 and not since.", "Ignoring case, accents and spacing: In every version.");
    assertThat(ask("film", SENTENCE).text()).doesNotContain("accents and spaces: ");
  }

  @Test
  void aVersionThatCannotBeReadAnyMoreIsToldAndOnlyItsTextIsNotShown() {
    String noise = "0123456789abcdefghijklmnopqrstuvwxyz".repeat(20);
    site.script("broken-disk", noise + "\nA gull.\n", "A gull cries.\n", "No bird.\n");
    site.damage("broken-disk", 1);
    Answer page = ask("broken-disk", "A gull");
    assertThat(listed(page)).containsExactly("v1", "v3");
    assertThat(page.all("<p class=\"error\">[^<]*")).hasSize(1);
    assertThat(excerpt(page, 3)).contains("<mark>A gull</mark>");
  }

  @Test
  void aPassageThatIsTooLongIsKeptAndRefused() {
    String tooLong = "word ".repeat(2_001);
    Answer page = site.get("/scripts/film/phrase-history?q=" + encoded(tooLong));
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text())
        .contains("This passage has 10\u202f005 characters, and at most 10\u202f000");
    assertThat(page.textField()).isEqualTo(tooLong);
  }

  @ParameterizedTest
  @ValueSource(strings = {"橋", "👩‍👩‍👧", "word\n", "\"*%", "é"})
  void aPassageOfTenThousandCharactersIsAnswered(String part) {
    String longest = part.repeat(10_000 / part.length());
    site.script("long-" + part.codePointAt(0) % 1000, "It is:\n" + longest + "\nThat was it.\n");
    Answer page = ask("long-" + part.codePointAt(0) % 1000, longest);
    assertThat(page.text()).contains("In every version.");
    assertThat(excerpt(page, 1)).contains("<mark>");
  }

  @Test
  void manyChangesAreShownAPageAtATimeInEitherOrder() {
    List<NewVersion> versions = new ArrayList<>();
    site.versions().createScript("flicker", "It comes and goes");
    for (int n = 1; n <= 120; n++) {
      versions.add(
          NewVersion.builder(
                  "flicker",
                  ScriptText.of("A line.\n\n" + (n % 2 == 0 ? "The lamp is on.\n" : "")),
                  Author.named("Ann"),
                  "Switched")
              .build());
    }
    site.versions().saveAll(versions);
    Answer first = ask("flicker", "The lamp");
    assertThat(listed(first)).hasSize(50).startsWith("v2", "v3").endsWith("v51");
    assertThat(first.text())
        .contains("Changed in 119 versions")
        .contains("In v2, again in v4, 57 times after that and again since v120.")
        .containsPattern("It was first added in v2 by Ann .* After that it was removed 59 times")
        .containsPattern("added again 59 times. Last it was added again in v120 by Ann");
    assertThat(first.all("<a href=\"([^\"]*)\" rel=\"next\"")).hasSize(1);
    Answer last = ask("flicker", "The lamp", "&page=3");
    assertThat(listed(last)).hasSize(19).endsWith("v120");
    Answer newest = ask("flicker", "The lamp", "&order=newest");
    assertThat(listed(newest)).hasSize(50).startsWith("v120", "v119");
    assertThat(newest.html()).contains("page=3#v2\"").contains("href=\"#v120\"");
    assertThat(listed(ask("flicker", "The lamp", "&page=99"))).isEqualTo(listed(last));
  }

  @Test
  void ofALongParagraphOnlyWhatIsAroundThePhraseIsShown() {
    String before = "The sea is wide and nobody counts its waves. ".repeat(3_000);
    String after = "The land is small and everybody counts its hills. ".repeat(3_000);
    site.script("wide", before + "A gull cries. " + after, before + after);
    Answer page = ask("wide", "A gull cries.");
    assertThat(page.html().length()).isLessThan(20_000);
    assertThat(excerpt(page, 2))
        .contains("<span class=\"left-out\">… </span>", "<mark>A gull cries.</mark>")
        .contains("counts its waves. ", "The land is small");
  }

  @Test
  void ofManyPlacesInOneVersionAFewAreShownAndTheOthersCounted() {
    StringBuilder text = new StringBuilder();
    for (int n = 1; n <= 500; n++) {
      text.append("Paragraph ").append(n).append(" is about one gull of many.\n\n");
    }
    site.script("gulls", "Nothing.\n", text.toString());
    Answer page = ask("gulls", "gull");
    assertThat(page.html().length()).isLessThan(30_000);
    assertThat(page.text()).containsPattern("And 4\\d\\d more places in this version\\.");
  }

  @Test
  void textThatTriesToBeMarkupIsShownAsText() {
    String hostile = "<script>alert(1)</script>\"'><img src=x>&lt;";
    site.script("hostile", "One " + hostile + " two.\n", "One two.\n", "Two " + hostile + "\n");
    for (String phrase : List.of(hostile, "One", "img src")) {
      Answer page = ask("hostile", phrase);
      assertThat(page.html()).doesNotContain("<script>alert", "<img src=x");
      assertThat(page.html()).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
  }

  @Test
  void aPassageInALineThatWasBrokenForItsWidthIsMarkedAsOne() {
    String broken =
        """
        The keeper climbs the long stairs to the lamp and counts
        them as he has always done since the day that he came
        to this place.
        """;
    site.script("broken", "Nothing.\n", broken);
    assertThat(excerpt(ask("broken", "counts\nthem as"), 2))
        .contains("<mark>counts<span class=\"soft\">\n</span>them as</mark>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=x&fold=maybe", "q=x&order=best", "q=x&page=0", "q=x&page=x", "q=%ff"})
  void anOddParameterIsRefused(String parameters) {
    assertThat(site.get("/scripts/film/phrase-history?" + parameters).status()).isEqualTo(400);
  }

  @Test
  void aScriptThatIsNotThereIsNotFound() {
    assertThat(site.get("/scripts/nothing/phrase-history?q=x").status()).isEqualTo(404);
  }

  @Test
  void theFormIsReachedFromAVersionAndFromTheHistory() {
    for (String path : List.of("/scripts/film", "/scripts/film/versions/2")) {
      assertThat(site.get(path).html())
          .contains("<a href=\"/scripts/film/phrase-history\">Passage history</a>");
    }
  }
}
