package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.account.oidc.OidcSettings;

/** Single sign-on at a provider that others wrote. */
@TestInstance(Lifecycle.PER_CLASS)
class SignOnPagesTest {
  private static final String PEOPLE =
      """
      {"ann": {"email": "Ann@example.org", "email_verified": true, "name": "Ann Lee"},
       "bob": {"email": "bob@example.org", "email_verified": true, "name": "Bob"},
       "twin": {"email": "twin@example.org", "email_verified": true, "name": "Bob"},
       "uma": {"email": "uma@example.org", "email_verified": false, "name": "Uma"},
       "eve": {"email": "eve@example.org", "email_verified": true, "name": "Eve"},
       "ida": {"email": "ida@example.org", "email_verified": true, "name": "Ida"},
       "kim": {"email": "kim@example.org", "email_verified": true, "name": "Kim"},
       "new-ann": {"email": "ann@example.org", "email_verified": true, "name": "Another Ann"},
       "ghost": {"email": "ghost@example.org", "email_verified": true, "name": "Ghost"}}
      """;

  private RealProvider provider;
  private Site site;
  private Team team;
  private Visitor visitor;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    provider = RealProvider.start(PEOPLE, "userinfo");
    site = Site.openWithSignOn(folder, settings(provider, null, Map.of()));
    site.script("intro", "one\n", "two\n");
    team = Team.on(site);
    visitor = Visitor.of(site);
  }

  static OidcSettings settings(
      RealProvider provider, @Nullable String roleClaim, Map<String, Role> roles) {
    return new OidcSettings(
        provider.issuer(),
        "scripts",
        RealProvider.SECRET,
        "Example Login",
        URI.create(RealProvider.CALLBACK),
        roleClaim,
        roles);
  }

  @AfterAll
  void close() {
    site.close();
    provider.close();
  }

  private Answer signOn(String name) {
    return signOn(visitor, "/sign-in/oidc", RealProvider.browser(), name);
  }

  /** All the way to the provider and back. */
  private Answer signOn(Visitor from, String path, HttpClient browser, String name) {
    Answer sent = from.get(path);
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    String back = provider.signIn(browser, sent.header("Location"), name);
    return comeBack(from, sent, back);
  }

  private static Answer comeBack(Visitor from, Answer sent, String back) {
    String cookies = (from.cookie() + "; " + Visitor.cookie(sent)).replaceFirst("^; ", "");
    return new Visitor(from.site(), cookies).get(back);
  }

  /** The cookie of the session; the answer also has the browser forget another. */
  private Visitor signedIn(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    return new Visitor(site, sessionCookie(answer));
  }

  static String sessionCookie(Answer answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0])
        .filter(cookie -> cookie.startsWith("session=") && cookie.length() > 20)
        .findFirst()
        .orElse("");
  }

  private Account account(String email) {
    return team.accounts().find(email).orElseThrow();
  }

  private void invite(String email, Role role) {
    team.links().invite(role, email);
  }

  @Test
  void theSignInPageNamesTheProviderAndLeadsOnAfterIt() {
    invite("ida@example.org", Role.VIEWER);
    Answer page = visitor.get("/sign-in?next=%2Fscripts%2Fintro");
    assertThat(page.text()).contains("Sign in with Example Login", "Or sign in with a password");
    String link = page.all("href=\"(/sign-in/oidc[^\"]*)\"").get(0);
    Answer in = signOn(visitor, link, RealProvider.browser(), "ida");
    assertThat(in.header("Location")).isEqualTo("/scripts/intro");
    assertThat(signedIn(in).get("/scripts/intro").text()).contains("Ida", "Draft number 2");
  }

  @Test
  void nobodyIsLedToAnotherServerAfterIt() {
    team.accounts().add(new NewAccount("Kim", "kim@example.org", Visitor.PASSWORD), Role.EDITOR);
    Answer in =
        signOn(visitor, "/sign-in/oidc?next=https://evil.example/", RealProvider.browser(), "kim");
    assertThat(in.header("Location")).isEqualTo("/");
  }

  @Test
  void whoIsInvitedGetsAnAccountWithThatRoleOnce() {
    invite("bob@example.org", Role.COMMENTER);
    Visitor bob = signedIn(signOn("bob"));
    assertThat(bob.get("/account").text())
        .contains(
            "Bob",
            "bob@example.org",
            "Your role is commenter",
            "You can sign in with Example Login.")
        .contains("You have no password here.");
    assertThat(account("bob@example.org").role()).isEqualTo(Role.COMMENTER);
    assertThat(team.signedIn(Role.ADMIN).get("/people").text())
        .contains("Example Login connected")
        .doesNotContain("Invitation for bob@example.org");
    // A second Bob is told apart, since versions are shown under names.
    invite("twin@example.org", Role.EDITOR);
    signedIn(signOn("twin"));
    assertThat(account("twin@example.org").name()).isEqualTo("Bob (twin@example.org)");
    // Nobody guesses a password that is not there.
    for (String password : List.of("", " ", "null", Visitor.PASSWORD)) {
      assertThat(visitor.signIn("bob@example.org", password).status()).isEqualTo(422);
    }
  }

  @Test
  void whoHasAnAccountIsKnownByTheAddressFirstAndThenByTheIdentity() {
    Account ann =
        team.accounts()
            .add(new NewAccount("Ann", "ann@example.org", Visitor.PASSWORD), Role.EDITOR);
    assertThat(signedIn(signOn("ann")).get("/account").text()).contains("Your role is editor");
    // Somebody else gets the address at the provider later.
    Answer other = signOn("new-ann");
    assertThat(other.status()).isEqualTo(403);
    assertThat(other.text()).contains("one of them belongs to another already");
    assertThat(sessionCookie(other)).isEmpty();
    // Another address here, and the identity still leads to the account.
    team.accounts()
        .change(
            ann.id(),
            before ->
                new Account(
                    before.id(),
                    "Ann L.",
                    "ann.lee@example.org",
                    before.timeZone(),
                    before.language(),
                    before.role(),
                    before.isDisabled()));
    assertThat(signedIn(signOn("ann")).get("/account").text()).contains("Ann L.");
    team.accounts().change(ann.id(), before -> before.disabled(true));
    Answer disabled = signOn("ann");
    assertThat(disabled.status()).isEqualTo(403);
    assertThat(disabled.text()).contains("Your account is disabled.");
  }

  @Test
  void whoIsNotInvitedIsToldSoAndCanStillUseThePassword() {
    Answer answer = signOn("ghost");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text())
        .contains("Nobody has an account or an invitation for ghost@example.org.", "Sign in with");
    assertThat(answer.html()).contains("name=\"password\"");
    assertThat(team.accounts().find("ghost@example.org")).isEmpty();
  }

  @Test
  void anAddressThatTheProviderDidNotCheckLeadsToNoAccount() {
    invite("uma@example.org", Role.ADMIN);
    Answer answer = signOn("uma");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("no e-mail address of yours was confirmed");
    assertThat(team.accounts().find("uma@example.org")).isEmpty();
  }

  @Test
  void anAddressThatSomebodyTypedLeadsNobodyIntoTheirAccountBeforeItIsConnected() {
    Secret open = team.links().invite(Role.VIEWER);
    team.accounts().accept(open, new NewAccount("Eve", "eve@example.org", Visitor.PASSWORD));
    Answer answer = signOn("eve");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("its owner typed that in without an admin confirming it");
    Visitor eve = Visitor.signedIn(site, "eve@example.org", Visitor.PASSWORD);
    assertThat(eve.get("/account").text()).contains("Connect Example Login");
    Answer connected = signOn(eve, "/account/oidc", RealProvider.browser(), "eve");
    assertThat(connected.header("Location")).isEqualTo("/account?done=oidc");
    assertThat(eve.get("/account?done=oidc").text())
        .contains("Connected.", "You can sign in with Example Login.");
    assertThat(signedIn(signOn("eve")).get("/account").text()).contains("Eve");
    // An admin takes it away again.
    long id = account("eve@example.org").id();
    team.signedIn(Role.ADMIN).post("/people/" + id + "/disconnect", new Form());
    assertThat(signOn("eve").status()).isEqualTo(403);
  }

  @Test
  void whoConnectsInTheNameOfSomebodyElseIsRefused() {
    team.add("vic", Role.VIEWER);
    Visitor vic = team.signedIn("vic");
    Answer sent = vic.get("/account/oidc");
    String back = provider.signIn(RealProvider.browser(), sent.header("Location"), "ghost");
    Visitor admin = team.signedIn(Role.ADMIN);
    Answer answer = comeBack(admin, sent, back);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(admin.get("/account").text()).contains("Connect Example Login");
  }

  @Test
  void cancellingIsToldAndThePasswordStays() {
    Answer sent = visitor.get("/sign-in/oidc?next=%2Fscripts%2Fintro");
    String back = provider.cancel(RealProvider.browser(), sent.header("Location"));
    Answer answer = comeBack(visitor, sent, back);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("Signing in with Example Login was cancelled.");
    assertThat(answer.field("next")).isEqualTo("/scripts/intro");
  }

  @Test
  void whatAnotherBrowserAskedForOrWasBroughtBeforeIsRefused() {
    Answer sent = visitor.get("/sign-in/oidc");
    assertThat(sent.header("Set-Cookie"))
        .startsWith("sign-on=")
        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600");
    String back = provider.signIn(RealProvider.browser(), sent.header("Location"), "ghost");
    // Somebody sends this address to others, to have them work in the account of their own.
    assertThat(visitor.get(back).status()).isEqualTo(400);
    Answer elsewhere = visitor.get("/sign-in/oidc");
    Answer mixed = comeBack(visitor, elsewhere, back);
    assertThat(mixed.status()).isEqualTo(400);
    assertThat(mixed.text()).contains("This sign-in was not started in this browser");
    assertThat(comeBack(visitor, sent, back).text()).contains("Nobody has an account");
    Answer again = comeBack(visitor, sent, back);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.text()).contains("is over already", "Start again.");
  }

  @Test
  void nonsenseFromTheBrowserIsToldPlainly() {
    for (String query :
        List.of(
            "",
            "?code=x",
            "?state=x",
            "?code=x&state=y",
            "?error=%0d%0aX&state=%00",
            "?code=a&code=b&state=x")) {
      Answer sent = visitor.get("/sign-in/oidc");
      Answer answer = comeBack(visitor, sent, "/sign-in/oidc/callback" + query);
      assertThat(answer.status()).as(query).isIn(400, 502);
      assertThat(answer.heading()).isEqualTo("Sign in");
      assertThat(sessionCookie(answer)).isEmpty();
    }
  }

  @Test
  void theLastAdminWithAPasswordStaysOne() {
    Account boss =
        team.accounts()
            .add(new NewAccount("Boss", "boss@example.org", Visitor.PASSWORD), Role.ADMIN);
    site.database()
        .write(
            handle ->
                handle.execute("UPDATE accounts SET password_hash = '' WHERE id = ?", boss.id()));
    Visitor admin = team.signedIn(Role.ADMIN);
    long id = account("admin@example.org").id();
    Answer answer = admin.post("/people/" + id + "/role", new Form().with("role", "viewer"));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text()).contains("The admin is the only admin with a password.");
  }
}
