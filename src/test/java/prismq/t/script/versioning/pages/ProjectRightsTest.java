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

/** What groups and projects let people do with scripts. */
class ProjectRightsTest {
  private static final String INTRO = "/scripts/intro";

  private Site site;
  private Team team;
  private Account ann;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "one\n", "two\n");
    site.script("outro", "one\n");
    team = Team.on(site);
    ann = team.add("ann", Role.VIEWER);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Visitor visitor() {
    return team.signedIn("ann");
  }

  @Test
  void theBestOfTheRightsThatSomebodyIsNamedWithCounts() {
    team.give(ann, "intro", Right.READ);
    team.giveGroup("Writers", "intro", Right.WRITE, ann);
    team.giveGroup("Readers", "intro", Right.COMMENT, ann);
    assertThat(visitor().get(INTRO + "/edit").status()).isEqualTo(200);
  }

  @Test
  void aRightOnTheScriptCountsInPlaceOfTheOneOnItsProject() {
    Project season = team.project("Season", "intro", "outro");
    team.give(ann, season, Right.WRITE);
    assertThat(visitor().get(INTRO + "/edit").status()).isEqualTo(200);
    team.give(ann, "intro", Right.READ);
    assertThat(visitor().get(INTRO + "/edit").status()).isEqualTo(403);
    assertThat(visitor().get("/scripts/outro/edit").status()).isEqualTo(200);
  }

  @Test
  void aRestrictedProjectHidesItsScriptsFromAllWhoAreNotNamed() {
    Project season = team.project("Season", "intro", "outro");
    team.restrict(season);
    assertThat(visitor().get(INTRO).status()).isEqualTo(404);
    assertThat(visitor().get("/").text()).doesNotContain("intro", "Season");
    team.give(ann, "intro", Right.READ);
    assertThat(visitor().get(INTRO).status()).isEqualTo(200);
    assertThat(visitor().get("/").text()).doesNotContain("outro", "Season");
    team.giveGroup("Readers", season, Right.READ, ann);
    assertThat(visitor().get("/scripts/outro").status()).isEqualTo(200);
    assertThat(visitor().get("/").text()).contains("Season");
  }

  @Test
  void whoIsTakenOutOfAGroupLosesItsRightsAtOnce() {
    team.restrict("intro");
    team.giveGroup("Readers", "intro", Right.READ, ann);
    Visitor visitor = visitor();
    assertThat(visitor.get(INTRO).status()).isEqualTo(200);
    team.groups().take(team.groups().list().get(0).id(), ann.id());
    assertThat(visitor.get(INTRO).status()).isEqualTo(404);
  }

  @Test
  void aRestrictedProjectAnswersLikeOneThatIsNotThere() {
    Project season = team.project("Season");
    team.restrict(season);
    Answer foreign = visitor().get("/projects/" + season.id());
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.text()).isEqualTo(visitor().get("/projects/999").text());
  }

  @Test
  void aScriptIsMovedByWhoManagesItAndTheProject() {
    Project season = team.project("Season");
    team.give(ann, "intro", Right.MANAGE);
    Form form = new Form().with("project", Long.toString(season.id()));
    assertThat(visitor().post(INTRO + "/place", form).status()).isEqualTo(403);
    team.give(ann, season, Right.MANAGE);
    assertThat(visitor().post(INTRO + "/place", form).status()).isEqualTo(303);
    assertThat(visitor().get("/?project=" + season.id()).html())
        .contains("/scripts/intro")
        .doesNotContain("/scripts/outro");
  }

  @Test
  void aScriptOfAHiddenProjectLooksAsIfItWereInNone() {
    Project season = team.project("Season", "intro");
    team.restrict(season);
    team.give(ann, "intro", Right.MANAGE);
    assertThat(visitor().get(INTRO + "/place").text()).doesNotContain("Season");
    Form toNone = new Form().with("project", "");
    Form toSeason = new Form().with("project", Long.toString(season.id()));
    Form toMissing = new Form().with("project", "999");
    assertThat(visitor().post(INTRO + "/place", toNone).status()).isEqualTo(303);
    assertThat(team.signedIn(Role.ADMIN).get("/").text()).contains("Season");
    assertThat(visitor().post(INTRO + "/place", toSeason).text())
        .isEqualTo(visitor().post(INTRO + "/place", toMissing).text());
  }

  @Test
  void thePeopleOfAScriptAreThoseWhoReadItByItsProjectToo() {
    Project season = team.project("Season", "intro");
    team.add("zoe", Role.EDITOR);
    team.restrict(season);
    team.giveGroup("Readers", season, Right.READ, ann);
    for (String page : List.of(INTRO + "/people", "/projects/" + season.id())) {
      assertThat(team.signedIn(Role.ADMIN).get(page).text())
          .contains("Only these people may read it", "By a group or project: reads it")
          .doesNotContain("By their role");
    }
  }

  @Test
  void thePeopleOfAScriptSayThatItsProjectIsRestricted() {
    Project season = team.project("Season", "intro");
    Visitor admin = team.signedIn(Role.ADMIN);
    assertThat(admin.get(INTRO + "/people").text()).contains("Everybody with an account");
    team.restrict(season);
    assertThat(admin.get(INTRO + "/people").text())
        .contains("The project of this script is restricted.");
  }

  @Test
  void anEmptyProjectSaysHowScriptsGetIn() {
    Project season = team.project("Season");
    String list = "/?project=" + season.id();
    assertThat(visitor().get(list).text()).contains("There are no scripts here.");
    assertThat(team.signedIn(Role.ADMIN).get(list).text())
        .contains("There are no scripts in this project.", "choose Project and archive");
  }

  @Test
  void whoMayReadNoScriptYetIsNotAskedToWriteOne() {
    team.restrict(team.project("Season", "intro", "outro"));
    assertThat(visitor().get("/").text())
        .contains("Scripts that you may read will be listed here.")
        .doesNotContain("Paste or upload");
  }

  @Test
  void whoManagedAScriptByItsProjectLosesItWithThat() {
    Project season = team.project("Season", "intro");
    team.give(ann, season, Right.MANAGE);
    Answer moved = visitor().post(INTRO + "/place", new Form().with("project", ""));
    assertThat(moved.header("Location")).isEqualTo("/");
    assertThat(visitor().get(INTRO + "/place").status()).isEqualTo(403);
  }

  @Test
  void aProjectIsDeletedOnceNothingIsOfIt() {
    Project season = team.project("Season", "intro");
    Visitor admin = team.signedIn(Role.ADMIN);
    String delete = "/projects/" + season.id() + "/delete";
    assertThat(admin.post(delete, new Form()).text()).contains("There are scripts in this project");
    admin.post(INTRO + "/place", new Form().with("project", ""));
    assertThat(admin.post(delete, new Form()).status()).isEqualTo(303);
    assertThat(admin.get("/projects").text()).doesNotContain("Season");
  }

  @Test
  void aNameThatAGroupCannotHaveIsShownAgainWithIt() {
    team.group("Readers");
    long writers = team.group("Writers");
    Answer refused =
        team.signedIn(Role.ADMIN)
            .post(
                "/people/groups/rename",
                new Form().with("group", Long.toString(writers)).with("name", "readers"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Another group has this name.");
    assertThat(refused.html()).contains("value=\"readers\"");
  }

  @Test
  void anArchivedScriptIsReadButNotListed() {
    team.give(ann, "intro", Right.MANAGE);
    visitor().post(INTRO + "/archive", new Form());
    assertThat(visitor().get(INTRO).status()).isEqualTo(200);
    assertThat(visitor().get("/").html()).doesNotContain("/scripts/intro\"");
    assertThat(visitor().get("/?archived=true").html()).contains("/scripts/intro\"");
    assertThat(visitor().get("/scripts/none").text()).doesNotContain("intro");
  }

  @Test
  void whatOnePersonPinsStandsFirstForNobodyElse() {
    String chosen = "/?q=out&sort=title";
    Answer pinned = visitor().post("/scripts/outro/pin", new Form().with("list", chosen));
    assertThat(pinned.header("Location")).isEqualTo(chosen);
    assertThat(visitor().get("/").text()).contains("Pinned");
    assertThat(team.signedIn(Role.ADMIN).get("/").text()).doesNotContain("Pinned");
    Form abroad = new Form().with("list", "//evil.example");
    assertThat(visitor().post("/scripts/outro/unpin", abroad).header("Location")).isEqualTo("/");
    assertThat(visitor().get("/").text()).doesNotContain("Pinned");
  }
}
