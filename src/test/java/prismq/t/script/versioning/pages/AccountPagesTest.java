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
import prismq.t.script.versioning.account.LinkPurpose;
import prismq.t.script.versioning.account.Role;

@TestInstance(Lifecycle.PER_CLASS)
class AccountPagesTest {
  private Site site;
  private Team team;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.openBehindProxy(folder);
    team = Team.on(site);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static Form profile(String name, String email, String zone) {
    return new Form().with("name", name).with("email", email).with("time_zone", zone);
  }

  private static Form moved(String name, String email, String zone) {
    return profile(name, email, zone).with("email_password", Visitor.PASSWORD);
  }

  @Test
  void whoFindsABrowserOpenDoesNotHaveLinksSentToThemselves() {
    Account account = team.add("careful", Role.EDITOR);
    Visitor visitor = team.signedIn("careful");
    String reset = LinkPurpose.RESET.path(team.links().reset(account));
    for (String password : List.of("", "not the password")) {
      Form form = profile("The careful", "thief@example.org", "UTC");
      Answer refused = visitor.post("/account", form.with("email_password", password));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text()).contains("This is not your password.");
      assertThat(refused.field("email")).isEqualTo("thief@example.org");
    }
    assertThat(team.accounts().find("thief@example.org")).isEmpty();
    assertThat(visitor.get(reset).status()).isEqualTo(200);
    visitor.post("/account", moved("The careful", "moved@example.org", "UTC"));
    assertThat(team.accounts().find("moved@example.org")).isPresent();
    // Whoever reads the mails of the address before no longer gets in by them.
    assertThat(visitor.get(reset).status()).isEqualTo(410);
  }

  @Test
  void nobodyTakesANameThatLooksLikeAnothers() {
    team.add("copycat", Role.EDITOR);
    Visitor visitor = team.signedIn("copycat");
    for (String name : List.of("The \u0430dmin", "THE ADMIN", "The adm1n", "The\u3164 admin")) {
      Answer answer = visitor.post("/account", profile(name, "copycat@example.org", "UTC"));
      assertThat(answer.status()).as(name).isEqualTo(422);
      assertThat(answer.text()).contains("Somebody else has this name here.");
    }
  }

  @Test
  void nameAddressAndTimeZoneAreChanged() {
    team.add("changer", Role.VIEWER);
    Visitor visitor = team.signedIn("changer");
    Answer saved = visitor.post("/account", moved("New name", "new@example.org", "Asia/Tokyo"));
    assertThat(saved.status()).isEqualTo(303);
    Answer page = visitor.get(saved.header("Location"));
    assertThat(page.text()).contains("Saved.", "New name", "JST");
    assertThat(page.field("email")).isEqualTo("new@example.org");
    assertThat(Visitor.of(site).signIn("new@example.org", Visitor.PASSWORD).status())
        .isEqualTo(303);
  }

  @Test
  void whatCannotBeKeptIsToldBesideItsField() {
    team.add("careless", Role.VIEWER);
    Visitor visitor = team.signedIn("careless");
    Answer answer = visitor.post("/account", profile(" ", "a@b@c", "Middle/Earth"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text())
        .contains("Enter your name.", "Enter an e-mail address such as", "Choose a time zone");
    Answer taken = visitor.post("/account", moved("Name", "admin@example.org", "UTC"));
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.text()).contains("Somebody has an account with this e-mail address.");
    assertThat(visitor.get("/account").text()).contains("The careless");
  }

  @Test
  void aNewPasswordSignsTheOtherBrowsersOut() {
    team.add("mover", Role.EDITOR);
    Visitor here = team.signedIn("mover");
    Visitor there = team.signedIn("mover");
    String wanted = "nine slow barges upstream";
    Answer wrong =
        here.post(
            "/account/password",
            new Form().with("current_password", "not it at all").with("password", wanted));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("This is not your password.");
    Answer both =
        here.post(
            "/account/password",
            new Form().with("current_password", "not it").with("password", "The mover mover"));
    assertThat(both.text())
        .contains("This is not your password.", "This password is easy to guess");
    Answer weak =
        here.post(
            "/account/password",
            new Form()
                .with("current_password", Visitor.PASSWORD)
                .with("password", "The mover mover"));
    assertThat(weak.text()).contains("This password is easy to guess");
    Answer changed =
        here.post(
            "/account/password",
            new Form().with("current_password", Visitor.PASSWORD).with("password", wanted));
    assertThat(changed.status()).isEqualTo(303);
    assertThat(here.get("/account?done=password").text()).contains("Your password was changed.");
    assertThat(there.get("/account").status()).isEqualTo(303);
    assertThat(Visitor.of(site).signIn("mover@example.org", Visitor.PASSWORD).status())
        .isEqualTo(422);
  }

  @Test
  void oneSeesWhereOneIsSignedInAndSignsThatOut() {
    team.add("traveller", Role.EDITOR);
    Visitor here = team.signedIn("traveller");
    Answer phone =
        site.post(
            "/sign-in",
            new Form().with("email", "traveller@example.org").with("password", Visitor.PASSWORD),
            "Sec-Fetch-Site",
            "same-origin",
            "X-Forwarded-For",
            "10.9.8.7, 203.0.113.9",
            "User-Agent",
            "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0");
    Visitor there = new Visitor(site, Visitor.cookie(phone));
    Answer page = here.get("/account");
    assertThat(page.text()).contains("Firefox on Android", "203.0.113.9", "This browser");
    assertThat(page.text()).doesNotContain("10.9.8.7");
    List<String> others = page.all("name=\"session\" value=\"([^\"]+)\"");
    assertThat(others).hasSize(1);
    here.post("/account/sessions/end", new Form().with("session", others.get(0)));
    assertThat(there.get("/").status()).isEqualTo(303);
    assertThat(here.get("/account").status()).isEqualTo(200);
  }

  @Test
  void anAddressIsTheSameHoweverAProxyWritesIt() {
    team.add("roamer", Role.EDITOR);
    Visitor here = team.signedIn("roamer");
    for (String address : List.of("2001:db8:1:2::7", "2001:DB8:1:2:0::7", "::ffff:192.0.2.7")) {
      site.post(
          "/sign-in",
          new Form().with("email", "roamer@example.org").with("password", Visitor.PASSWORD),
          "Sec-Fetch-Site",
          "same-origin",
          "X-Forwarded-For",
          address);
    }
    assertThat(here.get("/account").text())
        .contains("2001:db8:1:2:0:0:0:7, since", "192.0.2.7, since")
        .doesNotContain("2001:db8:1:2::7", "2001:DB8", "ffff");
  }

  @Test
  void whatAProxySaysThatIsNotNamedCountsForNothing(@TempDir Path folder) {
    try (Site plain = Site.open(folder)) {
      Team.on(plain);
      Answer answer =
          plain.post(
              "/sign-in",
              new Form().with("email", "admin@example.org").with("password", Visitor.PASSWORD),
              "Sec-Fetch-Site",
              "same-origin",
              "X-Forwarded-For",
              "203.0.113.9",
              "X-Forwarded-Proto",
              "https");
      assertThat(answer.header("Set-Cookie")).startsWith("session=").doesNotContain("Secure");
      assertThat(answer.header("Strict-Transport-Security")).isEmpty();
      Visitor admin = new Visitor(plain, Visitor.cookie(answer));
      assertThat(admin.get("/account").text())
          .contains("127.0.0.1, since")
          .doesNotContain("203.0.113.9");
    }
  }

  @Test
  void nobodySignsTheBrowserOfAnotherOut() {
    team.add("victim", Role.EDITOR);
    team.add("attacker", Role.EDITOR);
    Visitor victim = team.signedIn("victim");
    team.signedIn("victim");
    String session = victim.get("/account").all("name=\"session\" value=\"([^\"]+)\"").get(0);
    Visitor attacker = team.signedIn("attacker");
    attacker.post("/account/sessions/end", new Form().with("session", session));
    attacker.post("/account/sessions/end-others", new Form());
    assertThat(victim.get("/account").all("name=\"session\" value=\"([^\"]+)\""))
        .containsExactly(session);
  }
}
