package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;

/** Roles by what a provider says of people. */
class SignOnRolesTest {
  private static final String PEOPLE =
      """
      {"pat": {"email": "pat@example.org", "email_verified": true, "groups": ["all", "writers"]},
       "max": {"email": "max@example.org", "email_verified": "true", "groups": ["writers", "chiefs"]},
       "out": {"email": "out@example.org", "email_verified": true, "groups": ["others"]},
       "admin": {"email": "admin@example.org", "email_verified": true, "groups": "writers"}}
      """;

  @Test
  void theHighestRoleOfOnesGroupsCountsAtEachSignIn(@TempDir Path folder) throws Exception {
    Map<String, Role> roles = Map.of("writers", Role.EDITOR, "chiefs", Role.ADMIN);
    try (RealProvider provider = RealProvider.start(PEOPLE, "token");
        Site site =
            Site.openWithSignOn(folder, SignOnPagesTest.settings(provider, "groups", roles))) {
      Team team = Team.on(site);
      for (String name : new String[] {"pat", "max", "out"}) {
        team.links().invite(Role.VIEWER, name + "@example.org");
      }
      assertThat(role(site, provider, "pat")).contains("Your role is editor");
      assertThat(role(site, provider, "max")).contains("Your role is admin");
      assertThat(role(site, provider, "out"))
          .contains("Example Login gives you no role on this server.");
      long pat = team.accounts().find("pat@example.org").orElseThrow().id();
      team.accounts().change(pat, account -> account.withRole(Role.ADMIN));
      assertThat(role(site, provider, "pat")).contains("Your role is editor");
      // The only admin with a password stays one, whatever the provider says.
      assertThat(role(site, provider, "admin")).contains("Your role is admin");
    }
  }

  private static String role(Site site, RealProvider provider, String name) {
    HttpClient browser = RealProvider.browser();
    Visitor visitor = Visitor.of(site);
    Answer sent = visitor.get("/sign-in/oidc");
    String back = provider.signIn(browser, sent.header("Location"), name);
    Answer answer = new Visitor(site, Visitor.cookie(sent)).get(back);
    return answer.status() == 303
        ? new Visitor(site, SignOnPagesTest.sessionCookie(answer)).get("/account").text()
        : answer.text();
  }
}
