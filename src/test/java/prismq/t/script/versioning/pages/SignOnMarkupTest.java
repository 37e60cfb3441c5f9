package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.account.oidc.OidcSettings;
import prismq.t.script.versioning.mail.MailSettings;

/** Pages of single sign-on and mail are correct HTML. */
class SignOnMarkupTest {
  private static final OidcSettings SIGN_ON =
      new OidcSettings(
          "http://127.0.0.1:1",
          "scripts",
          RealProvider.SECRET,
          "Login & <Co>",
          URI.create(RealProvider.CALLBACK),
          null,
          Map.of());

  @TempDir Path pages;
  @TempDir Path folder;

  private void keep(String name, Answer answer) throws Exception {
    assertThat(answer.header("Content-Type")).as(name).startsWith("text/html");
    Files.writeString(pages.resolve(name + ".html"), answer.html());
  }

  private void assertCorrect() throws Exception {
    assertThat(
            NodeTool.complaints(
                "html-validate",
                List.of("--config", ".htmlvalidate.json", "--formatter=text", pages.toString())))
        .isEmpty();
  }

  @Test
  void pagesOfSingleSignOn() throws Exception {
    try (Site site = Site.openWithSignOn(folder, SIGN_ON)) {
      Team team = Team.on(site);
      team.add(Role.EDITOR);
      Visitor admin = team.signedIn(Role.ADMIN);
      Visitor editor = team.signedIn(Role.EDITOR);
      keep("sign-in", Visitor.of(site).get("/sign-in?next=%2Fsearch"));
      keep("refused", Visitor.of(site).get("/sign-in/oidc"));
      keep("over", Visitor.of(site).get("/sign-in/oidc/callback"));
      keep("not-connected", editor.get("/account"));
      site.database()
          .write(
              handle -> {
                handle.execute(
                    "INSERT INTO identities SELECT 'http://127.0.0.1:1', 'x', id, 0 FROM accounts"
                        + " WHERE role = 'editor'");
                return handle.execute(
                    "UPDATE accounts SET password_hash = '' WHERE role = 'editor'");
              });
      keep("connected", editor.get("/account?done=oidc"));
      keep("people", admin.get("/people"));
      assertThat(admin.get("/people").text()).contains("Disconnect Login & <Co>");
    }
    assertCorrect();
  }

  @Test
  void pagesOfMail() throws Exception {
    MailSettings nobody = new MailSettings("127.0.0.1", 1, false, null, "", "s@example.org");
    try (Site site = Site.openWithMail(folder, nobody)) {
      Team team = Team.on(site);
      Visitor admin = team.signedIn(Role.ADMIN);
      keep("sign-in", Visitor.of(site).get("/sign-in"));
      keep("forgotten", Visitor.of(site).get("/forgotten"));
      keep("wrong", Visitor.of(site).post("/forgotten", new Form().with("email", "x")));
      keep("sent", Visitor.of(site).post("/forgotten", new Form().with("email", "x@example.org")));
      Form wrong = new Form().with("role", "editor").with("email", "<no \"address\">");
      Answer refused = admin.post("/people/invitations", wrong);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.field("email")).isEqualTo("<no \"address\">");
      keep("refused", refused);
      Form right = new Form().with("role", "editor").with("email", "new@example.org");
      keep("invited", admin.post("/people/invitations", right));
    }
    assertCorrect();
  }
}
