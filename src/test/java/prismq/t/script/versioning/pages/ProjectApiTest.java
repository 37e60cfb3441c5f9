package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.project.Project;
import prismq.t.script.versioning.token.NewToken;
import prismq.t.script.versioning.token.TokenRight;

/** What programs do with projects, the archive and groups, and what tokens of projects are for. */
class ProjectApiTest {
  private static final String INTRO = "/api/v1/scripts/intro";

  private Site site;
  private Team team;
  private Account bob;
  private Visitor program;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "one\n", "two\n");
    site.script("outro", "one\n");
    team = Team.on(site);
    bob = team.add("bob", Role.EDITOR);
    team.give(bob, "intro", Right.MANAGE);
    program = team.program(bob, TokenRight.WRITE);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Visitor programFor(String... projects) {
    NewToken made = new NewToken("Season", TokenRight.WRITE, List.of(), List.of(projects), null);
    return Visitor.by(site, team.tokens().make(bob, made));
  }

  @Test
  void aProgramMovesArchivesAndGivesGroupsRights() {
    team.give(bob, team.project("Season"), Right.MANAGE);
    team.group("Writers");
    Answer changed =
        program.json(
            "PATCH",
            INTRO,
            """
            {"project": "Season", "archived": true,
             "rights": [{"group": "Writers", "right": "write"},
                        {"email": "bob@example.org", "right": "manage"}]}
            """);
    assertThat(changed.status()).as(changed.html()).isEqualTo(200);
    assertThat(program.get(INTRO).html())
        .contains("\"project\":\"Season\"", "\"archived\":true")
        .contains("{\"group\":\"Writers\",\"right\":\"write\"}");
    assertThat(program.json("PATCH", INTRO, "{\"project\": null}").html())
        .contains("\"project\":null");
  }

  @Test
  void aChangeIsMadeWholeOrNotAtAll() {
    team.give(bob, team.project("Season"), Right.MANAGE);
    String before = program.get(INTRO).html();
    for (String body :
        List.of(
            "{\"archived\": true, \"format\": \"markdown\", \"project\": \"None\"}",
            "{\"archived\": true, \"project\": \"Season\", \"restricted\": true, \"rights\": []}",
            "{\"archived\": true, \"rights\": [{\"group\": \"None\", \"right\": \"read\"}]}")) {
      Answer refused = program.json("PATCH", INTRO, body);
      assertThat(refused.status()).as(body).isIn(409, 422);
      assertThat(program.get(INTRO).html()).as(body).isEqualTo(before);
    }
  }

  @Test
  void whoDoesNotManageAScriptIsNotToldWhoHasAnAccount() {
    for (String email : List.of("admin@example.org", "nobody@example.org")) {
      Answer refused =
          program.json(
              "PATCH",
              "/api/v1/scripts/outro",
              "{\"rights\": [{\"email\": \"" + email + "\", \"right\": \"read\"}]}");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text()).doesNotContain(email);
    }
  }

  @Test
  void aTokenForAProjectIsForTheScriptsThatAreInItNow() {
    team.project("Season", "intro");
    Visitor limited = programFor("Season");
    assertThat(limited.get("/api/v1/scripts").html()).contains("intro").doesNotContain("outro");
    assertThat(limited.get("/api/v1/scripts/outro").status()).isEqualTo(404);
    assertThat(limited.json("POST", "/api/v1/scripts", "{}").status()).isEqualTo(403);
    team.move("outro", "Season");
    assertThat(limited.get("/api/v1/scripts/outro").status()).isEqualTo(200);
  }

  @Test
  void aTokenNamesNoProjectThatIsHiddenFromItsOwnerByNow() {
    Project season = team.project("Season", "intro");
    Visitor limited = programFor("Season");
    assertThat(limited.get("/api/v1/me").html()).contains("\"projects\":[\"Season\"]");
    team.restrict(season);
    assertThat(limited.get("/api/v1/me").html())
        .contains("\"limited\":true", "\"projects\":[]")
        .doesNotContain("Season\"]");
    assertThat(limited.get(INTRO).html()).contains("\"project\":null");
    team.projects().rename(season.id(), "Merger");
    assertThat(team.signedIn("bob").get("/account/tokens").text())
        .contains("only projects that you can no longer see")
        .doesNotContain("Merger");
  }

  @Test
  void theAuditLogTellsWhatBecameOfProjectsAndGroups() {
    Visitor admin = team.signedIn(Role.ADMIN);
    admin.post("/projects", new Form().with("name", "Season"));
    admin.post("/projects/1/name", new Form().with("name", "Season 2"));
    admin.post("/projects/1/restrict", new Form().with("restricted", "true"));
    admin.post("/scripts/intro/place", new Form().with("project", "1"));
    admin.post("/scripts/intro/place", new Form().with("project", ""));
    admin.post("/scripts/intro/archive", new Form());
    admin.post("/scripts/intro/unarchive", new Form());
    admin.post("/projects/1/delete", new Form());
    admin.post("/people/groups", new Form().with("name", "Writers"));
    Form bobInWriters = new Form().with("group", "1").with("account", Long.toString(bob.id()));
    admin.post("/people/groups/add", bobInWriters);
    admin.post("/people/groups/remove", new Form().with("group", "1"));
    assertThat(admin.get("/audit").text())
        .contains("Made a project", "Renamed a project", "Changed who works on a project")
        .contains("Moved a script", "from Season 2 to no project")
        .contains("Archived a script", "Restored an archived script", "Deleted a project")
        .contains("Made a group", "Writers: with", "Deleted a group");
  }
}
