package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
import prismq.t.script.versioning.history.Version;

/** Saving on a branch of its own from the editor, and bringing versions back on other branches. */
@TestInstance(Lifecycle.PER_CLASS)
class AlternatePagesTest {
  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder, 1_000);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static Form alternate(String text, String name, int base) {
    return Form.version(text, "Ada Writer", "Darker", base)
        .with("save_on", "alternate")
        .with("alternate", name);
  }

  private Answer save(String scriptId, Form form) {
    return site.post("/scripts/" + scriptId + "/versions", form);
  }

  private List<String> branches(String scriptId) {
    return site.versions().branches(scriptId).stream().map(Branch::name).toList();
  }

  /** What was typed is all there, and neither a version nor a branch was saved. */
  private void keptAndNotSaved(String scriptId, Answer page, String text) {
    assertThat(page.textField().replace("\r", "")).isEqualTo(text);
    assertThat(page.field("change_description")).isEqualTo("Darker");
    assertThat(page.html()).contains("value=\"alternate\" checked=\"checked\"");
    assertThat(branches(scriptId)).doesNotContain("other");
    assertThat(site.versions().script(scriptId).latestVersion()).isEqualTo(2);
  }

  @Test
  void aTextIsSavedOnABranchThatStartsAtTheVersionItWasWrittenOn() {
    site.script("intro", "one\n", "two\n");
    assertThat(site.get("/scripts/intro/edit").text()).contains("Save to main a new branch");
    Answer answer = save("intro", alternate("two, darker\n", "dark/end", 2));
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/scripts/intro?selected=3&saved=3");
    Version saved = site.versions().version("intro", 3);
    assertThat(saved.branch()).isEqualTo("dark/end");
    assertThat(saved.parentVersion()).isEqualTo(2);
    Branch branch = site.versions().branch("intro", "dark/end");
    assertThat(branch.originVersion()).isEqualTo(2);
    assertThat(branch.headVersion()).isEqualTo(3);
    assertThat(site.versions().branch("intro", "main").headVersion()).isEqualTo(2);
  }

  @Test
  void aTextThatWasFilledFromAnOlderVersionBranchesOffThere() {
    site.script("older", "one\n", "two\n");
    Form form =
        new Form()
            .with("content", "one, darker\n")
            .with("change_description", "Darker")
            .with("author", "Ada Writer")
            .with("base_version", "2")
            .with("filled_from", "1")
            .with("branch", "main")
            .with("save_on", "alternate")
            .with("alternate", "other");
    assertThat(save("older", form).status()).isEqualTo(303);
    assertThat(site.versions().version("older", 3).parentVersion()).isEqualTo(1);
    assertThat(site.versions().branch("older", "other").originVersion()).isEqualTo(1);
  }

  @Test
  void thePreviewOfAnAlternateComparesWithTheVersionItStartsAt() {
    site.script("looked", "one\n", "two\n");
    Form form =
        new Form()
            .with("content", "one more\n")
            .with("base_version", "2")
            .with("filled_from", "1")
            .with("branch", "main")
            .with("save_on", "alternate")
            .with("action", "preview");
    Answer page = save("looked", form);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.inserted()).containsExactly("more");
    assertThat(page.deleted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/", "two words", "<b>"})
  void aNameOutsideTheRulesIsToldAtItsFieldAndNothingTypedIsLost(String name) {
    String id = "rules-" + name.length();
    site.script(id, "one\n", "two\n");
    Answer page = save(id, alternate("two & more\n", name, 2));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html()).contains("id=\"name-error\"");
    assertThat(page.text()).contains("A branch name has no spaces", "Your text is still here");
    assertThat(page.field("alternate")).isEqualTo(name);
    keptAndNotSaved(id, page, "two & more\n");
  }

  @Test
  void aNameThatIsTakenIsToldAtItsFieldAndNothingTypedIsLost() {
    site.script("taken", "one\n", "two\n");
    Answer page = save("taken", alternate("two more\n", "main", 2));
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text()).contains("“taken” already has a branch “main”. Choose another name.");
    keptAndNotSaved("taken", page, "two more\n");
  }

  @Test
  void aRefusedSaveLeavesNoBranchBehind() {
    site.script("refused", "one\n", "two\n");
    Answer tooLarge = save("refused", alternate("word ".repeat(300), "other", 2));
    assertThat(tooLarge.status()).isEqualTo(413);
    Form nameless =
        Form.version("two more\n", "", "Darker", 2)
            .with("save_on", "alternate")
            .with("alternate", "other");
    Answer page = save("refused", nameless);
    assertThat(page.status()).isEqualTo(422);
    keptAndNotSaved("refused", page, "two more\n");
  }

  @Test
  void anAlternateIsTheOtherWayOutWhereSomebodySavedMeanwhile() {
    site.script("meanwhile", "one\n", "two\n", "three\n");
    Answer page = save("meanwhile", Form.version("two more\n", "Ada Writer", "Darker", 2));
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text()).contains("or save your text to a new branch");
    Form again =
        new Form()
            .with("content", page.textField())
            .with("change_description", page.field("change_description"))
            .with("author", page.field("author"))
            .with("base_version", page.field("base_version"))
            .with("filled_from", page.field("filled_from"))
            .with("branch", "main")
            .with("save_on", "alternate")
            .with("alternate", "other");
    assertThat(save("meanwhile", again).status()).isEqualTo(303);
    assertThat(site.versions().version("meanwhile", 4).parentVersion()).isEqualTo(2);
    assertThat(site.versions().content("meanwhile", 4).display()).isEqualTo("two more\n");
  }

  @Test
  void nothingIsSavedOnAnArchivedBranchAndTheTextIsKept() {
    site.script("archived", "one\n", "two\n");
    site.branches().create("archived", "dark", 1);
    site.branches().archive("archived", "dark");
    Answer editor = site.get("/scripts/archived/edit?branch=dark");
    assertThat(editor.text()).contains("“dark” is archived, so nothing can be saved to it until");
    assertThat(editor.html()).contains("value=\"alternate\" checked=\"checked\"");
    Form form =
        new Form()
            .with("content", "one more\n")
            .with("change_description", "Darker")
            .with("author", "Ada Writer")
            .with("base_version", "1")
            .with("filled_from", "1")
            .with("branch", "dark");
    Answer page = save("archived", form);
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text()).contains("Nothing was saved yet.", "The branch “dark” is archived.");
    assertThat(page.textField().replace("\r", "")).isEqualTo("one more\n");
    assertThat(site.versions().script("archived").latestVersion()).isEqualTo(2);
  }

  @Test
  void draftsAreKeptByTheNumberOfTheBranchWhateverItIsCalled() {
    site.script("drafts", "one\n");
    String place = "data-draft=\"/scripts/drafts 1\"";
    assertThat(site.get("/scripts/drafts/edit").html()).contains(place);
    site.branches().rename("drafts", "main", "broadcast", "");
    assertThat(site.get("/scripts/drafts/edit").html()).contains(place);
    assertThat(site.get("/scripts/drafts/edit?branch=main").html()).contains(place);
    assertThat(save("drafts", Form.version("two\n", "Ada", "Went on", 1)).status()).isEqualTo(303);
    assertThat(site.versions().version("drafts", 2).branch()).isEqualTo("broadcast");
  }

  @Test
  void aVersionIsBroughtBackOnTheBranchThatIsChosen() {
    site.script("back", "one\n", "two\n");
    site.branches().create("back", "dark", 1);
    Answer page = site.get("/scripts/back/rollback?to=2&branch=dark");
    assertThat(page.html()).contains("<option value=\"dark\" selected=\"selected\">");
    assertThat(page.text()).contains("adds a new version to dark", "Changes to version 1");
    Form form =
        new Form()
            .with("to_version", "2")
            .with("base_version", "1")
            .with("branch", "dark")
            .with("author", "Ada Writer")
            .with("change_description", "The second after all");
    assertThat(site.post("/scripts/back/rollbacks", form).status()).isEqualTo(303);
    Version saved = site.versions().version("back", 3);
    assertThat(saved.branch()).isEqualTo("dark");
    assertThat(saved.restoredFrom()).isEqualTo(2);
    assertThat(site.get("/scripts/back/versions/2").html())
        .contains("Restore on another branch", "/scripts/back/rollback?to=2&amp;branch=dark");
  }

  @Test
  void anotherBranchIsLookedAtBeforeTheRollbackAndNothingTypedIsLost() {
    site.script("look", "one\n", "two\n");
    site.branches().create("look", "dark", 1);
    site.save("look", ScriptText.of("three\n"));
    Form form =
        new Form()
            .with("to_version", "2")
            .with("base_version", "3")
            .with("author", "Typed <b>")
            .with("change_description", "Also typed")
            .with("action", "preview");
    Answer page = site.post("/scripts/look/rollbacks", form.with("branch", "dark"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.field("base_version")).isEqualTo("1");
    assertThat(page.field("author")).isEqualTo("Typed <b>");
    assertThat(page.field("change_description")).isEqualTo("Also typed");
    assertThat(page.deleted()).containsExactly("one");
    assertThat(site.versions().script("look").latestVersion()).isEqualTo(3);
  }

  @Test
  void whereABranchHasTheTextAlreadyAnotherCanBeChosenAndNothingTypedIsLost() {
    site.script("same", "one\n", "two\n");
    site.branches().create("same", "dark", 1);
    Form form = new Form().with("to_version", "1").with("branch", "dark").with("author", "Typed");
    Answer page = site.post("/scripts/same/rollbacks", form.with("action", "preview"));
    assertThat(page.text()).contains("Version 1 already has this text", "Update preview");
    assertThat(page.field("author")).isEqualTo("Typed");
  }

  @Test
  void aVersionOfAnArchivedBranchIsBroughtBackOnTheFirst() {
    site.script("put-away", "one\n");
    site.branches().create("put-away", "dark", 1);
    Form dark = alternate("one, darker\n", "night", 1);
    assertThat(save("put-away", dark).status()).isEqualTo(303);
    site.branches().archive("put-away", "night");
    Answer page = site.get("/scripts/put-away/rollback?to=2");
    assertThat(page.text()).contains("“night” is archived, so this restores to “main”.");
    assertThat(page.html()).doesNotContain("<option value=\"night\"");
    Form form =
        new Form()
            .with("to_version", "2")
            .with("base_version", "2")
            .with("branch", "night")
            .with("author", "Ada Writer")
            .with("change_description", "Typed");
    Answer refused = site.post("/scripts/put-away/rollbacks", form);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("The branch “night” is archived. Nothing was saved.");
    assertThat(refused.field("change_description")).isEqualTo("Typed");
  }
}
