package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import prismq.t.script.versioning.core.text.ScriptText;

/** The comparison of a script whose second version has a change of each kind. */
@TestInstance(Lifecycle.PER_CLASS)
class ComparePagesTest {
  private static final String COMPARED = "/scripts/ferry/compare/1...2";

  private static final String ARRIVAL = "The harbour was empty when the last ferry came in.";

  private static final String LAMP = "The lamp swings over the table and the map that lies on it.";
  private static final String COINS = "Jonas counts the coins a second time and finds one too few.";

  private static final List<String> BEFORE =
      List.of(
          ARRIVAL,
          "Nobody had told the old pilot that she was sold.",
          "He stood at the pier with his lamp.",
          "Rain ran down his coat and into both boots.",
          "Somewhere behind the sheds a dog barked.",
          "It stopped after a while.",
          "The engine  coughed three times and died.",
          "Then all the lights went out at once.",
          "It took an hour until they were back.",
          "A boy with a bicycle laughed.",
          "His sister did not.",
          "Gulls slept on the roof of the ticket office.",
          "Further out a bell rang in the fog.",
          "In the end the pilot went home alone.");

  private static final List<String> AFTER =
      List.of(
          "Nobody had told the old pilot that she was sold.",
          "He stood at the pier with his lamp.",
          "Rain ran down his coat and into both boots.",
          "Somewhere behind the sheds a dog barked.",
          "It stopped after a while.",
          "The engine coughed three times and died.",
          "Then ALL the lights went out at once.",
          "It took an hour until they were back.",
          "His sister did not.",
          "Gulls slept on the roof of the ticket office.",
          ARRIVAL,
          "Further out a bell rang in the fog.",
          "In the end the pilot walked home alone.",
          "Nobody bought a ticket any more.");

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("ferry", text(BEFORE), text(AFTER), text(AFTER) + "\nThe end.\n");
    site.script(
        "long",
        text(IntStream.range(0, 1_000).mapToObj(ComparePagesTest::scene).toList()),
        text(IntStream.range(0, 1_000).mapToObj(ComparePagesTest::changedScene).toList()));
    site.script(
        "split", LAMP + " " + COINS + "\n", LAMP + "\n\nMARA\nWho is there?\n\n" + COINS + "\n");
    site.script("signs", "Open the `notes` file.\n", "Open the *notes* file.\n");
    site.script("odd", "one\rtwo\rthree\n", "one\rtwo and a half\rthree\n");
    site.save("odd", ScriptText.of("P\u0001NG\u001b[31m\u0007 red\tdata\n"));
    site.save("odd", ScriptText.of("P\u0001NG\u001b[31m\u0007 blue\tdata\n"));
    site.save("odd", ScriptText.of(new byte[] {'c', 'a', 'f', (byte) 0xE9, ' ', 'o', 'n', '\n'}));
    site.save("odd", ScriptText.of(new byte[] {'c', 'a', 'f', (byte) 0xE9, ' ', 'i', 'n', '\n'}));
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static String text(List<String> paragraphs) {
    return String.join("\n\n", paragraphs) + "\n";
  }

  private static String scene(int number) {
    return ("Scene " + number + " is played where house " + number * 7 + " of row " + number)
        + (" stands, with " + number * 13 + " people who all look at lamp " + number * 31)
        + (" and wait until bell " + number * 17 + " has rung for the last time that night.");
  }

  private static String changedScene(int number) {
    String scene = scene(number);
    return number % 9 == 4 ? scene.replace("wait until", "sleep until") : scene;
  }

  private Answer shown(String path) {
    Answer page = site.get(path);
    assertThat(page.status()).as(path).isEqualTo(200);
    return page;
  }

  private static List<String> links(Answer page) {
    return page.all("href=\"([^\"]*)\"").stream().map(url -> url.replace("&amp;", "&")).toList();
  }

  private static String linkCalled(Answer page, String name) {
    return page.all("<a[^>]*href=\"([^\"]*)\"[^>]*>" + name + "</a>").get(0).replace("&amp;", "&");
  }

  @Test
  void anAddressWithoutOptionsShowsProse() {
    Answer page = shown(COMPARED);
    assertThat(page.all("id=\"view-[^>]*aria-current=\"page\"[^>]*>([^<]*)<"))
        .containsExactly("Prose");
    assertThat(page.deleted()).containsExactly("·", "all", "A boy with a bicycle laughed.", "went");
    assertThat(page.inserted())
        .containsExactly("ALL", "walked", "¶", "Nobody bought a ticket any more.");
    assertThat(page.html()).isEqualTo(shown(COMPARED + "?view=prose").html());
  }

