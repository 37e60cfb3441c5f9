package prismq.t.script.versioning.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.token.NewToken;
import prismq.t.script.versioning.token.TokenRight;

/** Who may do what with a single script, as people see it. */
class ScriptRightsPagesTest {
  private static final String PEOPLE = "/scripts/secret/people";

  private Site site;
  private Team team;
  private Account viewer;
  private Account editor;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "one\n", "two\n");
    site.script("secret", "one\n");
    team = Team.on(site);
    viewer = team.add(Role.VIEWER);
    editor = team.add(Role.EDITOR);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static Form right(Account account, Right right) {
    return named(account).with("right", right.word());
  }

  private static Form named(Account account) {
    return new Form().with("account", Long.toString(account.id()));
  }

  @Test
  void aRestrictedScriptIsInNoListAndNoCountOfOthers() {
    team.restrict("secret");
    Visitor reader = team.signedIn(Role.VIEWER);
    assertThat(reader.get("/").text()).contains("1 script").doesNotContain("secret");
    assertThat(reader.get("/api/v1/scripts").text())
        .contains("\"total\":1")
        .doesNotContain("secret");
    assertThat(reader.get("/feed.atom").html()).contains("intro").doesNotContain("secret");
    assertThat(reader.get("/scripts/none").text()).contains("The only script is intro.");
    Visitor admin = team.signedIn(Role.ADMIN);
    assertThat(admin.get("/").text()).contains("2 scripts", "Only for 0 people");
    assertThat(admin.get("/scripts/secret").text()).contains("Only for 0 people");
  }

  @Test
  void whoMakesAScriptSaysWhoReadsIt() {
    Visitor maker = team.signedIn(Role.EDITOR);
    Visitor reader = team.signedIn(Role.VIEWER);
    maker.post("/scripts", new Form().with("title", "Mine").with("script_id", "mine"));
    assertThat(maker.get("/scripts/mine").html()).contains("/scripts/mine/people");
    assertThat(maker.get("/scripts/intro").html()).doesNotContain("/people\"");
    String people = "/scripts/mine/people";
    assertThat(maker.get(people).text())
        .contains("Everybody with an account can read this script", "By their role, viewer");
    assertThat(reader.get("/scripts/mine").status()).isEqualTo(200);
    maker.post(people + "/restrict", new Form().with("restricted", "true"));
    assertThat(reader.get("/scripts/mine").status()).isEqualTo(404);
    maker.post(people, right(viewer, Right.READ));
    assertThat(reader.get("/scripts/mine").text()).contains("Only for 2 people");
    assertThat(maker.get(people).text()).contains("Named here: reads it");
    maker.post(people + "/remove", named(viewer));
    assertThat(reader.get("/scripts/mine").status()).isEqualTo(404);
    assertThat(reader.get("/").text()).doesNotContain("Mine");
    assertThat(team.signedIn(Role.ADMIN).get("/audit").text())
        .contains("Changed who works on a script", "restricted", "The viewer: read");
  }

  @Test
  void nobodyLosesAScriptWithoutBeingTold() {
    team.give(editor, "secret", Right.MANAGE);
    Visitor manager = team.signedIn(Role.EDITOR);
    Answer asked = manager.post(PEOPLE + "/remove", named(editor));
    assertThat(asked.status()).isEqualTo(409);
    assertThat(asked.text()).contains("You would lose the right to manage this", "Do it anyway");
    assertThat(manager.get(PEOPLE).status()).isEqualTo(200);
    assertThat(manager.post(PEOPLE, right(editor, Right.WRITE)).status()).isEqualTo(409);
    manager.post(PEOPLE + "/remove", named(editor).with("confirmed", "true"));
    assertThat(manager.get(PEOPLE).status()).isEqualTo(403);
    assertThat(manager.get("/scripts/secret").status()).isEqualTo(200);
  }

  @Test
  void formsThatNameNobodyOrNoRightAreShownAgain() {
    Visitor admin = team.signedIn(Role.ADMIN);
    Answer nobody = admin.post(PEOPLE, new Form().with("account", "77").with("right", "read"));
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.text()).contains("Choose a person or group from the list.");
    assertThat(admin.post(PEOPLE, named(viewer).with("right", "all")).text())
        .contains("Choose a right: read, comment, write or manage.");
  }

  @Test
  void programsOfWhoManagesItSayWhoReadsIt() {
    team.give(editor, "secret", Right.MANAGE);
    Visitor program = team.program(Role.EDITOR, TokenRight.WRITE);
    String api = "/api/v1/scripts/secret";
    Answer changed =
        program.json(
            "PATCH",
            api,
            """
            {"restricted": true, "rights": [{"email": "editor@example.org", "right": "manage"},
              {"email": "Viewer@example.org", "right": "comment"}]}
            """);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.text())
        .contains("\"restricted\":true", "\"viewer@example.org\",\"right\":\"comment\"");
    assertThat(team.signedIn(Role.VIEWER).get(api).text())
        .contains("\"script_id\":\"secret\"")
        .doesNotContain("restricted", "rights");
    String unknown = "{\"rights\": [{\"email\": \"no@example.org\", \"right\": \"read\"}]}";
    assertThat(program.json("PATCH", api, unknown).status()).isEqualTo(422);
    assertThat(program.json("PATCH", api, "{\"rights\": []}").status()).isEqualTo(409);
    assertThat(program.json("PATCH", "/api/v1/scripts/intro", "{\"restricted\": true}").status())
        .isEqualTo(403);
    assertThat(team.program(Role.EDITOR, TokenRight.READ).json("PATCH", api, unknown).status())
        .isEqualTo(403);
  }

  @Test
  void aTokenForSomeScriptsIsToldOfNoOther() {
    String text =
        team.tokens()
            .make(
                editor,
                new NewToken("One", TokenRight.WRITE_AS, List.of("intro"), List.of(), null));
    Visitor program = Visitor.by(site, text);
    assertThat(program.get("/api/v1/scripts").text())
        .contains("\"total\":1", "intro")
        .doesNotContain("secret");
    assertThat(program.get("/api/v1/scripts/secret").status()).isEqualTo(404);
    assertThat(program.get("/api/v1/changes").text()).doesNotContain("secret");
    assertThat(program.json("POST", "/api/v1/scripts", "{}").status()).isEqualTo(403);
    String version = "{\"content\": \"3\", \"author\": \"Bo\", \"change_description\": \"Third\"}";
    Answer saved = program.json("POST", "/api/v1/scripts/intro/versions", version);
    assertThat(saved.status()).as(saved.text()).isEqualTo(201);
    assertThat(saved.text()).contains("\"author\":\"Bo\"");
    team.restrict("intro");
    assertThat(program.get("/api/v1/scripts/intro").status()).isEqualTo(404);
  }

  @Test
  void whatIsOfferedIsWhatOneMayDoHere() {
    team.give(viewer, "intro", Right.WRITE);
    team.give(editor, "intro", Right.READ);
    Visitor widened = team.signedIn(Role.VIEWER);
    assertThat(widened.get("/").html())
        .contains("/scripts/intro/edit")
        .doesNotContain("/scripts/secret/edit", "href=\"/new\"");
    assertThat(widened.get("/scripts/intro").html()).contains("/scripts/intro/edit");
    assertThat(widened.post("/scripts/intro/versions", Form.version("three\n", "", "More", 2)))
        .returns(303, Answer::status);
    Visitor narrowed = team.signedIn(Role.EDITOR);
    assertThat(narrowed.get("/").html())
        .contains("/scripts/secret/edit", "href=\"/new\"")
        .doesNotContain("/scripts/intro/edit");
    assertThat(narrowed.get("/scripts/intro").html()).doesNotContain("/scripts/intro/edit");
  }

  @Test
  void whoWaitsForChangesIsToldOfNoneThatAreHiddenMeanwhile() throws Exception {
    Visitor reader = team.signedIn(Role.VIEWER);
    CompletableFuture<Answer> waiting = waiting(reader);
    team.restrict("secret");
    site.save("secret", ScriptText.of("hidden\n"));
    site.save("intro", ScriptText.of("open\n"));
    assertThat(waiting.get(60, TimeUnit.SECONDS).text())
        .contains("\"script_id\":\"intro\"")
        .doesNotContain("secret");
  }

  @Test
  void whoIsSignedOutWhileWaitingForChangesIsToldSo() throws Exception {
    CompletableFuture<Answer> waiting = waiting(team.signedIn(Role.VIEWER));
    team.signedIn(Role.VIEWER).post("/account/sessions/end-others", new Form());
    assertThat(waiting.get(60, TimeUnit.SECONDS).status()).isEqualTo(401);
  }

  private CompletableFuture<Answer> waiting(Visitor visitor) throws InterruptedException {
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(() -> visitor.get("/api/v1/changes?after=latest&wait=50"));
    while (site.waitingRequests() == 0) {
      Thread.onSpinWait();
    }
    return answer;
  }

  @Test
  void anImportTellsNothingOfAHiddenScript() throws Exception {
    team.restrict("secret");
    team.give(editor, "intro", Right.READ);
    Visitor importer = team.signedIn(Role.EDITOR);
    assertThat(preview(importer, "secret")).contains("The id “secret” cannot be used.");
    assertThat(preview(importer, "intro")).contains("Your account may not change “intro”.");
    assertThat(preview(importer, "third")).doesNotContain("cannot be used", "may not change");
    assertThat(site.versions().script("secret").latestVersion()).isEqualTo(1);
  }

  /** What is shown of a draft that would go to a script. */
  private static String preview(Visitor importer, String scriptId) throws InterruptedException {
    Form draft = new Form().upload("Draft.md", "Another text.\n".getBytes(UTF_8));
    String job = URI.create(importer.post("/import", draft).header("Location")).getPath();
    settled(importer, job);
    importer.post(job + "/preview", new Form().with("script_id", scriptId).with("title", "T"));
    return settled(importer, job).text();
  }

  private static Answer settled(Visitor importer, String job) throws InterruptedException {
    Answer page = importer.get(job);
    while (page.html().contains("id=\"how-far\"")) {
      TimeUnit.MILLISECONDS.sleep(20);
      page = importer.get(job);
    }
    return page;
  }

  @Test
  void anImportIsThereForWhoStartedItAndForAdmins() {
    team.add("second", Role.EDITOR);
    Form draft = new Form().upload("Draft.md", "Another text.\n".getBytes(UTF_8));
    Answer sent = team.signedIn(Role.EDITOR).post("/import", draft);
    String job = URI.create(sent.header("Location")).getPath();
    Visitor second = team.signedIn("second");
    assertThat(second.get(job).status()).isEqualTo(404);
    assertThat(second.get(job).html()).isEqualTo(second.get("/import/none").html());
    assertThat(second.post(job + "/cancel", new Form()).status()).isEqualTo(404);
    assertThat(team.signedIn(Role.ADMIN).get(job).status()).isEqualTo(200);
  }
}
