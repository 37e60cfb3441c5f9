package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.audit.AuditVerification;
import prismq.t.script.versioning.token.TokenRight;

/** How tokens are made, used, seen and revoked. */
class TokenPagesTest {
  private static final String VERSIONS = "/api/v1/scripts/intro/versions";

  private Site site;
  private Team team;
  private Account editor;
  private Visitor writer;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "one\n", "two\n");
    team = Team.on(site);
    editor = team.add(Role.EDITOR);
    writer = team.signedIn(Role.EDITOR);
  }

  @AfterEach
  void close() {
    assertThat(new AuditVerification(site.database()).run().problems()).isEmpty();
    site.close();
  }

  private static Form form(String name, String right, String scripts, String expires) {
    return new Form()
        .with("name", name)
        .with("right", right)
        .with("scripts", scripts)
        .with("expires", expires);
  }

  /** The token that a page shows. */
  private static String made(Answer page) {
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    List<String> shown = page.all("readonly[^>]*value=\"(sv_[A-Za-z0-9_-]{43})\"");
    assertThat(shown).hasSize(1);
    return shown.get(0);
  }

  private static String version(String author) {
    String named = author.isEmpty() ? "" : ",\"author\":\"" + author + "\"";
    return "{\"content\":\"three\\n\",\"change_description\":\"Third\"" + named + "}";
  }

  private Answer save(Visitor program, String author) {
    return program.json("POST", VERSIONS, version(author));
  }

  @Test
  void aTokenIsMadeShownOnceUsedAndRevoked() {
    Answer page = writer.post("/account/tokens", form("Pipeline", "write", "", "30"));
    String token = made(page);
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    Visitor program = Visitor.by(site, token);
    assertThat(program.get("/api/v1/scripts").status()).isEqualTo(200);
    Answer saved = save(program, "");
    assertThat(saved.status()).as(saved.html()).isEqualTo(201);
    assertThat(saved.html()).contains("\"author\":\"The editor\"");
    Answer list = writer.get("/account/tokens");
    assertThat(list.text()).contains("Pipeline write", "last used", "Ends");
    assertThat(list.html()).doesNotContain(token);
    assertThat(writer.get("/scripts/intro/versions/3").text())
        .contains("Saved by the token “ Pipeline ” of The editor");
    assertThat(writer.get("/scripts/intro/versions/2").text()).doesNotContain("Saved by the token");
    String id = list.all("name=\"token\" value=\"(\\d+)\"").get(0);
    assertThat(writer.post("/account/tokens/revoke", new Form().with("token", id)).status())
        .isEqualTo(303);
    Answer refused = program.get("/api/v1/scripts");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.html()).contains("This token was revoked.").doesNotContain(token);
    assertThat(writer.get("/account/tokens").text()).contains("No tokens yet");
    // The version goes on telling what saved it.
    assertThat(writer.get("/scripts/intro/versions/3").text()).contains("“ Pipeline ”");
  }

  @Test
  void theTokenAndNothingOfItIsInTheDatabaseTheLogOrAnyPage() {
    String token = made(writer.post("/account/tokens", form("Pipeline", "write", "intro", "")));
    Visitor program = Visitor.by(site, token);
    save(program, "");
    save(program, "Somebody else");
    program.get("/people");
    program.get("/api/v1/scripts/nowhere");
    Visitor admin = team.signedIn(Role.ADMIN);
    String secret = token.substring(3);
    for (String path :
        List.of("/audit", "/audit.csv", "/account/tokens", "/people/tokens", "/people")) {
      assertThat(admin.get(path).html()).as(path).doesNotContain(secret);
    }
    List<String> kept =
        site.database()
            .read(
                handle ->
                    handle
                        .createQuery("SELECT secret_hash || name || access_right FROM tokens")
                        .mapTo(String.class)
                        .list());
    assertThat(kept).hasSize(1).noneMatch(row -> row.contains(secret));
  }

  @Test
  void aTokenOfAScriptNamesIt() {
    made(writer.post("/account/tokens", form("Only one", "read", " intro, ", "7")));
    assertThat(writer.get("/account/tokens").text()).contains("only intro");
    Answer unknown = writer.post("/account/tokens", form("None", "read", "intro <b>no</b>", "7"));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.text()).contains("There is no script “<b>no</b>”.");
    assertThat(unknown.field("scripts")).isEqualTo("intro <b>no</b>");
    assertThat(team.tokens().list(editor, project -> true)).hasSize(1);
    assertThat(team.tokens().list(editor, project -> true).get(0).token().limit().scripts())
        .hasSize(1);
  }

  @Test
  void nobodyMakesATokenThatMayMoreThanThemselves() {
    Answer asAdmin = writer.post("/account/tokens", form("More", "admin", "", "7"));
    assertThat(asAdmin.status()).isEqualTo(422);
    assertThat(asAdmin.text())
        .contains("The role of The editor is editor", "read, write, write-as.");
    team.add(Role.VIEWER);
    Visitor viewer = team.signedIn(Role.VIEWER);
    assertThat(viewer.get("/account/tokens").all("<option[^>]*value=\"([a-z-]+)\""))
        .containsExactly("read");
    assertThat(viewer.post("/account/tokens", form("More", "write", "", "7")).status())
        .isEqualTo(422);
  }

  @Test
  void aTokenMayNoMoreThanItsOwnerMayNow() {
    Visitor program = team.program(editor, TokenRight.WRITE_AS);
    assertThat(save(program, "Guest author").status()).isEqualTo(201);
    team.accounts().change(editor.id(), account -> account.withRole(Role.VIEWER));
    Answer refused = save(program, "");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
    assertThat(refused.html()).contains("its right is write-as, and the role of its owner is");
    assertThat(program.get(VERSIONS).status()).isEqualTo(200);
    team.accounts().change(editor.id(), account -> account.disabled(true));
    Answer disabled = program.get(VERSIONS);
    assertThat(disabled.status()).isEqualTo(401);
    assertThat(disabled.html()).contains("owner is disabled");
  }

  @Test
  void onlyATokenThatMayWritesInTheNameOfOthers() {
    Visitor program = team.program(editor, TokenRight.WRITE);
    assertThat(save(program, "The editor").status()).isEqualTo(201);
    Answer refused = save(program, "Guest author");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(refused.html())
        .contains("saves in the name of its owner, The editor, and of nobody else");
    for (String[] other :
        new String[][] {
          {"rollbacks", "{\"to_version\":1,\"author\":\"Guest author\"}"},
          {
            "merges",
            "{\"from_branch\":\"main\",\"into_branch\":\"main\",\"author\":\"Guest author\"}"
          },
          {"picks", "{\"version_number\":1,\"author\":\"Guest author\"}"}
        }) {
      assertThat(program.json("POST", "/api/v1/scripts/intro/" + other[0], other[1]).status())
          .as(other[0])
          .isEqualTo(403);
    }
    assertThat(site.versions().script("intro").latestVersion()).isEqualTo(3);
    Visitor pipeline = team.program(editor, TokenRight.WRITE_AS);
    assertThat(save(pipeline, "Guest author").html()).contains("\"author\":\"Guest author\"");
    String rollback = "{\"to_version\":1,\"author\":\"Guest author\"}";
    assertThat(pipeline.json("POST", "/api/v1/scripts/intro/rollbacks", rollback).status())
        .isEqualTo(201);
    assertThat(writer.get("/scripts/intro/versions/5").text())
        .contains("Guest author", "Saved by the token “ Pipeline ” of The editor");
    assertThat(team.signedIn(Role.ADMIN).get("/audit?act=version_saved").text())
        .contains("on main, as Guest author, by the token “Pipeline”");
  }

  @Test
  void anAdminSeesAndRevokesEverybodysTokens() {
    Visitor program = team.program(editor, TokenRight.READ);
    Visitor admin = team.signedIn(Role.ADMIN);
    Answer page = admin.get("/people/tokens");
    assertThat(page.text()).contains("Pipeline of The editor read");
    String id = page.all("name=\"token\" value=\"(\\d+)\"").get(0);
    team.add("other", Role.EDITOR);
    Answer foreign =
        team.signedIn("other").post("/account/tokens/revoke", new Form().with("token", id));
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
    admin.post("/people/tokens/revoke", new Form().with("token", id));
    assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(admin.get("/audit").text())
        .contains("Made an API token “Pipeline” of The editor, read")
        .contains("Revoked an API token “Pipeline” of The editor");
  }

  @Test
  void aTokenElsewhereThanInTheHeaderIsRefusedInWords() {
    Visitor program = team.program(editor, TokenRight.WRITE);
    String token = program.token();
    Visitor nobody = Visitor.of(site);
    for (String path :
        List.of(
            "/api/v1/scripts?access_token=" + token,
            "/api/v1/scripts?x=%73v_" + token.substring(3),
            "/?token=" + token,
            "/scripts/" + token)) {
      for (Visitor visitor : List.of(nobody, program, writer)) {
        Answer refused = visitor.get(path);
        assertThat(refused.status()).as(path).isEqualTo(400);
        assertThat(refused.text()).contains("An API token stands in the address");
        assertThat(refused.html()).doesNotContain(token);
      }
    }
    Answer cookie = site.get("/api/v1/scripts", "Cookie", "session=" + token);
    assertThat(cookie.status()).isEqualTo(400);
    Answer body =
        program.json(
            "POST", "/api/v1/scripts", "{\"script_id\":\"x\",\"token\":\"" + token + "\"}");
    assertThat(body.status()).isEqualTo(400);
    assertThat(body.html()).contains("An API token stands").doesNotContain(token);
    assertThat(team.signedIn(Role.ADMIN).get("/audit.csv").html())
        .doesNotContain(token.substring(3));
  }

  @Test
  void onlyWhatIsDeclaredAsJsonIsTakenFromAProgram() {
    Visitor program = team.program(editor, TokenRight.WRITE);
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "x")) {
      Answer answer =
          site.ask(
              "POST",
              VERSIONS,
              BodyPublishers.ofString(version("")),
              program.with("Content-Type", type));
      assertThat(answer.status()).as(type).isEqualTo(415);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
  }

  @Test
  void aProgramThatWantsAPageIsToldWhereTokensWork() {
    Visitor program = team.program(editor, TokenRight.READ);
    Answer page = program.get("/scripts/intro");
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text())
        .contains("API tokens open no pages.", "/api/")
        .doesNotContain("Title of intro", "The editor");
    assertThat(Visitor.by(site, "sv_wrong").get("/scripts/intro").header("Location"))
        .startsWith("/sign-in?next=");
  }

  @Test
  void hostileNamesAreKeptAsTextOrRefusedInWords() {
    for (String hostile :
        List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "\u0000",
            "two\nlines",
            "\u200B\u200B",
            "\uD800",
            "é".repeat(101),
            "x".repeat(100_000),
            "{0} '' #{token.title}",
            "' OR 1=1 --",
            "\r\nSet-Cookie: x=y")) {
      Answer answer = writer.post("/account/tokens", form(hostile, "write", "", "7"));
      assertThat(answer.status()).as(hostile).isIn(200, 422);
      for (List<String> field :
          List.of(List.of("Name", hostile, "", "7"), List.of("Name", "read", "", hostile))) {
        assertThat(
                writer
                    .post("/account/tokens", form(field.get(0), field.get(1), "", field.get(3)))
                    .status())
            .as(hostile)
            .isEqualTo(422);
      }
      assertThat(writer.post("/account/tokens/revoke", new Form().with("token", hostile)).status())
          .isIn(400, 404);
    }
    team.tokens()
        .list(editor, project -> true)
        .forEach(
            owned -> {
              String name = owned.token().name();
              assertThat(name).hasSizeLessThanOrEqualTo(100);
            });
    Visitor admin = team.signedIn(Role.ADMIN);
    for (Answer page : List.of(writer.get("/account/tokens"), admin.get("/people/tokens"))) {
      assertThat(page.html()).doesNotContain("<script>alert", "<img src=x");
    }
  }

  @Test
  void meTellsWhoATokenIsFor() {
    Visitor program = team.program(editor, TokenRight.WRITE_AS);
    assertThat(program.get("/api/v1/me").html())
        .contains("\"name\":\"The editor\"", "\"email\":\"editor@example.org\"")
        .contains("\"role\":\"editor\"", "\"rights\":[\"read\",\"comment\",\"write\",\"write-as\"]")
        .contains("\"token\":{\"name\":\"Pipeline\",\"right\":\"write-as\",\"limited\":false");
    assertThat(writer.get("/api/v1/me").html()).contains("\"token\":null");
    assertThat(Visitor.of(site).get("/api/v1/me").status()).isEqualTo(401);
    team.accounts().change(editor.id(), account -> account.withRole(Role.VIEWER));
    assertThat(program.get("/api/v1/me").html()).contains("\"rights\":[\"read\"]");
  }
}
