package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
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
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;

@TestInstance(Lifecycle.PER_CLASS)
class SignInPagesTest {
  private Site site;
  private Team team;
  private Visitor visitor;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.openBehindProxy(folder);
    site.script("intro", "one\n", "two\n");
    team = Team.on(site);
    visitor = Visitor.of(site);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static Form signIn(String email, String password) {
    return new Form().with("email", email).with("password", password);
  }

  @Test
  void whoIsNotSignedInIsLedToTheSignInAndThenOn() {
    Answer refused = visitor.get("/scripts/intro?branch=main");
    assertThat(refused.status()).isEqualTo(303);
    assertThat(refused.header("Location"))
        .isEqualTo("/sign-in?next=%2Fscripts%2Fintro%3Fbranch%3Dmain");
    Answer page = visitor.get(refused.header("Location"));
    assertThat(page.field("next")).isEqualTo("/scripts/intro?branch=main");
    Answer in =
        visitor.post(
            "/sign-in",
            signIn("admin@example.org", Visitor.PASSWORD).with("next", page.field("next")));
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.header("Location")).isEqualTo("/scripts/intro?branch=main");
    Answer shown = new Visitor(site, Visitor.cookie(in)).get(in.header("Location"));
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.text()).contains("The admin", "Sign out", "Draft number 2");
  }

  @Test
  void whatIsThereAndWhatIsNotLooksAlikeToWhoIsNotSignedIn() {
    Answer there = visitor.get("/scripts/intro");
    Answer missing = visitor.get("/scripts/other");
    assertThat(missing.status()).isEqualTo(there.status());
    assertThat(missing.body()).isEqualTo(there.body());
    Answer call = visitor.get("/api/v1/scripts/intro");
    assertThat(call.status()).isEqualTo(401);
    assertThat(call.header("Content-Type")).startsWith("application/problem+json");
    assertThat(call.body()).isEqualTo(visitor.get("/api/v1/scripts/other").body());
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAreToldAlike() {
    Answer wrong = visitor.signIn("admin@example.org", "not the password at all");
    Answer unknown = visitor.signIn("ghost@example.org", "not the password at all");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("The e-mail address or the password is wrong.");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.html().replace("ghost@", "admin@")).isEqualTo(wrong.html());
    assertThat(wrong.header("Set-Cookie")).isEmpty();
  }

  @Test
  void aPasswordOfAsManyCharactersAsAreTakenSignsIn() {
    // Each is two of what Java counts as characters.
    String fish = "\uD83D\uDC1F\uD83D\uDC22\uD83E\uDD80\uD83D\uDC19\uD83E\uDD90".repeat(120);
    team.accounts().add(new NewAccount("Fish", "fish@example.org", fish), Role.VIEWER);
    assertThat(visitor.signIn("fish@example.org", fish).status()).isEqualTo(303);
  }

  @Test
  void filesOfWhoIsNotSignedInAreNotTaken() throws Exception {
    String answer =
        Raw.request(
            site.port(),
            "POST /import HTTP/1.1",
            "Host: 127.0.0.1:" + site.port(),
            "Sec-Fetch-Site: same-origin",
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Length: 1000000000");
    assertThat(answer).startsWith("HTTP/1.1 413");
    byte[] large = "word ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    Answer taken = team.signedIn(Role.ADMIN).post("/import", new Form().upload("large.md", large));
    assertThat(taken.status()).isEqualTo(303);
    assertThat(taken.header("Location")).startsWith("/import/");
  }

  @Test
  void nobodySendsMoreThanAFormForAPasswordHolds() {
    Answer answer = visitor.signIn("ann@example.org", "x".repeat(300_000));
    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void emptyFieldsAreToldBesideThem() {
    Answer answer = visitor.signIn("", "");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("Enter your e-mail address.", "Enter your password.");
  }

  @Test
  void theAddressIsTakenInAnyCase() {
    assertThat(visitor.signIn(" Admin@EXAMPLE.org ", Visitor.PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSites() {
    String plain = visitor.signIn("admin@example.org", Visitor.PASSWORD).header("Set-Cookie");
    assertThat(plain)
        .startsWith("session=")
        .contains("Path=/", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Secure", "Domain");
    Answer secure =
        site.post(
            "/sign-in",
            signIn("admin@example.org", Visitor.PASSWORD),
            "Sec-Fetch-Site",
            "same-origin",
            "X-Forwarded-Proto",
            "https");
    assertThat(secure.header("Set-Cookie"))
        .startsWith("__Host-session=")
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain");
    assertThat(secure.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    // One that came by TLS is no session without it.
    Visitor without = new Visitor(site, Visitor.cookie(secure).replace("__Host-", ""));
    assertThat(without.get("/").status()).isEqualTo(200);
    assertThat(new Visitor(site, Visitor.cookie(secure)).get("/").status()).isEqualTo(303);
  }

  @Test
  void eachSignInIsANewSessionAndEndsTheOneBefore() {
    Visitor before = team.signedIn(Role.ADMIN);
    Answer again = before.signIn("admin@example.org", Visitor.PASSWORD);
    assertThat(Visitor.cookie(again)).isNotEqualTo(before.cookie());
    assertThat(before.get("/").status()).isEqualTo(303);
    assertThat(new Visitor(site, Visitor.cookie(again)).get("/").status()).isEqualTo(200);
  }

  @Test
  void whoSignsOutIsOutWithTheVeryNextRequest() {
    Visitor admin = team.signedIn(Role.ADMIN);
    Answer out = admin.post("/sign-out", new Form());
    assertThat(out.header("Location")).isEqualTo("/sign-in");
    assertThat(out.header("Set-Cookie"))
        .startsWith("session=;")
        .contains("Expires=Thu, 01 Jan 1970");
    assertThat(admin.get("/").status()).isEqualTo(303);
    assertThat(admin.get("/sign-in").text()).contains("You were signed out.");
  }

  @Test
  void whoIsDisabledOrGetsAnotherRoleIsTreatedSoByTheVeryNextRequest() {
    Account account = team.add("mover", Role.EDITOR);
    Visitor mover = team.signedIn("mover");
    assertThat(mover.get("/new").status()).isEqualTo(200);
    team.accounts().change(account.id(), before -> before.withRole(Role.VIEWER));
    assertThat(mover.get("/new").status()).isEqualTo(403);
    assertThat(mover.get("/").status()).isEqualTo(200);
    team.accounts().change(account.id(), before -> before.disabled(true));
    assertThat(mover.get("/").status()).isEqualTo(303);
    assertThat(visitor.signIn("mover@example.org", Visitor.PASSWORD).status()).isEqualTo(422);
  }

  @Test
  void whatWasTypedIsShownWhereTheSessionEndedMeanwhile() {
    Visitor admin = team.signedIn(Role.ADMIN);
    Form form = Form.version("A long night of work\n", "", "Finished it", 2);
    admin.post("/sign-out", new Form());
    Answer answer = admin.post("/scripts/intro/versions", form);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text())
        .contains("Your session has ended.", "A long night of work", "Finished it", "Sign in");
    assertThat(site.versions().script("intro").latestVersion()).isEqualTo(2);
  }

  @Test
  void whatWasTypedIsShownWhereAnotherTabSignedOutMeanwhile() {
    Form form = Form.version("A long night of work\n", "", "Finished it", 2);
    Answer answer = visitor.post("/scripts/intro/versions", form);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text())
        .contains("You are not signed in.", "A long night of work", "Finished it", "Sign in");
    assertThat(site.versions().script("intro").latestVersion()).isEqualTo(2);
  }

  @Test
  void whatWasTypedIsShownWhereTheRightWasTakenMeanwhile() {
    Account account = team.add("demoted", Role.EDITOR);
    Visitor demoted = team.signedIn("demoted");
    team.accounts().change(account.id(), before -> before.withRole(Role.VIEWER));
    Form form = Form.version("Another long night\n", "", "Finished it", 2);
    Answer answer = demoted.post("/scripts/intro/versions", form);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text())
        .contains("may read this script, but not change it", "Another long night");
    assertThat(site.versions().script("intro").latestVersion()).isEqualTo(2);
  }

  @Test
  void aPartOfAPageThatIsAskedForLeadsTheWholePageToTheSignIn() {
    Answer answer = visitor.get("/scripts/intro?selected=1", "HX-Request", "true");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("HX-Redirect")).startsWith("/sign-in?next=");
  }

  @Test
  void theWayOnMayHaveLettersOfAnyScript() {
    Answer in =
        visitor.post(
            "/sign-in",
            signIn("admin@example.org", Visitor.PASSWORD).with("next", "/search?q=žár\u560A"));
    assertThat(in.header("Location")).isEqualTo("/search?q=%C5%BE%C3%A1r%E5%98%8A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "http:evil.example",
        "///evil.example",
        "evil.example",
        "/sign-in?next=/",
        "/%0d%0aSet-Cookie:x=y\r\nx",
        "http://127.0.0.1@evil.example/"
      })
  void nobodyIsLedToAnotherServer(String next) {
    Answer page = visitor.get("/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    assertThat(page.field("next")).isEqualTo("/");
    Answer in =
        visitor.post("/sign-in", signIn("admin@example.org", Visitor.PASSWORD).with("next", next));
    assertThat(in.header("Location")).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "session=",
        "session=x",
        "session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "session='; DROP TABLE sessions; --",
        "session=\"\"; session=none",
        "__Host-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void aCookieThatWasMadeUpIsNoSession(String cookie) {
    assertThat(new Visitor(site, cookie).get("/").status()).isEqualTo(303);
    assertThat(new Visitor(site, cookie).get("/api/v1/scripts").status()).isEqualTo(401);
  }

  @Test
  void aFormWithoutAnOriginNeedsTheTokenOfTheSession() {
    Visitor admin = team.signedIn(Role.ADMIN);
    Answer without =
        site.post("/account/sessions/end", new Form().with("session", "x"), admin.with());
    assertThat(without.status()).isEqualTo(403);
    assertThat(without.text()).contains("does not say which site this was sent from");
    for (String page : List.of("/account", "/new", "/scripts/intro", "/scripts/intro/branches")) {
      List<String> tokens =
          admin.get(page).all("name=\"form_token\" value=\"([^\"]+)\"").stream()
              .distinct()
              .toList();
      assertThat(tokens).as(page).singleElement().asString().hasSize(64);
      Form form = new Form().with("session", "x").with("form_token", tokens.get(0));
      assertThat(site.post("/account/sessions/end", form, admin.with()).status()).isEqualTo(303);
      Visitor other = team.signedIn(Role.ADMIN);
      assertThat(site.post("/account/sessions/end", form, other.with()).status()).isEqualTo(403);
    }
  }

  @Test
  void programsDoNotSaveByTheSessionOfABrowser() {
    Visitor admin = team.signedIn(Role.ADMIN);
    assertThat(admin.get("/api/v1/scripts").status()).isEqualTo(200);
    Answer answer =
        admin.json("POST", "/api/v1/scripts", "{\"script_id\":\"taken\",\"title\":\"Taken\"}");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.html()).contains("API token", "Nothing was saved.");
    Answer form =
        site.ask(
            "POST",
            "/api/v1/scripts",
            BodyPublishers.ofString("{\"script_id\":\"taken\",\"title\":\"Taken\"}"),
            admin.with("Content-Type", "text/plain"));
    assertThat(form.status()).isEqualTo(401);
    assertThat(site.versions().scriptCount()).isEqualTo(1);
  }

  @Test
  void nothingOfAPersonIsKeptInACache() {
    Visitor admin = team.signedIn(Role.ADMIN);
    for (String path :
        List.of(
            "/",
            "/scripts/intro",
            "/scripts/intro/versions/1/content",
            "/scripts/intro/compare/1...2.diff",
            "/api/v1/scripts",
            "/account",
            "/people")) {
      assertThat(admin.get(path).header("Cache-Control")).as(path).isEqualTo("no-store");
    }
    assertThat(admin.get("/static/css/page.css").header("Cache-Control")).contains("max-age");
  }
}
