package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.LinkPurpose;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.token.TokenRight;

/** Every kind of page is correct HTML: with much on it, with nothing, and with errors. */
class MarkupTest {
  private static final String TEXT =
      "# The bridge\n\nThe keeper climbs the stairs, and counts every one of them.\n\nA lamp burns.\n";

  @TempDir Path folder;
  @TempDir Path pages;
  private Site site;
  private int count;

  @BeforeEach
  void open() {
    site = Site.open(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void keep(String name, Answer answer) throws Exception {
    assertThat(answer.header("Content-Type")).as(name).startsWith("text/html");
    // A choice that has to be made begins with none made; html-validate does not look after that.
    assertThat(answer.html())
        .as(name)
        .doesNotContainPattern(
            "<select[^>]* required[^>]*>\\s*<option(?![^>]*value=\"\")[^>]*>[^<]");
    String file = count++ + "-" + name.replaceAll("[^a-z0-9]+", "-") + ".html";
    Files.writeString(pages.resolve(file), answer.html());
  }

  private void keepAll(String... paths) throws Exception {
    for (String path : paths) {
      keep(path, site.get(path));
    }
  }

  private void save(String branch, String text) {
    site.versions()
        .save(
            NewVersion.builder("film", ScriptText.of(text), Author.named("Ann"), "Why & <how>")
                .branch(branch)
                .build());
  }

  private void fill() {
    site.script("film", TEXT, TEXT.replace("lamp", "candle"));
    site.branches().create("film", "dark", 1);
    save("dark", TEXT.replace("climbs", "falls down"));
    save("main", TEXT.replace("climbs", "runs up") + "\nNight.\n\n> *The end.*\n");
    site.script("empty");
    site.script("scene", "INT. HOUSE - DAY\n\nANN\nHello.\n");
    site.post("/scripts/film/labels", new Form().with("name", "Sent").with("version", "2"));
    Form revision = new Form().with("label", "Sent").with("place", "1").with("scheme", "letter");
    site.post("/scripts/film/revisions", revision.with("colors", "White"));
  }

  private void assertCorrect() throws Exception {
    assertThat(
            NodeTool.complaints(
                "html-validate",
                List.of("--config", ".htmlvalidate.json", "--formatter=text", pages.toString())))
        .isEmpty();
  }

  @Test
  void namesOfAuthors() throws Exception {
    keepAll("/people/names");
    fill();
    for (String author : List.of("ann", "Ben", "A. & B. <c>")) {
      site.versions()
          .save(
              NewVersion.builder("film", ScriptText.of(author), Author.named(author), "").build());
    }
    keep("suggestions", site.get("/people/names"));
    keep("refused", site.post("/people/names/tie", form("3", "4", "x")));
    site.post("/people/names/tie", form("3", "4"));
    keepAll("/people/names", "/people/names?show=tied", "/people/names?q=nobody");
    assertCorrect();
  }

  private static Form form(String... authors) {
    Form form = new Form().with("owner", "together");
    for (String author : authors) {
      form.with("author", author);
    }
    return form;
  }

  @Test
  void pagesWithNothingOnThem() throws Exception {
    keepAll("/", "/new", "/search", "/search?q=nothing", "/import", "/help", "/nope");
    site.script("empty");
    keepAll(
        "/scripts/empty",
        "/scripts/empty/edit",
        "/scripts/empty/branches",
        "/scripts/empty/board",
        "/scripts/empty/labels",
        "/scripts/empty/revisions",
        "/scripts/empty/report",
        "/scripts/empty/review-report",
        "/scripts/empty/statistics",
        "/scripts/empty/phrase-history");
    assertCorrect();
  }

  @Test
  void pagesWithData() throws Exception {
    fill();
    keepAll(
        "/",
        "/new",
        "/search?q=keeper",
        "/search?q=%22counts%20every%22&script=film",
        "/scripts/film",
        "/scripts/film?version=2",
        "/scripts/film/versions/2",
        "/scripts/scene/versions/1",
        "/scripts/film/versions/4/annotate",
        "/scripts/film/phrase-history?q=lamp",
        "/scripts/film/report",
        "/scripts/film/statistics?version=2&since=1",
        "/scripts/film/statistics/settings",
        "/scripts/scene/statistics",
        "/scripts/film/compare/1...2",
        "/scripts/film/compare/1...4?view=side-by-side",
        "/scripts/film/compare/1...4?view=unified",
        "/scripts/film/branches",
        "/scripts/film/board",
        "/scripts/film/labels",
        "/scripts/film/revisions",
        "/scripts/film/revisions/2",
        "/scripts/film/edit",
        "/scripts/film/edit?from=1",
        "/scripts/film/rollback?to=1",
        "/scripts/film/restore?from=1&to=2",
        "/scripts/film/merge?from=dark",
        "/scripts/film/pick?version=3");
    for (String topic : List.of("start", "search", "import", "api", "server", "licences")) {
      keepAll("/help/" + topic);
    }
    keepAll("/help?q=backup");
    assertCorrect();
  }

  @Test
  void pagesOfPeople() throws Exception {
    fill();
    keepAll("/set-up");
    keep("set up", site.post("/set-up", new Form()));
    Team team = Team.on(site);
    keepAll("/sign-in");
    keep("wrong", Visitor.of(site).signIn("admin@example.org", "wrong"));
    keep("invitation", site.get(LinkPurpose.INVITATION.path(team.links().invite(Role.VIEWER))));
    Account editor = team.add(Role.EDITOR);
    keep("reset", site.get(LinkPurpose.RESET.path(team.links().reset(editor))));
    team.program(editor, TokenRight.WRITE_AS);
    Visitor admin = team.signedIn(Role.ADMIN);
    for (String path :
        List.of("/account", "/people", "/account/tokens", "/people/tokens", "/audit")) {
      keep(path, admin.get(path));
    }
    keep("profile", admin.post("/account", new Form()));
    keep("invited", admin.post("/people/invitations", new Form().with("role", "viewer")));
    keep("no token", admin.post("/account/tokens", new Form().with("expires", "0")));
    Form token = new Form().with("name", "Pipeline").with("right", "read");
    keep("token", admin.post("/account/tokens", token));
    Visitor program = team.program(editor, TokenRight.WRITE);
    String rollback = "{\"to_version\":1}";
    assertThat(program.json("POST", "/api/v1/scripts/film/rollbacks", rollback).status())
        .isEqualTo(201);
    keep("saved by a token", admin.get("/scripts/film/versions/5"));
    keep("a page by a token", program.get("/"));
    assertCorrect();
  }

  @Test
  void pagesWithErrors() throws Exception {
    fill();
    Form none = new Form();
    keep("version", site.post("/scripts/film/versions", none));
    keep("version of nobody", site.post("/scripts/film/versions", Form.version("a\n", "", "", 4)));
    keep("stale", site.post("/scripts/film/versions", Form.version("a\n", "Ann", "Why", 1)));
    keep("script", site.post("/scripts", new Form().with("title", "").with("script_id", "a b")));
    keep("branch", site.post("/scripts/film/branches", new Form().with("name", "a//b")));
    keep("label", site.post("/scripts/film/labels", new Form().with("name", "")));
    keep(
        "rollback",
        site.post(
            "/scripts/film/rollbacks",
            new Form().with("to_version", "1").with("base_version", "4").with("branch", "main")));
    keep("upload", site.post("/import", none));
    keepAll(
        "/scripts/film/versions/99",
        "/scripts/film/compare/1...99",
        "/scripts/film?before=x",
        "/search?q=%22",
        "/import/unknown");
    assertCorrect();
  }

  @Test
  void pagesOfAnImport() throws Exception {
    Form files =
        new Form()
            .upload("draft 1.txt", "one\n".getBytes(StandardCharsets.UTF_8))
            .upload("draft 2.txt", "two\n".getBytes(StandardCharsets.UTF_8));
    String job = site.post("/import", files).header("Location");
    while (site.get(job).html().contains("/progress")) {
      Thread.onSpinWait();
    }
    keepAll(job);
    site.post(job + "/start", new Form().with("author", "Ann"));
    while (site.get(job).html().contains("/progress")) {
      Thread.onSpinWait();
    }
    keepAll(job);
    assertCorrect();
  }
}