  @Test
  void whatSplitsAParagraphIsShownOnItsLinesWithItsBreaksMarked() {
    Answer page = shown("/scripts/split/compare/1...2");
    assertThat(page.deleted()).containsExactly("·");
    assertThat(page.inserted()).containsExactly("¶¶ MARA ¶ Who is there? ¶¶");
    assertThat(page.html()).contains("MARA<span class=\"break\">¶</span>\nWho is there?");
  }

  @Test
  void aRemovedBreakDoesNotTearTheParagraphApart() {
    site.script("joined", LAMP + "\n\n" + COINS + "\n", LAMP + " " + COINS + "\n");
    Answer page = shown("/scripts/joined/compare/1...2");
    assertThat(page.deleted()).containsExactly("¶¶");
    assertThat(page.inserted()).containsExactly("·");
  }

  @Test
  void aWordWithOtherSignsAroundItIsAChangeOfPunctuation() {
    assertThat(shown("/scripts/signs/compare/1...2").all("aria-label=\"(Change [^\"]*)\""))
        .containsExactly("Change 1 of 1: Punctuation only");
    assertThat(shown("/scripts/signs/compare/1...2?punctuation=ignore").deleted()).isEmpty();
  }

  @Test
  void everyChangeIsCountedInTheOrderOfReadingAndSaysWhatItIs() {
    Answer page = shown(COMPARED);
    assertThat(page.all("aria-label=\"(Change [^\"]*)\""))
        .containsExactly(
            "Change 1 of 6: Moved away",
            "Change 2 of 6: Spacing only",
            "Change 3 of 6: Capitals only",
            "Change 4 of 6: Removed",
            "Change 1 of 6: Moved here",
            "Change 5 of 6: Edited",
            "Change 6 of 6: Added");
    assertThat(page.text()).contains("6 changes", "10 words moved");
  }

  @Test
  void aParagraphThatMovedLeadsFromEachEndToTheOther() {
    Answer page = shown(COMPARED);
    assertThat(linkCalled(page, "Moved down ↓")).isEqualTo("#change-1-other");
    assertThat(linkCalled(page, "Moved here from above ↑")).isEqualTo("#change-1");
    assertThat(page.all("id=\"(change-1[^\"]*)\"")).containsExactly("change-1", "change-1-other");
    Answer back = shown("/scripts/ferry/compare/2...1");
    assertThat(back.text()).contains("Moved here from below ↓", "Moved up ↑");
  }

