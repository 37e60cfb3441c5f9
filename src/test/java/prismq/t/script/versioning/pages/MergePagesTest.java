package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Version;

/** The page that merges branches, and picks single changes. */
class MergePagesTest {
  private static final String MERGE = "/scripts/film/merge?from=dark&into=main";
  private static final String CLIMBS = "The keeper climbs.\r\n\r\n";
  private static final String LAMP = "The lamp goes out.\r\n";

  private Site site;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("film", CLIMBS + LAMP);
    site.branches().create("film", "dark", 1);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Version save(String branch, String text) {
    return site.versions()
        .save(
            NewVersion.builder("film", ScriptText.of(text), Author.named("Writer"), "A <b>why</b>")
                .branch(branch)
                .build());
  }

  private void saveConflict() {
    save("main", "The keeper runs.\r\n\r\n" + LAMP);
    save("dark", "The keeper falls.\r\n\r\nNight.\r\n");
  }

  private Answer confirm(Answer page, Map<String, String> typed) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String field : List.of("from", "version", "into", "merged_version", "base_version")) {
      all.put(field, page.field(field));
    }
    all.put("change_description", page.field("change_description"));
    all.put("author", "Script editor");
    all.putAll(typed);
    Form form = new Form();
    all.forEach(form::with);
    boolean isPick = !page.field("version").equals("0");
    return site.post("/scripts/film/" + (isPick ? "picks" : "merges"), form);
  }

  private static String passage(Answer page) {
    return page.all("name=\"choice-([^\"]*)\" value=\"ours\"").get(0);
  }

  private int latest() {
    return site.versions().script("film").latestVersion();
  }

  private String text(int version) {
    return new String(site.versions().content("film", version).bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void whatFitsTogetherIsMergedAtOnceAndShownAgainstBothHeads() {
    save("main", "The old keeper climbs.\r\n\r\n" + LAMP);
    save("dark", CLIMBS + "The lamp goes out for good.\r\n");
    Answer page = site.get(MERGE);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.heading()).isEqualTo("Merge dark into main");
    assertThat(page.text())
        .contains("No conflicts: everything can be merged")
        .contains("Changes to main, v2")
        .contains("Differences from dark, v3")
        .contains("A <b>why</b>");
    assertThat(page.inserted()).containsExactly("for good", "old");
    Answer saved = confirm(page, Map.of());
    assertThat(saved.status()).isEqualTo(303);
    assertThat(saved.header("Location")).endsWith("/scripts/film?selected=4&saved=4");
    assertThat(text(4)).isEqualTo("The old keeper climbs.\r\n\r\nThe lamp goes out for good.\r\n");
    assertThat(site.versions().version("film", 4).mergeParentVersion()).isEqualTo(3);
    assertThat(site.versions().version("film", 4).changeDescription())
        .isEqualTo("Merged dark into main");
  }

  @Test
  void aFastForwardIsSaidToBeOneAndRecorded() {
    save("dark", CLIMBS + "Night.\r\n");
    Answer page = site.get(MERGE);
    assertThat(page.text()).contains("takes the text of v");
    assertThat(confirm(page, Map.of()).status()).isEqualTo(303);
    assertThat(site.versions().version("film", 3).parentVersion()).isEqualTo(1);
    assertThat(site.versions().version("film", 3).mergeParentVersion()).isEqualTo(2);
  }

  @Test
  void aConflictIsShownInThreeTextsWithTheirWords() {
    saveConflict();
    Answer page = site.get(MERGE);
    assertThat(page.text())
        .contains("One passage was changed on both sides")
        .contains("On main, v2", "Common version", "On dark, v3");
    assertThat(page.deleted()).startsWith("climbs", "climbs");
    assertThat(page.inserted()).startsWith("runs", "falls");
  }

  @Test
  void nothingIsSavedBeforeEveryConflictIsSettled() {
    saveConflict();
    Answer page = site.get(MERGE);
    Answer refused = confirm(page, Map.of("change_description", "My own words"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Nothing was saved.").contains("Choose the text.");
    assertThat(refused.field("change_description")).isEqualTo("My own words");
    assertThat(latest()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "ours, The keeper runs.",
    "theirs, The keeper falls.",
    "both, The keeper runs.||The keeper falls.",
    "written, 'She runs,|and falls.'"
  })
  void eachAnswerToAConflictStandsInTheMergedText(String choice, String passage) {
    saveConflict();
    Answer page = site.get(MERGE);
    String id = passage(page);
    Answer saved =
        confirm(page, Map.of("choice-" + id, choice, "written-" + id, "She runs,\nand falls."));
    assertThat(saved.status()).as(saved.text()).isEqualTo(303);
    assertThat(text(4)).isEqualTo(passage.replace("|", "\r\n") + "\r\n\r\nNight.\r\n");
  }

  @Test
  void aPreviewShowsWhatTheAnswersComeToAndSavesNothing() {
    saveConflict();
    Answer page = site.get(MERGE);
    Answer preview =
        confirm(page, Map.of("action", "preview", "choice-" + passage(page), "theirs"));
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.html()).contains("value=\"theirs\" checked=\"checked\"");
    assertThat(preview.text()).contains("None: the text is the same.");
    assertThat(latest()).isEqualTo(3);
  }

  @Test
  void aHeadThatMovedIsSaidAndTheAnswersStay() {
    saveConflict();
    Answer page = site.get(MERGE);
    String id = passage(page);
    save("dark", "The keeper falls.\r\n\r\nMidnight.\r\n");
    Map<String, String> answers = Map.of("choice-" + id, "written", "written-" + id, "She flies.");
    Answer stale = confirm(page, answers);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text()).contains("Somebody saved meanwhile", "version 4 of dark");
    assertThat(stale.textField()).isEqualTo("She flies.");
    assertThat(latest()).isEqualTo(4);
    assertThat(confirm(stale, answers).status()).isEqualTo(303);
    assertThat(text(5)).isEqualTo("She flies.\r\n\r\nMidnight.\r\n");
  }

  @Test
  void whatWasWrittenForAPassageThatIsNotInQuestionAnyMoreIsNotLost() {
    saveConflict();
    Answer page = site.get(MERGE);
    String id = passage(page);
    save("dark", "The keeper flies.\r\n\r\nNight.\r\n");
    Answer stale =
        confirm(page, Map.of("choice-" + id, "written", "written-" + id, "<i>She</i> swims."));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text()).contains("Text you wrote for a passage that no longer needs a choice");
    assertThat(stale.html()).contains("&lt;i&gt;She&lt;/i&gt; swims.");
  }

  @Test
  void aMergeWithNothingToDoSaysSoAndOffersOtherBranches() {
    Answer page = site.get(MERGE);
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text()).contains("Nothing to do: all of “dark” is already in “main”.");
    assertThat(page.html()).contains("<select name=\"from\"");
    assertThat(page.all("name=\"merged_version\"")).isEmpty();
  }

  @Test
  void aBranchIsNotMergedIntoItselfNorIntoAnArchivedOne() {
    Answer itself = site.get("/scripts/film/merge?from=dark&into=dark");
    assertThat(itself.status()).isEqualTo(422);
    assertThat(itself.text()).contains("“dark” cannot be merged into itself");
    save("main", "Day.\r\n");
    site.branches().archive("film", "dark");
    Answer archived = site.get("/scripts/film/merge?from=main&into=dark");
    assertThat(archived.status()).isEqualTo(409);
    assertThat(archived.text()).contains("archived");
    assertThat(site.get("/scripts/film/merge?from=main&into=bright").status()).isEqualTo(404);
  }

  @Test
  void withoutBranchesThePageAsksForThem() {
    Answer page = site.get("/scripts/film/merge");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.heading()).isEqualTo("Merge a branch");
    assertThat(page.text()).contains("Choose a branch");
  }

  @Test
  void theChangeOfOneVersionIsPickedWithoutTheRest() {
    save("dark", CLIMBS + "Night.\r\n");
    save("dark", "The young keeper climbs.\r\n\r\nNight.\r\n");
    Answer page = site.get("/scripts/film/pick?version=3&into=main");
    assertThat(page.heading()).isEqualTo("Copy the change of v3 to a branch");
    assertThat(page.inserted()).containsExactly("young");
    Answer saved = confirm(page, Map.of());
    assertThat(saved.status()).as(saved.text()).isEqualTo(303);
    assertThat(text(4)).isEqualTo("The young keeper climbs.\r\n\r\n" + LAMP);
    assertThat(site.get("/scripts/film").text()).contains("copies v3");
    assertThat(site.get("/scripts/film/pick?version=3&into=main").status()).isEqualTo(409);
  }

  @Test
  void aFieldThatIsNoNumberIsRefused() {
    saveConflict();
    Answer page = site.get(MERGE);
    Answer refused = confirm(page, Map.of("base_version", "two"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("Nothing was saved");
  }
}
