package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;

/** Forms that are sent when somebody else saved before. */
@TestInstance(Lifecycle.PER_CLASS)
class RacePagesTest {
  private static final String BRIDGE = "The old bridge hums at night.\n\n";
  private static final String MILLER = "Nobody knows why but the miller.\n\n";
  private static final String WINTER = "In winter it keeps silent.\n\n";
  private static final String END = "Then the snow melts.\n";
  private static final String BASE = BRIDGE + MILLER + WINTER + END;
  private static final String RUSTY = BRIDGE.replace("old", "rusty");
  private static final String NEW = BRIDGE.replace("old", "new");
  private static final String SPRING = END.replace("snow", "ice");

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private void saveAs(String scriptId, String author, String text) {
    site.versions()
        .save(
            NewVersion.builder(scriptId, ScriptText.of(text), Author.named(author), "why").build());
  }

  private Answer save(String scriptId, String text, int base) {
    return site.post(
        "/scripts/" + scriptId + "/versions", Form.version(text, "Bob", "My change", base));
  }

  private Answer answered(String scriptId, Answer page, Map<String, String> answers) {
    Form form = new Form();
    for (String name :
        List.of(
            "content",
            "change_description",
            "author",
            "branch",
            "base_version",
            "filled_from",
            "seen_head")) {
      if (!answers.containsKey(name)) {
        form.with(name, name.equals("content") ? page.textField() : page.field(name));
      }
    }
    answers.forEach(form::with);
    return site.post("/scripts/" + scriptId + "/versions", form);
  }

  private static List<String> passages(Answer page) {
    return page.all("name=\"choice-([0-9a-z-]+)\"").stream().distinct().toList();
  }

  private String text(String scriptId, int version) {
    return new String(site.versions().content(scriptId, version).bytes(), StandardCharsets.UTF_8);
  }

  private int latest(String scriptId) {
    return site.versions().script(scriptId).latestVersion();
  }

  @Test
  void changesThatDoNotTouchAreMergedAndTheSavedPageSaysSo() {
    site.script("clean", BASE);
    saveAs("clean", "Ann", RUSTY + MILLER + WINTER + END);
    Answer saved = save("clean", BRIDGE + MILLER + WINTER + SPRING, 1);
    assertThat(saved.status()).isEqualTo(303);
    assertThat(text("clean", 3)).isEqualTo(RUSTY + MILLER + WINTER + SPRING);
    assertThat(site.get(saved.header("Location").replaceFirst("^https?://[^/]*", "")).text())
        .contains("Merged with version 2 by Ann.");
    assertThat(site.get("/scripts/clean/versions/3").text())
        .contains("Merged with version 2 by Ann.");
    assertThat(site.get("/scripts/clean?selected=2").text()).doesNotContain("Merged with");
    assertThat(site.versions().version("clean", 3).parentVersion()).isEqualTo(2);
  }

  @Test
  void whatSeveralSavedMeanwhileIsMergedAndAllAreNamed() {
    site.script("several", BASE);
    saveAs("several", "Ann", RUSTY + MILLER + WINTER + END);
    saveAs("several", "Cy", RUSTY + MILLER.replace("miller", "baker") + WINTER + END);
    assertThat(save("several", BRIDGE + MILLER + WINTER + SPRING, 1).status()).isEqualTo(303);
    assertThat(text("several", 4))
        .isEqualTo(RUSTY + MILLER.replace("miller", "baker") + WINTER + SPRING);
    assertThat(site.get("/scripts/several?selected=4").text())
        .contains("Merged with versions 2 and 3 by Ann and Cy.");
  }

  @Test
  void wordsOfOneParagraphThatDoNotTouchAreMergedToo() {
    site.script("words", BASE);
    saveAs("words", "Ann", RUSTY + MILLER + WINTER + END);
    save("words", BRIDGE.replace("night", "dawn") + MILLER + WINTER + END, 1);
    assertThat(text("words", 3)).isEqualTo(RUSTY.replace("night", "dawn") + MILLER + WINTER + END);
  }

