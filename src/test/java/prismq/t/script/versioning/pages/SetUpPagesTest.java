package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.LinkPurpose;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.Secret;

class SetUpPagesTest {
  @TempDir Path folder;

  private static Form account(String name, String email, String password) {
    return new Form().with("name", name).with("email", email).with("password", password);
  }

  private static Form admin() {
    return account("Script admin", "admin@example.org", Visitor.PASSWORD);
  }

  @Test
  void onALoneComputerEverythingIsOpenAndThePageSaysSo() {
    try (Site site = Site.open(folder)) {
      site.script("intro", "one\n");
      Answer page = site.get("/scripts/intro");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).contains("Only on this computer · Add people…").contains("Edit");
      assertThat(page.html()).doesNotContain("form_token", "Sign out");
      assertThat(site.get("/sign-in").header("Location")).isEqualTo("/");
      assertThat(site.get("/people").header("Location")).isEqualTo("/set-up");
      assertThat(site.get("/account").status()).isEqualTo(403);
    }
  }

  @Test
  void aServerBehindAProxyIsNoLoneComputer() {
    try (Site site = Site.openBehindProxy(folder)) {
      site.script("intro", "one\n");
      for (String path : List.of("/", "/scripts/intro", "/set-up", "/api/v1/scripts")) {
        assertThat(site.get(path).status()).as(path).isEqualTo(503);
      }
    }
  }

  @Test
  void theFirstAccountIsAnAdminAndTurnsTheSignInOnForEverybody() {
    try (Site site = Site.open(folder)) {
      site.script("intro", "one\n");
      assertThat(site.get("/set-up").text()).contains("From then on everybody has to sign in");
      Answer made = Visitor.of(site).post("/set-up", admin());
      assertThat(made.status()).isEqualTo(303);
      assertThat(made.header("Location")).isEqualTo("/people");
      Visitor admin = new Visitor(site, Visitor.cookie(made));
      assertThat(admin.get("/people").text()).contains("Script admin", "Invite somebody");
      assertThat(admin.get("/scripts/intro").text()).doesNotContain("Only on this computer");
      assertThat(site.get("/scripts/intro").status()).isEqualTo(303);
      assertThat(site.get("/api/v1/scripts").status()).isEqualTo(401);
      Answer late = Visitor.of(site).post("/set-up", admin());
      assertThat(late.status()).isEqualTo(401);
      assertThat(late.text()).contains("You are not signed in.", "Sign in");
    }
  }

  @Test
  void allErrorsAreToldAtOnceAndWhatWasTypedIsKeptButThePassword() {
    try (Site site = Site.open(folder)) {
      Answer answer =
          Visitor.of(site).post("/set-up", account("", "not an address", "passwordpassword"));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.text())
          .contains(
              "Please fix the fields below.",
              "Enter your name.",
              "Enter an e-mail address such as name@example.org",
              "This password is easy to guess");
      assertThat(answer.field("email")).isEqualTo("not an address");
      assertThat(answer.html()).doesNotContain("passwordpassword");
      assertThat(site.get("/").text()).contains("Only on this computer");
    }
  }

  @Test
  void aServerThatOthersReachShowsNothingButTheSetUpUntilThereIsAnAccount() {
    try (Site site = Site.openToOthers(folder, "scripts.example.org")) {
      site.script("intro", "one\n");
      for (String path :
          List.of("/", "/scripts/intro", "/sign-in", "/set-up", "/people", "/help")) {
        Answer answer = site.get(path);
        assertThat(answer.status()).as(path).isEqualTo(503);
        assertThat(answer.text())
            .contains("This server is not set up yet", "in what it printed at its start")
            .contains("Try again")
            .doesNotContain("intro", "Draft number", "Sign in");
      }
      assertThat(site.get("/api/v1/scripts/intro").status()).isEqualTo(503);
      assertThat(Visitor.of(site).post("/scripts", new Form().with("title", "T")).status())
          .isEqualTo(503);
      assertThat(site.get("/healthz").status()).isEqualTo(200);
      assertThat(site.get("/static/css/page.css").status()).isEqualTo(200);
      assertThat(site.versions().scriptCount()).isEqualTo(1);
    }
  }

  @Test
  void theLinkThatTheServerPrintsMakesOneAccount() {
    try (Site site = Site.openToOthers(folder, "scripts.example.org")) {
      Links links = new Links(site.database(), Clock.systemUTC());
      String older = LinkPurpose.SET_UP.path(links.setUp());
      String link = LinkPurpose.SET_UP.path(links.setUp());
      assertThat(site.get(older).status()).isEqualTo(410);
      assertThat(site.get(link).text()).contains("Make the first account");
      Visitor visitor = Visitor.of(site);
      assertThat(visitor.post(link, account("", "", "")).status()).isEqualTo(422);
      Answer made = visitor.post(link, admin());
      assertThat(made.header("Location")).isEqualTo("/people");
      assertThat(new Visitor(site, Visitor.cookie(made)).get("/people").status()).isEqualTo(200);
      Answer again = visitor.post(link, account("Other", "o@example.org", Visitor.PASSWORD));
      assertThat(again.status()).isEqualTo(410);
      assertThat(again.text()).contains("This link was used already, has expired");
      assertThat(site.get(LinkPurpose.SET_UP.path(Secret.random())).status()).isEqualTo(410);
      assertThat(site.get("/set-up/nonsense").status()).isEqualTo(410);
    }
  }
}