  @Test
  void whatIsFarFromAnyChangeIsFoldedAndALinkUnfoldsIt() {
    Answer page = shown(COMPARED + "?context=1");
    assertThat(page.text())
        .contains("3 unchanged paragraphs : show them")
        .contains("Nobody had told the old pilot", "It stopped after a while.")
        .doesNotContain("Rain ran down");
    String unfold = links(page).stream().filter(url -> url.contains("unfolded=")).findFirst().get();
    assertThat(shown(unfold.substring(0, unfold.indexOf('#'))).text())
        .contains("Rain ran down", "a dog barked")
        .doesNotContain("unchanged paragraphs");
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, false", "2, true", "10, true", "100000, true"})
  void asManyParagraphsAreShownAroundEachChangeAsTheAddressSays(int context, boolean showsRain) {
    Answer page = shown(COMPARED + "?context=" + context);
    assertThat(page.text().contains("Rain ran down")).isEqualTo(showsRain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "side-by-side", "unified"})
  void whatIsIgnoredIsNotMarkedInAnyViewAndThePageSaysHowMuchItIs(String view) {
    Answer all = shown(COMPARED + "?context=0&view=" + view);
    assertThat(all.text()).contains("6 changes").doesNotContain("not shown");
    assertThat(all.deleted()).contains("all");
    Answer words = shown(COMPARED + "?context=0&whitespace=ignore&case=ignore&view=" + view);
    assertThat(words.text())
        .contains("4 changes")
        .contains("2 changes are not shown, because they are of a kind that you chose to ignore.");
    assertThat(words.deleted()).doesNotContain("all", "·").contains("went");
    Answer spaces = shown(COMPARED + "?context=0&case=ignore&view=" + view);
    assertThat(spaces.text()).contains("5 changes", "One change is not shown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "side-by-side", "unified"})
  void whereAllIsIgnoredNoChangeIsLeftToStepTo(String view) {
    site.script("spaced-" + view, "The  bridge.\n", "The bridge.\n");
    Answer page =
        shown("/scripts/spaced-" + view + "/compare/1...2?whitespace=ignore&view=" + view);
    assertThat(page.text()).contains("0 changes", "One change is not shown");
    assertThat(page.html()).doesNotContain("class=\"stepper ", "<ins", "<del", "<table");
  }

  @Test
  void theLinksToOtherViewsAndOtherPairsKeepTheOptions() {
    Answer page = shown("/scripts/ferry/compare/2...1?context=1&whitespace=ignore");
    for (String link : List.of("Prose", "Side by side", "Unified", "Swap sides")) {
      assertThat(linkCalled(page, link)).as(link).contains("context=1&whitespace=ignore");
    }
    Answer first = shown(COMPARED + "?view=unified&case=ignore");
    assertThat(linkCalled(first, "Next version pair"))
        .isEqualTo("/scripts/ferry/compare/2...3?view=unified&case=ignore");
    assertThat(linkCalled(first, "Compare v1 with current"))
        .isEqualTo("/scripts/ferry/compare/1...3?view=unified&case=ignore");
    Answer second = shown("/scripts/ferry/compare/1...3?context=0");
    assertThat(linkCalled(second, "Only what v3 changed"))
        .isEqualTo("/scripts/ferry/compare/2...3?context=0");
  }

  @Test
  void whoPicksOtherVersionsKeepsTheOptions() {
    Answer page = shown(COMPARED + "?view=unified&context=1&whitespace=ignore&case=ignore");
    String picked = "/scripts/ferry/compare?from=1&to=3";
    for (String option : List.of("view", "context", "whitespace", "case")) {
      picked += "&" + option + "=" + page.field(option);
    }
    assertThat(site.get(picked).header("Location"))
        .endsWith("/compare/1...3?view=unified&context=1&whitespace=ignore&case=ignore");
    Answer usual = shown(COMPARED);
    assertThat(usual.field("whitespace")).isEqualTo("ignore");
    assertThat(usual.all("<input type=\"hidden\" name=\"(?:whitespace|case)\"")).isEmpty();
  }

  @Test
  void whatIsUsualIsLeftOutOfTheAddress() {
    assertThat(
            site.get("/scripts/ferry/compare?from=1&to=2&view=prose&context=2").header("Location"))
        .endsWith(COMPARED);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 3", "10, 10", "20, 20", "100000, 100000"})
  void theOptionsOfferTheNumberOfParagraphsOfThisPage(int context, String chosen) {
    Answer page = shown(COMPARED + "?context=" + context);
    assertThat(page.all("<option value=\"(\\d+)\" selected")).containsExactly(chosen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?view=side-by-side",
        "?view=unified&context=5",
        "?context=0&whitespace=ignore&case=ignore",
        "?context=1&unfolded=0"
      })
  void aLinkShowsTheSameToEverybodyHoweverLongTheServerHasRun(
      String options, @TempDir Path folder) {
    try (Site other = Site.open(folder)) {
      other.script("ferry", text(BEFORE), text(AFTER), text(AFTER) + "\nThe end.\n");
      assertThat(comparison(other.get(COMPARED + options)))
          .isNotEmpty()
          .isEqualTo(comparison(shown(COMPARED + options)))
          .isEqualTo(comparison(shown(COMPARED + options)));
    }
  }

  private static List<String> comparison(Answer page) {
    return page.all("(?s)<section id=\"comparison\".*</main>");
  }

  @Test
  void everyLinkOnThePageLeadsSomewhere() {
    Set<String> links = new HashSet<>(links(shown(COMPARED + "?context=0&view=unified")));
    assertThat(links).hasSizeGreaterThan(10);
    for (String link : links) {
      assertThat(site.get(link).status()).as(link).isEqualTo(200);
    }
  }

  @Test
  void theStripLeadsToEveryChangeInItsPlace() {
    Answer page = shown(COMPARED);
    assertThat(page.all("<a href=\"(#change-\\d+)\" tabindex=\"-1\"><rect"))
        .containsExactly(
            "#change-1", "#change-2", "#change-3", "#change-4", "#change-5", "#change-6");
    assertThat(page.all("<rect [^>]*class=\"(\\w+)\""))
        .containsExactly("moved", "changed", "changed", "deleted", "changed", "inserted");
    List<Integer> tops =
        page.all("<rect [^>]*y=\"(\\d+)\"").stream().map(Integer::valueOf).toList();
    assertThat(tops).hasSize(6).isSorted().allMatch(top -> top >= 0 && top < 1_000);
  }

  @Test
  void theStripOfALongTextLeadsToOtherPieces() {
    Answer page = shown("/scripts/long/compare/1...2");
    List<String> marks = page.all("<a href=\"([^\"]*)\" tabindex=\"-1\"><rect");
    assertThat(marks.get(0)).isEqualTo("#change-1");
    String last = marks.get(marks.size() - 1);
    assertThat(last).contains("piece=").endsWith("#change-111");
    assertThat(shown(last.substring(0, last.indexOf('#'))).html()).contains("id=\"change-111\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "unified"})
  void aLongComparisonComesInPiecesThatHaveEveryChangeOnce(String view) {
    List<String> changed = new ArrayList<>();
    String next = "/scripts/long/compare/1...2?context=5&view=" + view;
    int pieces = 0;
    while (!next.isEmpty()) {
      Answer page = shown(next);
      assertThat(page.body().length).isLessThan(1_000_000);
      page.inserted().stream().filter("sleep"::equals).forEach(changed::add);
      assertThat(page.text().contains(view.equals("prose") ? "Previous part" : "Previous lines"))
          .isEqualTo(pieces > 0);
      next =
          page.all("<a class=\"button\" href=\"([^\"]*)\">(?:Next part|Next lines)").stream()
              .findFirst()
              .map(url -> url.replace("&amp;", "&"))
              .orElse("");
      pieces++;
    }
    assertThat(pieces).isGreaterThan(1);
    assertThat(changed).hasSize(111);
  }

  @Test
  void everyFoldOfALongComparisonIsUnfoldedWhereItStands() {
    Set<String> stretches = new HashSet<>();
    for (int piece = 1; piece <= 2; piece++) {
      Answer page = shown("/scripts/long/compare/1...2?piece=" + piece);
      for (String id : page.all("id=\"(stretch-\\d+)\"")) {
        assertThat(stretches.add(id)).as(id + " stands in one piece only").isTrue();
      }
      List<String> folds = page.all("<p class=\"fold\"><a href=\"([^\"]*)\"");
      assertThat(folds).isNotEmpty();
      for (String fold : folds) {
        String[] parts = fold.replace("&amp;", "&").split("#", 2);
        assertThat(shown(parts[0]).all("(?s)id=\"" + parts[1] + "\">(.*?)</div>\n</div>"))
            .as(fold)
            .hasSize(1)
            .allMatch(stretch -> !stretch.contains("fold") && stretch.contains("Scene"));
      }
    }
    assertThat(stretches).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "side-by-side", "unified"})
  void aPieceAfterTheLastOneIsTheLastOne(String view) {
    String url = "/scripts/long/compare/1...2?context=5&view=" + view;
    Answer page = shown(url + "&piece=999999999");
    assertThat(page.text()).contains("Scene 994 ").doesNotContain("Next part", "Next lines");
    Answer small = shown(COMPARED + "?piece=7&view=" + view);
    assertThat(small.text())
        .contains("Nobody bought a ticket any more.")
        .doesNotContain("Previous part", "Previous lines");
  }

  @ParameterizedTest
  @CsvSource({
    "view=columns, view",
    "view=PROSE, view",
    "context=-1, context",
    "context=100001, context",
    "context=many, context",
    "whitespace=show, whitespace",
    "case=1, case",
    "piece=-1, piece",
    "unfolded=-1, unfolded",
    "unfolded=x, unfolded"
  })
  void anOptionThatMakesNoSenseIsABadRequestThatNamesIt(String option, String name) {
    for (String path : List.of(COMPARED + "?", "/scripts/ferry/compare?from=1&to=2&")) {
      Answer page = site.get(path + option);
      assertThat(page.status()).as(path).isEqualTo(400);
      assertThat(page.text()).contains("The parameter " + name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense=1", "unfolded=123456789", "unfolded=1", "whitespace=ignore&x=%00"})
  void anOptionThatHasNothingToSayHereChangesNothing(String option) {
    Answer page = shown(COMPARED + "?" + option);
    assertThat(page.inserted()).contains("walked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "side-by-side", "unified"})
  void theSameVersionTwiceHasNoChangesAndNothingToSwap(String view) {
    Answer page = shown("/scripts/ferry/compare/2...2?view=" + view);
    assertThat(page.text())
        .contains("This is one version compared with itself.", "Only what v2 changed")
        .doesNotContain("Swap sides", "The older version is on the right", "changes");
    assertThat(page.html()).doesNotContain("class=\"stepper ", "<ins", "<del");
  }

  @Test
  void aPickedVersionThatDoesNotExistIsNotFoundAndThePageSaysWhichDo() {
    Answer leads = site.get("/scripts/ferry/compare?from=1&to=99");
    Answer page = site.get(leads.header("Location").replaceFirst("^http://[^/]*", ""));
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("its versions are 1 to 3");
  }

  @Test
  void theCardsNameBothVersionsAndOfferAllOthers() {
    Answer page = shown("/scripts/ferry/compare/2...3");
    assertThat(page.text())
        .containsSubsequence("From version", "Draft number 2", "To version", "Draft number 3");
    assertThat(page.field("from")).isEqualTo("2");
    assertThat(page.field("to")).isEqualTo("3");
    assertThat(Arrays.asList("3", "2", "1")).isEqualTo(page.all("<option value=\"(\\d)\">Draft"));
    assertThat(linkCalled(page, "Previous version pair")).isEqualTo(COMPARED);
    assertThat(page.text()).doesNotContain("Next version pair").contains("Restore v2");
  }

  @Test
  void aWayBackLeadsToFurtherWaysBack() {
    Answer page = shown("/scripts/ferry/compare/3...2");
    assertThat(linkCalled(page, "Previous version pair")).isEqualTo("/scripts/ferry/compare/2...1");
    Answer first = shown("/scripts/ferry/compare/2...1");
    assertThat(linkCalled(first, "Next version pair")).isEqualTo("/scripts/ferry/compare/3...2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "side-by-side", "unified"})
  void bytesThatAreNotUtf8AreComparedAndThePageSaysSo(String view) {
    Answer page = shown("/scripts/odd/compare/5...6?view=" + view);
    assertThat(page.text())
        .contains("Some bytes are not UTF-8. They are kept exactly, and shown here as \ufffd.")
        .contains("caf\ufffd");
    assertThat(page.deleted()).containsExactly("on");
    assertThat(page.inserted()).containsExactly("in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "side-by-side", "unified"})
  void aTextThatLooksLikeAFileOfAProgramIsComparedLikeAnyOther(String view) {
    Answer page = shown("/scripts/odd/compare/3...4?view=" + view);
    assertThat(page.deleted()).containsExactly("red");
    assertThat(page.inserted()).containsExactly("blue");
  }

  @Test
  void linesOfOldFilesOfTheMacStayApart() {
    assertThat(shown("/scripts/odd/compare/1...2").html())
        .containsPattern("(?s)>one</div>.*>two<ins>[^\n]* and a half</ins></div>.*>three</div>");
  }

  @Test
  void aChangedWordAtTheEndOfALineLeavesTheLineEndingOut() {
    site.script("lf", "One two\n\nThree four\n", "One 2\n\nThree 4\n");
    site.script("crlf", "One two\r\n\r\nThree four\r\n", "One 2\r\n\r\nThree 4\r\n");
    for (String script : List.of("lf", "crlf")) {
      assertThat(shown("/scripts/" + script + "/compare/1...2").all("</span>([^<]*)</(?:del|ins)>"))
          .containsExactly("two", "2", "four", "4");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?view=side-by-side", "?view=unified"})
  void aDamagedVersionIsNamedAndTheOthersAreStillCompared(String options, @TempDir Path folder) {
    try (Site own = Site.open(folder)) {
      own.script("intro", "First.\n", "Something else entirely.\n", "First and last.\n");
      own.damage("intro", 2);
      Answer damaged = own.get("/scripts/intro/compare/1...2" + options);
      assertThat(damaged.status()).isEqualTo(500);
      assertThat(damaged.text()).contains("Version 2 of “intro” cannot be read");
      Answer whole = own.get("/scripts/intro/compare/1...3" + options);
      assertThat(whole.status()).isEqualTo(200);
      assertThat(whole.text()).contains("and last", "Only what v3 changed");
    }
  }
}
