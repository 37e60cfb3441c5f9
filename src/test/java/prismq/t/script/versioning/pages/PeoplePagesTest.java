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
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;

@TestInstance(Lifecycle.PER_CLASS)
class PeoplePagesTest {
  private Site site;
  private Team team;
  private Visitor admin;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "one\n", "two\n");
    team = Team.on(site);
    admin = team.signedIn(Role.ADMIN);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static Form account(String name, String email) {
    return new Form().with("name", name).with("email", email).with("password", Visitor.PASSWORD);
  }

  /** The path of the link that a page shows. */
  private String link(Answer page) {
    assertThat(page.status()).isEqualTo(200);
    List<String> links = page.all("readonly[^>]*value=\"" + site.url("") + "([^\"]+)\"");
    assertThat(links).hasSize(1);
    return links.get(0);
  }

  @Test
  void anInvitationMakesOneAccountWithItsRole() {
    String link = link(admin.post("/people/invitations", new Form().with("role", "viewer")));
    Visitor invited = Visitor.of(site);
    assertThat(invited.get(link).text()).contains("You were invited as viewer");
    Answer made = invited.post(link, account("Guest reader", "guest@example.org"));
    assertThat(made.header("Location")).isEqualTo("/");
    Visitor guest = new Visitor(site, Visitor.cookie(made));
    assertThat(guest.get("/scripts/intro").status()).isEqualTo(200);
    assertThat(guest.get("/new").status()).isEqualTo(403);
    assertThat(guest.get("/people").status()).isEqualTo(403);
    assertThat(invited.get(link).status()).isEqualTo(410);
    Answer again = invited.post(link, account("Other", "other@example.org"));
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.text()).contains("Ask for a new invitation");
    assertThat(admin.get("/people").text()).contains("Guest reader").doesNotContain("Not used yet");
  }

  @Test
  void anInvitationCanBeTakenBack() {
    String link = link(admin.post("/people/invitations", new Form().with("role", "editor")));
    List<String> open = admin.get("/people").all("name=\"invitation\" value=\"([^\"]+)\"");
    assertThat(open).hasSize(1);
    admin.post("/people/invitations/withdraw", new Form().with("invitation", open.get(0)));
    assertThat(site.get(link).status()).isEqualTo(410);
    assertThat(admin.get("/people").text()).doesNotContain("Not used yet");
  }

  @Test
  void anAddressHasOneAccountOnly() {
    String link = link(admin.post("/people/invitations", new Form().with("role", "editor")));
    Answer taken = Visitor.of(site).post(link, account("Second", "ADMIN@example.org"));
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.text()).contains("Somebody has an account with this e-mail address.");
    // The invitation was not used up.
    assertThat(site.get(link).status()).isEqualTo(200);
    admin.post(
        "/people/invitations/withdraw",
        new Form()
            .with(
                "invitation",
                admin.get("/people").all("name=\"invitation\" value=\"([^\"]+)\"").get(0)));
  }

  @Test
  void theOnlyAdminStaysOne() {
    Account self = team.accounts().find("admin@example.org").orElseThrow();
    Answer role = admin.post("/people/" + self.id() + "/role", new Form().with("role", "viewer"));
    assertThat(role.status()).isEqualTo(409);
    assertThat(role.text()).contains("The admin is the only admin.", "Make somebody else an admin");
    assertThat(admin.post("/people/" + self.id() + "/disable", new Form()).status()).isEqualTo(409);
    assertThat(admin.get("/people").status()).isEqualTo(200);
  }

  @Test
  void anAdminDisablesAndEnablesAndChangesRoles() {
    Account account = team.add("writer", Role.EDITOR);
    String path = "/people/" + account.id();
    Answer changed = admin.post(path + "/role", new Form().with("role", "commenter"));
    assertThat(admin.get(changed.header("Location")).text())
        .contains("The role of " + account.name() + " is now commenter.");
    assertThat(team.accounts().account(account.id()).role()).isEqualTo(Role.COMMENTER);
    assertThat(admin.post(path + "/role", new Form().with("role", "owner")).status())
        .isEqualTo(422);
    admin.post(path + "/disable", new Form());
    assertThat(admin.get("/people").text()).contains("The writer disabled");
    Visitor visitor = Visitor.of(site);
    assertThat(visitor.signIn("writer@example.org", Visitor.PASSWORD).status()).isEqualTo(422);
    admin.post(path + "/enable", new Form());
    assertThat(visitor.signIn("writer@example.org", Visitor.PASSWORD).status()).isEqualTo(303);
    assertThat(admin.post("/people/987654/disable", new Form()).status()).isEqualTo(404);
    assertThat(admin.post("/people/x'x/disable", new Form()).status()).isIn(400, 404);
  }

  @Test
  void aLinkSetsANewPasswordOnceAndSignsAllBrowsersOut() {
    Account account = team.add("forgetful", Role.EDITOR);
    Visitor before = team.signedIn("forgetful");
    String first = link(admin.post("/people/" + account.id() + "/reset", new Form()));
    String link = link(admin.post("/people/" + account.id() + "/reset", new Form()));
    Visitor visitor = Visitor.of(site);
    assertThat(visitor.get(first).status()).isEqualTo(410);
    assertThat(visitor.get(link).text()).contains("The forgetful", "Set a new password");
    Answer weak = visitor.post(link, new Form().with("password", "short"));
    assertThat(weak.status()).isEqualTo(422);
    assertThat(weak.text()).contains("The password has 5 characters; use at least 12.");
    String wanted = "nine slow barges upstream";
    assertThat(visitor.post(link, new Form().with("password", wanted)).status()).isEqualTo(303);
    assertThat(before.get("/").status()).isEqualTo(303);
    assertThat(visitor.signIn("forgetful@example.org", Visitor.PASSWORD).status()).isEqualTo(422);
    assertThat(visitor.signIn("forgetful@example.org", wanted).status()).isEqualTo(303);
    assertThat(visitor.post(link, new Form().with("password", wanted)).status()).isEqualTo(410);
  }

  @Test
  void everybodySeesTheirOwnNameOnAPageThatIsKeptForAll() {
    team.add("first", Role.VIEWER);
    team.add("second", Role.VIEWER);
    Visitor first = team.signedIn("first");
    Visitor second = team.signedIn("second");
    for (int i = 0; i < 2; i++) {
      assertThat(first.get("/scripts/intro").text())
          .contains("The first", "first@example.org", "Draft number 2")
          .doesNotContain("The second");
      assertThat(second.get("/scripts/intro").text())
          .contains("The second", "Draft number 2")
          .doesNotContain("The first", "first@");
      assertThat(admin.get("/scripts/intro").text()).contains("The admin").doesNotContain("first@");
    }
  }

  @Test
  void aPageComesCompressedWithTheNameInIt() throws Exception {
    Answer plain = admin.get("/scripts/intro");
    Answer gzipped = admin.get("/scripts/intro", "Accept-Encoding", "gzip");
    assertThat(gzipped.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(gzipped.unzipped()).isEqualTo(plain.html());
  }

  @Test
  void whoOnlyReadsIsNotOfferedToWrite() {
    team.add("reader", Role.VIEWER);
    Visitor reader = team.signedIn("reader");
    for (String path :
        List.of(
            "/",
            "/scripts/intro",
            "/scripts/intro?selected=1",
            "/scripts/intro/versions/1",
            "/scripts/intro/compare/1...2",
            "/scripts/intro/branches",
            "/scripts/intro/labels",
            "/search?q=one")) {
      Answer page = reader.get(path);
      assertThat(page.status()).as(path).isEqualTo(200);
      List<String> targets =
          page.all("(?:href|action)=\"([^\"#?]+)[^\"]*\"").stream()
              .filter(target -> target.startsWith("/"))
              .toList();
      assertThat(targets)
          .as(path)
          .noneMatch(
              target ->
                  target.matches(
                      "/(new|import|people)|.*/(edit|rollback|restore|merge|pick|format)"));
      // Readers pin scripts for themselves, and say what they have read.
      assertThat(page.all("<form[^>]*method=\"post\"[^>]*action=\"([^\"]+)\""))
          .as(path)
          .contains("/sign-out")
          .isSubsetOf(
              "/sign-out", "/", "/scripts/intro/versions/1/read", "/scripts/intro/versions/2/read");
    }
  }

  @Test
  void theAuthorOfAVersionIsWhoIsSignedIn() {
    team.add("author", Role.EDITOR);
    Visitor author = team.signedIn("author");
    site.script("signed", "one\n", "two\n");
    assertThat(author.get("/scripts/signed/edit").html()).doesNotContain("name=\"author\"");
    Answer saved =
        author.post("/scripts/signed/versions", Form.version("three\n", "Mallory", "Edited", 2));
    assertThat(saved.status()).isEqualTo(303);
    assertThat(saved.header("Set-Cookie")).isEmpty();
    assertThat(author.get("/scripts/signed/rollback?to=1").html())
        .doesNotContain("name=\"author\"");
    Form rollback =
        new Form()
            .with("to_version", "1")
            .with("base_version", "3")
            .with("branch", "main")
            .with("change_description", "Restored");
    assertThat(author.post("/scripts/signed/rollbacks", rollback).status()).isEqualTo(303);
    Form started =
        new Form().with("title", "Started").with("script_id", "started").with("content", "one\n");
    assertThat(author.post("/scripts", started).status()).isEqualTo(303);
    for (String version : List.of("signed/3", "signed/4", "started/1")) {
      String[] parts = version.split("/", -1);
      assertThat(site.versions().version(parts[0], Integer.parseInt(parts[1])).author().name())
          .as(version)
          .isEqualTo("The author");
    }
  }
}