  @Test
  void whatBothChangedIsAskedAboutInThreeTextsAndNothingIsSaved() {
    site.script("touching", BASE);
    saveAs("touching", "Ann", RUSTY + MILLER + WINTER + END);
    Answer page = save("touching", NEW + MILLER + WINTER + SPRING, 1);
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text())
        .contains("Version 2 was saved meanwhile.", "Ann saved v2", "Your text is still here.")
        .contains("The old bridge hums at night.");
    assertThat(page.textField()).isEqualToNormalizingNewlines(NEW + MILLER + WINTER + SPRING);
    assertThat(latest("touching")).isEqualTo(2);
    Answer unanswered = answered("touching", page, Map.of());
    assertThat(unanswered.status()).isEqualTo(422);
    assertThat(unanswered.text()).contains("Choose the text.");
    String id = passages(page).get(0);
    assertThat(answered("touching", page, Map.of("choice-" + id, "theirs")).status())
        .isEqualTo(303);
    assertThat(text("touching", 3)).isEqualTo(NEW + MILLER + WINTER + SPRING);
  }

  @Test
  void savingAgainAndAgainNeverUndoesTheColleague() {
    site.script("again", BASE);
    saveAs("again", "Ann", RUSTY + MILLER + WINTER + END);
    Answer page = save("again", NEW + MILLER + WINTER + SPRING, 1);
    for (int i = 0; i < 3; i++) {
      page = answered("again", page, Map.of());
      assertThat(page.status()).isEqualTo(422);
    }
    assertThat(latest("again")).isEqualTo(2);
  }

  @Test
  void anAnswerStaysWhereOthersSaveAgainMeanwhile() {
    site.script("twice", BASE);
    saveAs("twice", "Ann", RUSTY + MILLER + WINTER + END);
    Answer page = save("twice", NEW + MILLER + WINTER + SPRING, 1);
    String id = passages(page).get(0);
    Map<String, String> written =
        Map.of("choice-" + id, "written", "written-" + id, "A bridge <that> sings.");
    saveAs("twice", "Cy", RUSTY + MILLER + WINTER + END.replace("snow", "frost"));
    Answer again = answered("twice", page, written);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).contains("Version 3 was saved meanwhile, again.");
    assertThat(again.html()).contains("A bridge &lt;that&gt; sings.");
    assertThat(passages(again)).hasSize(2).contains(id);
    String second = passages(again).get(1);
    saveAs(
        "twice",
        "Ann",
        RUSTY + MILLER.replace("why", "when") + WINTER + END.replace("snow", "frost"));
    assertThat(
            answered(
                    "twice",
                    again,
                    Map.of(
                        "choice-" + id,
                        "written",
                        "written-" + id,
                        "A bridge <that> sings.",
                        "choice-" + second,
                        "ours"))
                .status())
        .isEqualTo(303);
    assertThat(text("twice", 5))
        .isEqualTo(
            "A bridge <that> sings.\n\n"
                + MILLER.replace("why", "when")
                + WINTER
                + END.replace("snow", "frost"));
  }

  @Test
  void whatWasWrittenForAPassageThatChangedAgainIsShownBeforeAnythingIsSaved() {
    site.script("stray", BASE);
    saveAs("stray", "Ann", RUSTY + MILLER + WINTER + END);
    Answer page = save("stray", NEW + MILLER + WINTER + END, 1);
    String id = passages(page).get(0);
    saveAs("stray", "Ann", BASE);
    Answer again =
        answered(
            "stray", page, Map.of("choice-" + id, "written", "written-" + id, "My own bridge."));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.html()).contains("My own bridge.");
    assertThat(latest("stray")).isEqualTo(3);
    assertThat(answered("stray", again, Map.of("kept", "My own bridge.")).status()).isEqualTo(303);
    assertThat(text("stray", 4)).isEqualTo(NEW + MILLER + WINTER + END);
  }

  @Test
  void whereAllOfItIsSavedAlreadyTheWriterIsToldSo() {
    site.script("same", BASE);
    saveAs("same", "Ann", RUSTY + MILLER + WINTER + SPRING);
    Answer page = save("same", RUSTY + MILLER + WINTER + END, 1);
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text()).contains("Version 2 already has this text");
    assertThat(latest("same")).isEqualTo(2);
    assertThat(answered("same", page, Map.of("agreed", "yes")).status()).isEqualTo(303);
  }

  @Test
  void aFileThatWasUploadedIsMergedAndComesAlongWithTheQuestions() {
    site.script("file", BASE);
    saveAs("file", "Ann", RUSTY + MILLER + WINTER + END);
    byte[] clean = (BRIDGE + MILLER + WINTER + SPRING).getBytes(StandardCharsets.UTF_8);
    Form form = Form.version("", "Bob", "Uploaded", 1).upload("draft.md", clean);
    assertThat(site.post("/scripts/file/versions", form).status()).isEqualTo(303);
    assertThat(text("file", 3)).isEqualTo(RUSTY + MILLER + WINTER + SPRING);
    byte[] touching = (NEW + MILLER + WINTER + END).getBytes(StandardCharsets.UTF_8);
    Form other = Form.version("", "Bob", "Uploaded", 1).upload("draft.md", touching);
    Answer page = site.post("/scripts/file/versions", other);
    assertThat(page.status()).isEqualTo(409);
    String id = passages(page).get(0);
    assertThat(
            answered(
                    "file",
                    page,
                    Map.of(
                        "file",
                        page.field("file"),
                        "file_name",
                        page.field("file_name"),
                        "choice-" + id,
                        "theirs"))
                .status())
        .isEqualTo(303);
    assertThat(text("file", 4)).isEqualTo(NEW + MILLER + WINTER + SPRING);
  }

  @Test
  void carriageReturnsStayAsTheyWere() {
    site.script("crlf", BASE.replace("\n", "\r\n"));
    saveAs("crlf", "Ann", (RUSTY + MILLER + WINTER + END).replace("\n", "\r\n"));
    assertThat(save("crlf", BRIDGE + MILLER + WINTER + SPRING, 1).status()).isEqualTo(303);
    assertThat(text("crlf", 3)).isEqualTo((RUSTY + MILLER + WINTER + SPRING).replace("\n", "\r\n"));
  }

  @Test
  void aTextThatStartsFromAnOlderVersionIsMergedByTheHeadThatWasSeen() {
    site.script("older", BASE, BRIDGE + MILLER + WINTER + "A new end.\n");
    saveAs("older", "Ann", RUSTY + MILLER + WINTER + "A new end.\n");
    Form form =
        new Form()
            .with("content", BASE)
            .with("change_description", "The old end")
            .with("author", "Bob")
            .with("base_version", "2")
            .with("filled_from", "1")
            .with("branch", "main");
    assertThat(site.post("/scripts/older/versions", form).status()).isEqualTo(303);
    assertThat(text("older", 4)).isEqualTo(RUSTY + MILLER + WINTER + END);
  }

  @Test
  void aRollbackKeepsWhatWasSavedMeanwhile() {
    site.script("rollback", BASE, BRIDGE + MILLER + WINTER + "A new end.\n");
    saveAs("rollback", "Ann", RUSTY + MILLER + WINTER + "A new end.\n");
    Form form =
        new Form()
            .with("to_version", "1")
            .with("branch", "main")
            .with("author", "Bob")
            .with("change_description", "The old end")
            .with("base_version", "2");
    assertThat(site.post("/scripts/rollback/rollbacks", form).status()).isEqualTo(303);
    assertThat(text("rollback", 4)).isEqualTo(RUSTY + MILLER + WINTER + END);
    assertThat(site.versions().version("rollback", 4).restoredFrom()).isNull();
  }

  @Test
  void goingBackToTheTextKeepsItAndWhatItWasWrittenOn() {
    site.script("edit", BASE);
    saveAs("edit", "Ann", RUSTY + MILLER + WINTER + END);
    Answer page = save("edit", NEW + MILLER + WINTER + END, 1);
    Answer form = answered("edit", page, Map.of("action", "edit"));
    assertThat(form.status()).isEqualTo(200);
    assertThat(form.textField()).isEqualToNormalizingNewlines(NEW + MILLER + WINTER + END);
    assertThat(form.field("base_version")).isEqualTo("1");
    assertThat(form.field("change_description")).isEqualTo("My change");
  }

  @Test
  void errorsInOtherFieldsKeepTheAnswers() {
    site.script("unsigned", BASE);
    saveAs("unsigned", "Ann", RUSTY + MILLER + WINTER + END);
    Answer page = save("unsigned", NEW + MILLER + WINTER + END, 1);
    String id = passages(page).get(0);
    Answer refused =
        answered(
            "unsigned",
            page,
            Map.of("author", "", "choice-" + id, "written", "written-" + id, "My own."));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.html()).contains("id=\"author-error\"", "My own.");
    assertThat(latest("unsigned")).isEqualTo(2);
  }
}
