package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.NewVersion;

@TestInstance(Lifecycle.PER_CLASS)
class BranchPagesTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'";

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private Answer page(String scriptId) {
    Answer page = site.get("/scripts/" + scriptId + "/branches");
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return page;
  }

  private Answer create(String scriptId, String name, String from, String description) {
    return site.post(
        "/scripts/" + scriptId + "/branches",
        new Form().with("name", name).with("from_version", from).with("description", description));
  }

  private Answer rename(String scriptId, String branch, String name, String description) {
    return site.post(
        "/scripts/" + scriptId + "/branches/rename",
        new Form().with("branch", branch).with("name", name).with("description", description));
  }

  private Answer sendName(String scriptId, String action, String branch) {
    return site.post(
        "/scripts/" + scriptId + "/branches/" + action, new Form().with("branch", branch));
  }

  private void saveOn(String scriptId, String branch, String text) {
    site.versions()
        .save(
            NewVersion.builder(scriptId, ScriptText.of(text), Site.WRITER, "On " + branch)
                .branch(branch)
                .build());
  }

  private static void leadsTo(Answer answer, String address) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith(address);
  }

  @Test
  void aScriptWithoutAlternatesSaysWhatTheyAreForAndHowToStartOne() {
    site.script("alone", "one\n");
    Answer page = page("alone");
    assertThat(page.text())
        .contains("There is only main so far", "another ending", "Create one below")
        .doesNotContain("Compare selected", "archived branch");
    assertThat(page.field("from_version")).isEqualTo("1");
    assertThat(site.get("/scripts/alone").html())
        .contains("<a href=\"/scripts/alone/branches\">Branches</a>");
  }

  @Test
  void aScriptWithoutVersionsLeadsToTheFirst() {
    site.script("empty");
    assertThat(page("empty").text()).contains("No versions yet", "Write version 1");
  }

  @Test
  void aBranchStartsAtTheVersionItIsAskedFor() {
    site.script("start", "one\n", "two\n");
    assertThat(site.get("/scripts/start/branches?from=1").field("from_version")).isEqualTo("1");
    leadsTo(
        create("start", "dark/end", "1", "What if she stays?"), "/scripts/start/branches#branch-2");
    Branch branch = site.versions().branch("start", "dark/end");
    assertThat(branch.originVersion()).isEqualTo(1);
    Answer page = page("start");
    assertThat(page.text())
        .contains("dark/end", "What if she stays?", "from v1", "Behind main 1 version");
    assertThat(page.html())
        .contains("/scripts/start?branch=dark%2Fend")
        .contains("/scripts/start/edit?branch=dark%2Fend");
    assertThat(site.get("/scripts/start").text()).contains("2 branches");
  }

  @Test
  void aCardSaysHowFarABranchIsAheadAndBehindInVersionsAndWords() {
    site.script("far", "One two three.\n");
    create("far", "dark", "1", "");
    saveOn("far", "dark", "One two three four five.\n");
    saveOn("far", "dark", "One two four five.\n");
    site.save("far", ScriptText.of("One two three.\n\nSeven new words stand here now, really.\n"));
    Answer page = page("far");
    assertThat(page.text())
        .contains("Ahead of main 2 versions, +2 −1 words")
        .contains("Behind main 1 version, +7 −0 words", "On dark");
    assertThat(page.html())
        .contains("href=\"/scripts/far/compare/4...3\"", "href=\"/scripts/far/compare/1...3\"")
        .contains("href=\"/scripts/far/merge?from=dark&amp;into=main\"")
        .contains("aria-label=\"Words by version: from 3 in version 1 to 4 in version 3.\"")
        .contains("action=\"/scripts/far/board\"");
    assertThat(site.get("/scripts/far/compare/4...3").text())
        .doesNotContain("reads as a way back")
        .contains("New branch from v3");
    assertThat(site.get("/scripts/far/compare?from=4&to=3").header("Location"))
        .endsWith("/scripts/far/compare/4...3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "ending!", "end\u00e9", HOSTILE})
  void aNameOutsideTheRulesIsShownAgainWithWhatWasTyped(String name) {
    if (site.versions().findScript("names").isEmpty()) {
      site.script("names", "one\n");
    }
    Answer page = create("names", name, "1", "Typed " + HOSTILE);
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text())
        .contains("Please fix the field below.", "No branch was created.")
        .contains("A branch name has no spaces");
    assertThat(page.html()).contains("value=\"Typed &lt;img src=x").doesNotContain("<img src=x");
    assertThat(site.versions().branches("names")).hasSize(1);
  }

  @Test
  void sixtyCharactersAreANameAndSixtyOneAreNone() {
    site.script("long", "one\n");
    assertThat(create("long", "n".repeat(61), "1", "").status()).isEqualTo(422);
    leadsTo(create("long", "n".repeat(60), "1", ""), "#branch-2");
    assertThat(page("long").text()).contains("n".repeat(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "0", "", "x", "-1", "1.5", "99999999999"})
  void aVersionThatDoesNotExistIsToldAtItsField(String from) {
    if (site.versions().findScript("origins").isEmpty()) {
      site.script("origins", "one\n");
    }
    Answer page = create("origins", "dark", from, "Typed");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html()).contains("id=\"from_version-error\"");
    assertThat(page.text()).containsAnyOf("has no version 9", "Enter the number of the version");
    assertThat(page.html()).contains("value=\"dark\"", "value=\"Typed\"");
    assertThat(page.field("from_version")).isEqualTo(from);
    assertThat(site.versions().branches("origins")).hasSize(1);
  }

  @Test
  void aNameThatABranchHasOrHadIsTaken() {
    site.script("taken", "one\n");
    create("taken", "dark", "1", "");
    Answer page = create("taken", "dark", "1", "Typed");
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text()).contains("“taken” already has a branch “dark”. Choose another name.");
    sendName("taken", "archive", "dark");
    assertThat(create("taken", "dark", "1", "").text()).contains("has an archived branch “dark”");
    rename("taken", "dark", "night", "");
    assertThat(create("taken", "dark", "1", "").text())
        .contains("“night” was called “dark” before");
    assertThat(site.versions().branches("taken")).hasSize(2);
  }

  @Test
  void aBranchIsRenamedAndLinksWithItsOldNameKeepLeadingToIt() {
    site.script("renamed", "one\n");
    create("renamed", "dark", "1", "");
    saveOn("renamed", "dark", "one, darker\n");
    leadsTo(rename("renamed", "dark", "night", "Darker"), "/scripts/renamed/branches#branch-2");
    assertThat(page("renamed").text()).contains("night", "Darker");
    Answer history = site.get("/scripts/renamed?branch=dark");
    assertThat(history.status()).isEqualTo(200);
    assertThat(history.html()).contains("<option value=\"night\" selected=\"selected\">");
    assertThat(site.get("/scripts/renamed/edit?branch=dark").text())
        .contains("Based on v2 (night)");
  }

  @Test
  void aNewNameOutsideTheRulesIsShownAgainInTheCardOfItsBranch() {
    site.script("again", "one\n");
    create("again", "dark", "1", "");
    Answer page = rename("again", "dark", "a b", "Typed " + HOSTILE);
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html())
        .contains("<details class=\"rename\" open=\"open\">", "id=\"name-error-2\"")
        .contains("value=\"a b\"", "value=\"Typed &lt;img")
        .doesNotContain("<img src=x");
    assertThat(page.text()).contains("Please fix the field below.", "Nothing was changed.");
    assertThat(rename("again", "dark", "main", "").status()).isEqualTo(409);
    assertThat(site.versions().branch("again", "dark").name()).isEqualTo("dark");
  }

  @Test
  void aBranchIsPutAwayAndBroughtBack() {
    site.script("away", "one\n");
    create("away", "dark", "1", "");
    leadsTo(sendName("away", "archive", "dark"), "/scripts/away/branches#archived");
    assertThat(page("away").text()).contains("1 archived branch", "Restore dark");
    assertThat(page("away").html()).doesNotContain("/scripts/away/edit?branch=dark");
    assertThat(site.get("/scripts/away").html()).doesNotContain("<option value=\"dark\"");
    assertThat(site.get("/scripts/away?branch=dark").html()).contains("<option value=\"dark\"");
    leadsTo(sendName("away", "unarchive", "dark"), "/scripts/away/branches#branch-2");
    assertThat(page("away").text()).doesNotContain("archived branch");
  }

  @Test
  void theFirstBranchIsRenamedAndNotArchived() {
    site.script("first", "one\n");
    create("first", "dark", "1", "");
    leadsTo(rename("first", "main", "broadcast", ""), "#branch-1");
    site.save("first", ScriptText.of("two\n"));
    assertThat(page("first").text()).contains("Behind broadcast 1 version");
    Answer refused = sendName("first", "archive", "broadcast");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("cannot be archived", "Nothing was saved");
  }

  @Test
  void anUnknownBranchOrScriptIsNotFound() {
    site.script("known", "one\n");
    for (String action : new String[] {"archive", "unarchive", "rename"}) {
      Answer page = sendName("known", action, "nope");
      assertThat(page.status()).as(action).isEqualTo(404);
      assertThat(page.text()).contains("has no branch “nope”; it has main.", "Nothing was saved");
    }
    assertThat(site.get("/scripts/nope/branches").status()).isEqualTo(404);
    assertThat(create("nope", "dark", "1", "").status()).isEqualTo(404);
    assertThat(site.get("/scripts/known/branches?from=x").status()).isEqualTo(400);
  }

  @Test
  void twelveBranchesStandOnThePageInTheOrderTheyWereStarted() {
    site.script("twelve", "one\n");
    for (int n = 2; n <= 12; n++) {
      create("twelve", "branch-" + n, "1", HOSTILE);
      saveOn("twelve", "branch-" + n, "one and " + n + "\n");
    }
    Answer page = page("twelve");
    assertThat(page.text()).contains("12 in use");
    assertThat(page.all("<li class=\"card (lane-\\d+)\""))
        .hasSize(12)
        .startsWith("lane-0", "lane-1")
        .doesNotHaveDuplicates();
    assertThat(page.html()).doesNotContain("<img src=x");
    assertThat(site.get("/scripts/twelve").html()).contains("class=\"branch lane-3\"");
    assertThat(site.get("/scripts/twelve/compare/1...2").html())
        .contains("class=\"label branch lane-0\"", "class=\"label branch lane-1\"");
  }

  @Test
  void aDamagedVersionDoesNotKeepThePageFromBeingShown() {
    site.script("damaged", "one\n");
    create("damaged", "dark", "1", "");
    saveOn("damaged", "dark", "Something else entirely: 4711 bees.\n");
    site.damage("damaged", 2);
    assertThat(page("damaged").text())
        .contains("Ahead of main 1 version, words not counted", "On dark");
    site.database()
        .write(
            handle ->
                handle.execute(
                    "DELETE FROM script_versions WHERE version_number = 2 AND script_id ="
                        + " (SELECT id FROM scripts WHERE script_id = 'damaged')"));
    assertThat(page("damaged").text()).contains("v2 cannot be read");
    assertThat(create("damaged", "other", "2", "Typed").status()).isEqualTo(500);
  }

  @Test
  void aVersionLeadsToABranchThatStartsThere() {
    site.script("lead", "one\n", "two\n");
    String link = "href=\"/scripts/lead/branches?from=1#new-branch\"";
    assertThat(site.get("/scripts/lead/versions/1").html()).contains(link);
    assertThat(site.get("/scripts/lead?selected=1").html()).contains(link);
    assertThat(site.get("/scripts/lead/compare/2...1").html()).contains(link);
  }
}
