package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;

/** The history of a script with 1,000 versions of one day each, by two authors on two branches. */
@TestInstance(Lifecycle.PER_CLASS)
class HistoryPagesTest {
  private static final Instant START = Instant.parse("2022-01-01T12:00:00Z");
  private static final Pattern ROW = Pattern.compile("aria-label=\"Read version (\\d+)\"");
  private static final Pattern OLDER = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.versions().createScript("long", "A long story");
    site.versions().saveAll(List.of(version(1)));
    site.branches().create("long", "dark-end", 1);
    List<NewVersion> rest = new ArrayList<>();
    for (int n = 2; n <= 1_000; n++) {
      rest.add(version(n));
    }
    site.versions().saveAll(rest);
  }

  private static NewVersion version(int n) {
    Author author = Author.named(n % 100 == 0 ? "Reviewér" : "Script editor");
    return NewVersion.builder(
            "long",
            ScriptText.of("The story has\n" + "words ".repeat(n % 37) + n + "\n"),
            author,
            n % 250 == 0 ? "Gave the Café scene an ending" : "Draft " + n)
        .branch(n % 500 == 0 ? "dark-end" : "main")
        .createdAt(START.plusSeconds(n * 86_400L))
        .metadata(
            n == 500 ? Metadata.of(Map.of("source", "ai", "review_score", 85)) : Metadata.NONE)
        .build();
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static List<Integer> rows(Answer page) {
    return ROW.matcher(page.html()).results().map(row -> Integer.valueOf(row.group(1))).toList();
  }

  @Test
  void theFirstPageShowsTheFiftyNewest() {
    List<Integer> rows = rows(site.get("/scripts/long"));
    assertThat(rows).hasSize(50).startsWith(1_000, 999).endsWith(951);
  }

  @Test
  void pagesLeadFromTheNewestVersionToTheFirstWithoutAGapOrARepeat() {
    List<Integer> all = new ArrayList<>();
    String next = "/scripts/long";
    while (!next.isEmpty()) {
      Answer page = site.get(next);
      all.addAll(rows(page));
      next =
          OLDER
              .matcher(page.html())
              .results()
              .map(link -> link.group(1).replace("&amp;", "&"))
              .findFirst()
              .orElse("");
    }
    List<Integer> expected = new ArrayList<>();
    for (int n = 1_000; n >= 1; n--) {
      expected.add(n);
    }
    assertThat(all).isEqualTo(expected);
  }

  @Test
  void theHistoryIsFilteredByAuthor() {
    Answer page = site.get("/scripts/long?author=Review%C3%A9r");
    assertThat(rows(page)).containsExactly(1_000, 900, 800, 700, 600, 500, 400, 300, 200, 100);
    assertThat(page.html()).contains("<option selected=\"selected\">Reviewér</option>");
  }

  @Test
  void theHistoryIsFilteredByBranch() {
    Answer page = site.get("/scripts/long?branch=dark-end");
    assertThat(rows(page)).containsExactly(1_000, 500);
    assertThat(page.html()).contains("href=\"/scripts/long/edit?branch=dark-end\"");
  }

  @Test
  void theHistoryIsFilteredByDaysThatBothCount() {
    assertThat(rows(site.get("/scripts/long?from=2022-01-11&until=2022-01-13")))
        .containsExactly(12, 11, 10);
  }

  @Test
  void theHistoryIsFilteredByWordsInAnyOrderCaseAndAccentsAside() {
    assertThat(rows(site.get("/scripts/long?q=ENDING+cafe"))).containsExactly(1_000, 750, 500, 250);
  }

  @Test
  void filtersWorkTogetherAndStayOnTheNextPage() {
    Answer page =
        site.get("/scripts/long?author=Script+editor&branch=main&from=2022-02-01&q=draft");
    assertThat(rows(page)).hasSize(50);
    String older =
        OLDER
            .matcher(page.html())
            .results()
            .map((MatchResult link) -> link.group(1))
            .findFirst()
            .orElse("");
    assertThat(older)
        .contains("author=Script%20editor", "branch=main", "from=2022-02-01", "q=draft");
    assertThat(rows(site.get(older.replace("&amp;", "&")))).hasSize(50).doesNotContain(1_000, 900);
  }

  @Test
  void theHistoryIsFilteredByAPassageThatCameOrWent() {
    site.versions().createScript("lamp", "A lamp");
    for (int n = 1; n <= 120; n++) {
      String lamp = n % 2 == 0 ? "The lamp\r\nis on." : "It is dark.";
      save("lamp", lamp + "\nDay " + n / 4 + "\n", "main", null);
    }
    save("lamp", "It is dark.\nThe end\n", "main", null);
    save("lamp", "It is dark.\nThe very end\n", "main", null);
    Answer page = site.get("/scripts/lamp?passage=lamp%0D%0Ais");
    assertThat(rows(page)).hasSize(50).startsWith(121, 120).doesNotContain(122);
    assertThat(page.textField()).isEqualTo("lamp\nis");
    assertThat(page.html()).contains("href=\"/scripts/lamp/phrase-history?q=lamp%0Ais\"");
    String older = page.all("href=\"([^\"]*)\" rel=\"next\"").get(0).replace("&amp;", "&");
    assertThat(older).contains("passage=lamp%0Ais", "before=72");
    assertThat(rows(site.get(older))).hasSize(50).startsWith(71).endsWith(22);
    assertThat(rows(site.get("/scripts/lamp?passage=The+end&q=why&branch=main")))
        .containsExactly(122, 121);
    assertThat(rows(site.get("/scripts/lamp?passage=The+end&author=Nobody"))).isEmpty();
    assertThat(rows(site.get("/scripts/lamp?passage=the++END"))).containsExactly(122, 121);
    assertThat(site.get("/scripts/lamp?passage=" + "x".repeat(10_001)).status()).isEqualTo(400);
  }

  @Test
  void aFilterThatNothingFitsSaysSo() {
    Answer page = site.get("/scripts/long?q=nothing+of+the+kind");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("No versions match this filter.", "Show all");
  }

  @Test
  void anAuthorWhoDoesNotExistFitsNothing() {
    assertThat(site.get("/scripts/long?author=Nobody").text()).contains("No versions match");
  }

  @Test
  void theWordsOfAllVersionsArePlotted() {
    assertThat(site.get("/scripts/long").html())
        .contains(">2 Jan 2022, 5 words<", ">5 words, 27 Sep 2024<")
        .contains("data-versions=\"1000\"")
        .containsPattern(
            "<path class=\"words\" transform=\"scale\\(.1\\)\" d=\"M[0-9]+ [0-9]+[hl]");
  }

  @Test
  void aVersionOfManyYearsAgoIsBesideTheHistoryWhereItIsSelected() {
    Answer page = site.get("/scripts/long?selected=500");
    assertThat(page.text()).contains("Version v500", "Restore v500", "Compare with current");
    assertThat(site.get("/scripts/long?branch=dark-end").text()).contains("AI", "score 85");
  }

  @Test
  void everyPartOfTheStripLeadsToAVersionAndTheSelectedOneIsMarked() {
    Answer page = site.get("/scripts/long?selected=500");
    List<String> links = page.all("href=\"/scripts/long\\?selected=(\\d+)\" data-version");
    assertThat(links).hasSize(50).contains("500").startsWith("10").endsWith("990");
    assertThat(page.all("data-version=\"(\\d+)\" aria-current=\"true\"")).containsExactly("500");
    site.versions().createScript("short", "A short story");
    for (int n = 1; n <= 7; n++) {
      save("short", "words ".repeat(n) + "\n", "main", null);
    }
    assertThat(site.get("/scripts/short").all("data-version=\"(\\d)\"[^>]* aria-label=\"Version"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7");
  }

  @Test
  void labelsAreFlagsOfTheStripAndBranchesItsLanes() {
    site.versions().createScript("flags", "Flags");
    save("flags", "One.\n", "main", null);
    site.branches().create("flags", "dark", 1);
    save("flags", "One, darkly.\n", "dark", null);
    save("flags", "One!\n", "main", null);
    site.post(
        "/scripts/flags/labels", new Form().with("name", "Read <aloud>").with("version", "2"));
    Answer page = site.get("/scripts/flags");
    assertThat(page.all("class=\"flag\" href=\"([^\"]*)\""))
        .containsExactly("/scripts/flags?selected=2");
    assertThat(page.html()).contains("<bdi>Read &lt;aloud&gt;</bdi>");
    assertThat(page.all("<path class=\"lane (lane-\\d+)\"")).containsExactly("lane-1");
  }

  @Test
  void twoVersionsArePickedByLinksAndStandInTheAddress() {
    Answer marked = site.get("/scripts/long?compare_from=990");
    assertThat(marked.text()).contains("From v990: choose another version", "Cancel");
    assertThat(marked.html()).contains("href=\"/scripts/long/compare/990...995\"");
    assertThat(marked.html()).contains("href=\"/scripts/long/compare/985...990\"");
    assertThat(marked.html()).contains("before=951&amp;compare_from=990");
    for (String pair : List.of("compare_from=990&selected=995", "compare_from=995&selected=990")) {
      Answer picked = site.get("/scripts/long?" + pair);
      assertThat(picked.text()).contains("v990 → v995", "Compare selected");
      assertThat(picked.all("class=\"version (from|to)")).containsExactly("to", "from");
      assertThat(picked.all("class=\"version within")).hasSize(4);
    }
    assertThat(site.get("/scripts/long?compare_from=2000").status()).isEqualTo(404);
    assertThat(site.get("/scripts/long?compare_from=x").status()).isEqualTo(400);
  }

  @Test
  void savesOfOneAuthorWithinMinutesAreFoldedAndStayInThePage() {
    site.versions().createScript("quick", "Quick");
    for (int n = 1; n <= 14; n++) {
      Author author = Author.named(n < 10 ? "Writer " + n : "AI writer");
      site.versions()
          .save(
              NewVersion.builder("quick", ScriptText.of("Take " + n + "\n"), author, "Take " + n)
                  .createdAt(START.plusSeconds(n * 60L))
                  .build());
    }
    Answer page = site.get("/scripts/quick");
    assertThat(page.text()).contains("4 versions by AI writer, v10 to v13");
    assertThat(rows(page)).hasSize(14).startsWith(14, 13, 12, 11, 10, 9);
    assertThat(site.get("/scripts/quick?selected=12").text())
        .contains("2 versions by AI writer, v10 and v11")
        .doesNotContain("to v13");
    assertThat(site.get("/scripts/long").text()).doesNotContain("versions by");
  }

  @Test
  void aVersionWithoutNewWordsSaysWhatItDidInstead() {
    String hill = "The hill is steep, and nobody climbs it before noon in the summer.\n\n";
    String lake = "A lake lies behind it, deep and cold, and nobody swims there at all.\n\n";
    String road = "The road ends at the mill, where the miller waits for his first guest.\n\n";
    site.versions().createScript("moves", "Moves");
    save("moves", hill + lake + road, "main", null);
    save("moves", lake + road + hill, "main", null);
    save("moves", lake + road + hill, "main", null);
    save("moves", lake + road + hill.replace("steep, ", "steep,  "), "main", null);
    Answer page = site.get("/scripts/moves");
    assertThat(page.all("class=\"change\">([a-z ]+)<"))
        .containsExactly("spacing only", "same text", "moves only");
  }

  @Test
  void theGraphIsDrawnInEveryRowAndToldInWords() {
    site.versions().createScript("twig", "A twig");
    save("twig", "One.\n\nTwo.\n", "main", null);
    site.branches().create("twig", "dark", 1);
    site.branches().create("twig", "bright", 1);
    save("twig", "One.\n\nTwo, darkly.\n", "dark", null);
    save("twig", "One!\n\nTwo.\n", "main", null);
    save("twig", "One!\n\nTwo, darkly.\n", "main", 2);
    Answer page = site.get("/scripts/twig");
    assertThat(page.all("<svg class=\"lanes\"[^>]*>")).hasSize(4);
    assertThat(page.all("<circle class=\"(lane-[^\"]*)\""))
        .containsExactly("lane-0 merge", "lane-0", "lane-1", "lane-0");
    assertThat(page.text())
        .contains("merges v2")
        .contains("based on v3 and v2")
        .contains("based on v1")
        .contains("bright starts here");
    assertThat(site.get("/scripts/twig?author=Writer").all("class=\"lanes\"")).isEmpty();
  }

  @Test
  void aHistoryInOneLineHasNoGraph() {
    site.versions().createScript("line", "A line");
    save("line", "One.\n", "main", null);
    save("line", "Two.\n", "main", null);
    assertThat(site.get("/scripts/line").all("class=\"lanes\"")).isEmpty();
  }

  @Test
  void noDayStandsBetweenTwoOfTheSameDay() {
    site.versions().createScript("day", "A day");
    for (int n = 1; n <= 12; n++) {
      save("day", "Draft " + n + "\n", "main", null);
    }
    assertThat(site.get("/scripts/day").all("class=\"day (start|end|only-wide)\""))
        .containsExactly("start", "end");
    assertThat(site.get("/scripts/long").all("class=\"day (start|end|only-wide)\""))
        .containsExactly("start", "only-wide", "only-wide", "only-wide", "end");
  }

  private void save(String scriptId, String text, String branch, @Nullable Integer mergeParent) {
    site.versions()
        .save(
            NewVersion.builder(scriptId, ScriptText.of(text), Author.named("Writer"), "why")
                .branch(branch)
                .mergeParent(mergeParent)
                .build());
  }
}
