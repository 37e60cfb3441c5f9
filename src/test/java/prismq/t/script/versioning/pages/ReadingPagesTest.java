package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.TextFormat;

class ReadingPagesTest {
  private static final String SCENE = "INT. ROOM - DAY #7#\n\nDAN\n(low)\nHi.\n";
  private static final String PAGE = "/scripts/scene/versions/2";

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void open() {
    site = Site.open(folder);
    site.script("scene", SCENE, SCENE + "\nEXT. SEA - NIGHT\n\nWaves.\n");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aScreenplayIsShownAsAPageWithItsScenes() {
    assertThat(site.get(PAGE).html())
        .contains("<p class=\"cue\" dir=\"auto\"><span data-to=\"15\">DAN</span></p>")
        .contains("<a href=\"#scene-2\">")
        .contains("± since v1")
        .contains("<span class=\"outcome\">new</span>")
        .doesNotContain("<pre class=\"text");
  }

  @Test
  void theSourceIsShownWhereItIsAskedFor() {
    Answer source = site.get(PAGE + "?view=source");
    assertThat(source.html()).contains("#7#").doesNotContain("class=\"cue\"");
    assertThat(source.header("Set-Cookie"))
        .startsWith("reading=source; Path=/;")
        .contains("Max-Age=31536000");
  }

  @Test
  void whatSomebodyChoseHoldsForOtherTextsToo() {
    assertThat(site.get(PAGE, "Cookie", "reading=source").html()).contains("#7#");
    assertThat(site.get(PAGE, "Cookie", "reading=page").html()).doesNotContain("#7#");
    assertThat(site.get(PAGE, "Cookie", "reading=opera").html()).doesNotContain("#7#");
    assertThat(site.get(PAGE + "?view=page", "Cookie", "reading=source").html())
        .doesNotContain("#7#");
  }

  @Test
  void aViewThatThereIsNotIsRefused() {
    assertThat(site.get(PAGE + "?view=opera").status()).isEqualTo(400);
  }

  @Test
  void aScreenplayIsBrokenIntoPagesWhereThatIsAskedFor() {
    site.script("long", SCENE + "\nHe waits.\n".repeat(60), "A");
    assertThat(site.get("/scripts/long/versions/1?breaks=show").html())
        .contains("<p class=\"folio\">3.</p>")
        .contains("Hide page breaks");
    assertThat(site.get("/scripts/long/versions/1").html()).doesNotContain("folio");
  }

  @Test
  void textWithoutMarkupHasOneView() {
    site.script("prose", "It was a dark night.\n", "It was a dark and cold night.\n");
    assertThat(site.get("/scripts/prose/versions/2").html())
        .contains("<pre class=\"text\"")
        .doesNotContain("view=page");
  }

  @Test
  void everyTextIsShownAsAPageWhateverItIsCalled() {
    List<String> odd =
        List.of("It was a dark night.\n", "/*\n[[", "INT. A #" + "1".repeat(300) + "#\n", "\uFEFF");
    for (int i = 0; i < odd.size(); i++) {
      site.script("odd" + i, odd.get(i), odd.get(i) + "!");
      site.versions().changeFormat("odd" + i, TextFormat.SCREENPLAY);
      assertThat(site.get("/scripts/odd" + i + "/versions/2").status()).isEqualTo(200);
    }
  }

  @Test
  void markdownIsComparedAsItIsReadAndLeadsToWhatCannotBeSeen() {
    site.script(
        "notes",
        "# Hook\n\nIt is here.\n\n[It](http://a)\n",
        "# Hook\n\nIt is there.\n\n[It](http://b)\n");
    assertThat(site.get("/scripts/notes/compare/1...2?view=page").html())
        .contains("class=\"laid-out markdown\"")
        .contains("there.</ins>")
        .contains("1 change cannot be seen on the page")
        .contains("<a href=\"/scripts/notes/compare/1...2\">Show as prose</a>");
  }

  @Test
  void pagesOfAComparisonAreNarrowedByTheirAddress() {
    String from = "INT. ROOM - DAY\n\nRain falls.\n\nANN\nI am here.\n";
    site.script("narrow", from, from.replace("Rain", "Snow").replace("am", "was"));
    String pages = "/scripts/narrow/compare/1...2?view=page";
    assertThat(site.get(pages).html())
        .contains("<a href=\"" + pages + "&amp;only=dialogue\"")
        .contains(pages + "&amp;character=ANN\"");
    assertThat(site.get(pages + "&only=dialogue").html())
        .contains("1 change in action is hidden.")
        .doesNotContain("falls.");
    assertThat(site.get(pages + "&only=opera").status()).isEqualTo(400);
  }
}
