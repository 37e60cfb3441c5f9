package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;

class HelpPagesTest {
  @TempDir static Path folder;
  private static Site site;

  @BeforeAll
  static void start() {
    site = Site.open(folder);
    site.script("film", "One.\n", "Two.\n");
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void whoAsksForNothingIsShownWhatToDoFirst() {
    Answer page = site.get("/help");
    assertThat(page.title()).startsWith("Start");
    assertThat(page.text()).contains("Ten things that people do first");
  }

  @Test
  void somebodyFindsFromTheHelpAloneHowToMergeTwoBranches() {
    assertThat(site.get("/help").all("<a href=\"(/help/branches-and-merging)\"")).isNotEmpty();
    assertThat(site.get("/help?q=how+to+merge+two+alternates").all("<h2><a href=\"([^\"]*)\""))
        .contains("/help/branches-and-merging#merge-a-branch");
    assertThat(site.get("/help/branches-and-merging").text().replaceAll(" ([.,])", "$1"))
        .contains(
            "Open the script and choose Branches.",
            "choose Merge into main…",
            "select it there and press Change branches",
            "Press Update preview",
            "press Merge into main");
  }

  @Test
  void theButtonsThatAMergeIsDescribedWithAreOnThePages() {
    site.script("alternates", "One.\n", "Two.\n");
    site.branches().create("alternates", "dark", 1);
    site.versions()
        .save(
            NewVersion.builder("alternates", ScriptText.of("Dark.\n"), Site.WRITER, "Darker")
                .branch("dark")
                .build());
    assertThat(site.get("/scripts/alternates/branches").text()).contains("Merge into main…");
    Answer asked = site.get("/scripts/alternates/merge?from=dark&into=main");
    assertThat(asked.text()).contains("Common version", "Update preview", "Merge into main");
    assertThat(site.get("/scripts/alternates/merge").text()).contains("Preview");
  }

  @Test
  void everyPageLeadsToTheHelpThatExplainsIt() {
    String link = "<a href=\"(/help[^\"]*)\">Help</a>";
    assertThat(site.get("/").all(link)).containsExactly("/help");
    assertThat(site.get("/scripts/film/merge").all(link))
        .containsExactly("/help/branches-and-merging#merge-a-branch");
    assertThat(site.get("/scripts/film/compare/1...2").all(link))
        .containsExactly("/help/write-and-compare#compare-two-versions");
  }

  @Test
  void whereNothingIsFoundThePageSaysWhatToDo() {
    Answer page = site.get("/help?q=zebra+crossing");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("No results. Try fewer or other words, or choose a page");
  }

  @Test
  void whatIsSearchedForIsShownAsText() {
    Answer page = site.get("/help?q=%3Cscript%3Ealert(1)%3C/script%3E");
    assertThat(page.html()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
  }

  @Test
  void aPageThatIsNotThereLeadsToTheList() {
    Answer page = site.get("/help/nothing");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("There is no help page called “nothing”.");
    assertThat(page.html()).contains("href=\"/help\"", "See all help pages");
  }

  @Test
  void theFormerAddressOfTheApiLeadsToItsHelp() {
    Answer answer = site.get("/api");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo("/help/api");
  }

  @Test
  void aSearchLongerThanItsFieldIsRefusedWithoutRepeatingIt() {
    Answer answer = site.get("/help?q=" + "merge".repeat(41));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.html()).contains("at most 200 characters").doesNotContain("mergemerge");
  }
}
