package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;

/** Sign-in by what a reverse proxy says of somebody. */
class ProxyUserPagesTest {
  private static final String HEADER = "X-Forwarded-Email";

  @TempDir Path folder;

  @Test
  void whoeverTheProxyVouchesForIsSignedInWithEachRequest() {
    try (Site site = Site.openWithUsersOfProxy(folder, HEADER)) {
      Team team = Team.on(site);
      Account writer = team.add("writer", Role.EDITOR);
      Visitor visitor = Visitor.of(site);
      assertThat(visitor.get("/account").status()).isEqualTo(303);
      Answer account = visitor.get("/account", HEADER, "Writer@example.org");
      assertThat(account.text()).contains("The writer", "Your role is editor");
      assertThat(account.header("Set-Cookie")).isEmpty();
      assertThat(account.header("Cache-Control")).isEqualTo("no-store");
      // The proxy counts for more than whoever signed in to this browser before.
      Visitor admin = team.signedIn(Role.ADMIN);
      assertThat(admin.get("/account", HEADER, "writer@example.org").text()).contains("The writer");
      assertThat(admin.get("/people", HEADER, "writer@example.org").status()).isEqualTo(403);
      assertThat(admin.get("/account", HEADER, "admin@example.org").text()).contains("The admin");
      // Forms without an origin need the token of this person.
      String token = account.all("name=\"form_token\" value=\"([^\"]+)\"").get(0);
      Form form = new Form().with("script_id", "made").with("title", "Made").with("content", "x\n");
      assertThat(site.post("/scripts", form, HEADER, "writer@example.org").status()).isEqualTo(403);
      Form signed = new Form().with("session", "x").with("form_token", token);
      assertThat(site.post("/account/sessions/end", signed, HEADER, "writer@example.org").status())
          .isEqualTo(303);
      team.accounts().change(writer.id(), before -> before.disabled(true));
      assertThat(visitor.get("/account", HEADER, "writer@example.org").status()).isEqualTo(303);
    }
  }

  @Test
  void whoIsInvitedGetsAnAccountAndWhoIsNotIsToldSo() {
    try (Site site = Site.openWithUsersOfProxy(folder, HEADER)) {
      Team team = Team.on(site);
      team.links().invite(Role.COMMENTER, "new.one@example.org");
      Visitor visitor = Visitor.of(site);
      assertThat(visitor.get("/account", HEADER, "new.one@example.org").text())
          .contains("new.one", "Your role is commenter");
      assertThat(team.links().openInvitations()).isEmpty();
      assertThat(visitor.get("/", HEADER, "ghost@example.org").status()).isEqualTo(303);
      assertThat(visitor.get("/sign-in", HEADER, "ghost@example.org").text())
          .contains("You came here as ghost@example.org, for whom there is no account");
      assertThat(visitor.get("/sign-in", HEADER, "no address").status()).isEqualTo(200);
      assertThat(team.accounts().list()).hasSize(2);
    }
  }

  @Test
  void nobodyIsLedIntoAnAccountWhoseOwnerTypedTheirAddress() {
    try (Site site = Site.openWithUsersOfProxy(folder, HEADER)) {
      Team team = Team.on(site);
      team.add("thief", Role.EDITOR);
      team.links().invite(Role.ADMIN, "boss@example.org");
      Form form =
          new Form()
              .with("name", "The boss")
              .with("email", "boss@example.org")
              .with("email_password", Visitor.PASSWORD)
              .with("time_zone", "UTC");
      assertThat(team.signedIn("thief").post("/account", form).status()).isEqualTo(303);
      Visitor boss = Visitor.of(site);
      assertThat(boss.get("/account", HEADER, "boss@example.org").status()).isEqualTo(303);
      assertThat(boss.get("/sign-in", HEADER, "boss@example.org").text())
          .contains("You came here as boss@example.org");
    }
  }

  @Test
  void whoHasNoPasswordChangesTheirAddressWithoutOne() {
    try (Site site = Site.openWithUsersOfProxy(folder, HEADER)) {
      Team team = Team.on(site);
      team.links().invite(Role.VIEWER, "new.one@example.org");
      Visitor visitor = Visitor.of(site);
      Answer page = visitor.get("/account", HEADER, "new.one@example.org");
      assertThat(page.html()).doesNotContain("email_password");
      Form form =
          new Form()
              .with("name", "One")
              .with("email", "one@example.org")
              .with("time_zone", "UTC")
              .with("form_token", page.field("form_token"));
      assertThat(site.post("/account", form, HEADER, "new.one@example.org").status())
          .isEqualTo(303);
    }
  }

  @Test
  void nothingIsBelievedThatIsSaidTwice() {
    try (Site site = Site.openWithUsersOfProxy(folder, HEADER)) {
      Team.on(site);
      Visitor visitor = Visitor.of(site);
      String admin = "admin@example.org";
      assertThat(visitor.get("/account", HEADER, admin).status()).isEqualTo(200);
      assertThat(visitor.get("/account", HEADER, admin, HEADER, admin).status()).isEqualTo(303);
      assertThat(visitor.get("/account", HEADER, admin, HEADER, "x@example.org").status())
          .isEqualTo(303);
      assertThat(visitor.get("/account", HEADER, admin + ", x@example.org").status())
          .isEqualTo(303);
      assertThat(visitor.get("/account", HEADER, "").status()).isEqualTo(303);
    }
  }

  @Test
  void anybodyElseSaysItInVain() {
    try (Site site = Site.openWithUsersOfAnotherProxy(folder, HEADER)) {
      Team.on(site);
      String admin = "admin@example.org";
      assertThat(site.get("/account", HEADER, admin).status()).isEqualTo(303);
      // A chain of proxies says that it is one of ours.
      assertThat(
              site.get("/account", HEADER, admin, "X-Forwarded-For", "10.0.0.1, 10.0.0.2").status())
          .isEqualTo(303);
      assertThat(site.get("/api/v1/scripts", HEADER, admin, "Forwarded", "for=10.0.0.1").status())
          .isEqualTo(401);
    }
  }

  @Test
  void withoutTheOptionTheHeaderIsNothing() {
    try (Site site = Site.openBehindProxy(folder)) {
      Team.on(site);
      assertThat(site.get("/account", HEADER, "admin@example.org").status()).isEqualTo(303);
    }
  }
}
