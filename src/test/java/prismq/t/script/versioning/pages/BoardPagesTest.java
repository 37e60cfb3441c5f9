package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;

/** The page that shows several alternates beside each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardPagesTest {
  private static final String OPENING = "It is night, and the wheel turns in the dark.\n\n";
  private static final String STAIRS = "The keeper climbs the long stairs to the lamp.\n\n";
  private static final String VILLAGE = "In the village nobody sleeps, for the boats are out.\n\n";
  private static final String ENDING = "The lamp goes out at dawn.\n";

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("film", OPENING + STAIRS + VILLAGE + ENDING);
    branch("dark", OPENING + STAIRS.replace("long", "dark") + VILLAGE + "It is over.\n", 40);
    branch("bright", OPENING + STAIRS + VILLAGE + ENDING.replace("out", "on"), 90);
    branch("cut", STAIRS + VILLAGE + ENDING + "\nThe <b>end</b>.\n", 70);
    branch("same", OPENING + STAIRS + VILLAGE + ENDING, 50);
  }

  private void branch(String name, String text, int score) {
    site.branches().create("film", name, 1);
    site.versions()
        .save(
            NewVersion.builder("film", ScriptText.of(text), Author.named("Writer"), "The " + name)
                .branch(name)
                .metadata(Metadata.of(Map.of("review_score", score)))
                .build());
  }

  @AfterAll
  void close() {
    site.close();
  }

  private Answer board(String... branches) {
    return site.get("/scripts/film/board?branch=" + String.join("&branch=", branches));
  }

  @Test
  void eachAlternateStandsInItsColumnWithItsScoreAndWords() {
    Answer page = board("dark", "bright", "cut");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.heading()).isEqualTo("Branches side by side");
    assertThat(page.text())
        .contains("Common version: v1")
        .contains("The dark", "The bright", "The cut")
        .contains("score 40", "score 90", "score 70")
        .contains("+4 −7");
    assertThat(page.html()).contains("href=\"/scripts/film/compare/1...2\"");
  }

  @Test
  void whatAnAlternateChangedIsMarkedByWordAndWhatAllShareIsFolded() {
    Answer page = board("dark", "bright");
    assertThat(page.deleted()).containsSubsequence("long", "out");
    assertThat(page.inserted()).containsSubsequence("dark", "on");
    assertThat(page.text()).contains("1 paragraph unchanged in all");
    assertThat(page.all("<tr>\\s*<td")).hasSize(2);
  }

  @Test
  void aPlaceThatOneAlternateFilledIsEmptyInTheOthers() {
    Answer page = board("cut", "bright");
    assertThat(page.text()).contains("Not in this branch.");
    assertThat(page.html()).contains("The &lt;b&gt;end&lt;/b&gt;.");
  }

  @Test
  void equalAlternatesAreSaidToBeEqual() {
    assertThat(board("main", "same").text()).contains("All branches have the same text.");
  }

  @Test
  void fewerThanTwoOrMoreThanFourAreAskedForAgain() {
    assertThat(board("dark").text()).contains("Choose two to four branches");
    assertThat(board("dark", "dark").text()).contains("Choose two to four branches");
    Answer five = board("main", "dark", "bright", "cut", "same");
    assertThat(five.text()).contains("Choose two to four branches; more do not fit side by side");
    assertThat(five.html()).contains("value=\"cut\" checked=\"checked\"");
    assertThat(site.get("/scripts/film/board").status()).isEqualTo(200);
  }

  @Test
  void anUnknownBranchIsNotFound() {
    assertThat(board("dark", "blue").status()).isEqualTo(404);
  }

  @Test
  void aLongBoardGoesOnOnAnotherPageWithoutAGapOrARepeat() {
    StringBuilder text = new StringBuilder();
    for (int n = 1; n <= 3_000; n++) {
      text.append("Paragraph ").append(n).append(" says old things about the sea.\n\n");
    }
    site.script("long", text.toString());
    site.branches().create("long", "other", 1);
    site.branches().create("long", "third", 1);
    site.versions()
        .save(
            NewVersion.builder(
                    "long",
                    ScriptText.of(text.toString().replace("old", "new")),
                    Author.named("Writer"),
                    "why")
                .branch("other")
                .build());
    int rows = 0;
    String next = "/scripts/long/board?branch=third&branch=other";
    while (!next.isEmpty()) {
      Answer page = site.get(next);
      assertThat(page.html().length()).isLessThan(2_000_000);
      for (String number : page.all("Paragraph (\\d+) says <del>")) {
        rows++;
        assertThat(number).isEqualTo(Integer.toString(rows));
      }
      next =
          page.all("href=\"([^\"]*)\">Show more<").stream()
              .findFirst()
              .orElse("")
              .replace("&amp;", "&");
    }
    assertThat(rows).isEqualTo(3_000);
  }
}
