package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.token.TokenRight;

/** What people are told is new to them; each test has a script of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadMarkPagesTest {
  private static final String ONE = "The lamp is lit.\n\nThe keeper waits.\n\nA ship comes in.\n";
  private static final String TWO = ONE.replace("The keeper waits", "Nobody waits any more");

  private Site site;
  private Visitor viewer;
  private Visitor editor;
  private Visitor program;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    Team team = Team.on(site);
    team.add(Role.VIEWER);
    team.add(Role.EDITOR);
    viewer = team.signedIn(Role.VIEWER);
    editor = team.signedIn(Role.EDITOR);
    program = team.program(Role.ADMIN, TokenRight.WRITE_AS);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static Answer read(Visitor visitor, String script, int version) {
    return visitor.post("/scripts/" + script + "/versions/" + version + "/read", new Form());
  }

  private static String since(Visitor visitor, String script) {
    String page = visitor.get("/scripts/" + script).text();
    int start = page.indexOf(" since you read ");
    return start < 0 ? "" : page.substring(Math.max(0, start - 9), page.indexOf(" with v", start));
  }

  @Test
  void aScriptOpensWithWhatChangedSinceSomebodyReadIt() {
    site.script("since", ONE, TWO);
    assertThat(since(viewer, "since")).isEmpty();
    Answer sent = read(viewer, "since", 1);
    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.header("Location")).isEqualTo("/scripts/since/versions/1");
    assertThat(viewer.get("/scripts/since/versions/1").text()).contains("You read v1");
    assertThat(since(viewer, "since")).contains("1 change since you read v1", "Compare v1");
    assertThat(viewer.get("/scripts/since").html())
        .contains("href=\"/scripts/since/compare/1...2\"");
    // It is nobody else's business, and opening the comparison alone is not reading it.
    assertThat(since(editor, "since")).isEmpty();
    assertThat(viewer.get("/scripts/since/compare/1...2").html())
        .contains("action=\"/scripts/since/versions/2/read\"", "Read up to here");
    assertThat(since(viewer, "since")).isNotEmpty();
    Form back = new Form().with("back", "/scripts/since/compare/1...2");
    assertThat(viewer.post("/scripts/since/versions/2/read", back).header("Location"))
        .isEqualTo("/scripts/since/compare/1...2");
    assertThat(since(viewer, "since")).isEmpty();
  }

  @Test
  void whatWasReadInAWordingStaysReadInLaterVersionsAndOnBranches() {
    site.script("branches", ONE, TWO);
    site.branches().create("branches", "ending", 1);
    read(viewer, "branches", 1);
    read(viewer, "branches", 2);
    // Bold, more space and a bullet are the same words; what was read on main was read.
    String marked = TWO.replace("Nobody", "**Nobody**").replace("\n\n", "\n\n\n") + "\nNew here.\n";
    save("branches", "ending", marked);
    assertThat(since(viewer, "branches")).contains("1 change since you read v1");
    read(viewer, "branches", 3);
    save("branches", "main", TWO + "\nNew here.\n");
    assertThat(since(viewer, "branches")).isEmpty();
  }

  @Test
  void aRestoredVersionThatWasReadIsNotNew() {
    site.script("restored", ONE, TWO, ONE);
    read(viewer, "restored", 1);
    assertThat(since(viewer, "restored")).isEmpty();
    read(viewer, "restored", 2);
    assertThat(since(viewer, "restored")).isEmpty();
    site.save("restored", ScriptText.of("The lamp is lit.\n\nThe keeper waits.\n"));
    assertThat(since(viewer, "restored")).contains("1 change since you read v2");
  }

  @Test
  void whatSomebodyWritesThemselvesIsReadByThem() {
    Answer made =
        editor.post(
            "/scripts",
            new Form()
                .with("title", "Own")
                .with("script_id", "own")
                .with("content", ONE)
                .with("change_description", "First"));
    assertThat(made.status()).as(made.text()).isEqualTo(303);
    assertThat(since(editor, "own")).isEmpty();
    save("own", "main", TWO);
    assertThat(since(editor, "own")).contains("1 change since you read v1");
  }

  @Test
  void programsSayItToo() {
    site.script("api", ONE, TWO);
    Answer answer = program.json("POST", "/api/v1/scripts/api/versions/latest/read", "{}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).contains("\"version_number\":2", "\"read_at\":\"20");
    assertThat(program.json("POST", "/api/v1/scripts/api/versions/9/read", "").status())
        .isEqualTo(404);
  }

  @Test
  void aHundredVersionsOfAHundredParagraphsTakeFewBytes() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      text.append("Paragraph ").append(i).append(" as it was.\n\n");
    }
    site.script("long", text.toString());
    read(viewer, "long", 1);
    for (int version = 2; version <= 99; version++) {
      String paragraph = "Paragraph " + version + " as it was.";
      text.replace(
          text.indexOf(paragraph),
          text.indexOf(paragraph) + paragraph.length(),
          "Paragraph " + version + " anew.");
      site.save("long", ScriptText.of(text.toString()));
      read(viewer, "long", version);
    }
    int bytes =
        site.database()
            .read(
                handle ->
                    handle
                        .createQuery(
                            """
                            SELECT sum(length(passages)) FROM read_versions r
                            JOIN scripts s ON s.id = r.script_id WHERE s.script_id = 'long'
                            """)
                        .mapTo(Integer.class)
                        .one());
    assertThat(bytes).isEqualTo(8 * (100 + 98));
  }

  private void save(String script, String branch, String text) {
    String json =
        "{\"content\": \""
            + text.replace("\n", "\\n")
            + "\", \"author\": \"AI writer\", \"change_description\": \"x\", \"branch\": \""
            + branch
            + "\"}";
    Answer saved = program.json("POST", "/api/v1/scripts/" + script + "/versions", json);
    assertThat(saved.status()).as(saved.text()).isEqualTo(201);
  }
}
