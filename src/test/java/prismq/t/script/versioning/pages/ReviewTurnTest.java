package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.token.TokenRight;

/** Whose turn it is in a review, as pages and programs are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewTurnTest {
  private Site site;
  private Team team;
  private Visitor admin;
  private Visitor editor;
  private Visitor second;
  private Visitor viewer;
  private Visitor program;
  private int scripts;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    team = Team.on(site);
    team.add(Role.VIEWER);
    team.add(Role.EDITOR);
    team.add("second", Role.EDITOR);
    team.add("robot", Role.EDITOR);
    admin = team.signedIn(Role.ADMIN);
    editor = team.signedIn(Role.EDITOR);
    second = team.signedIn("second");
    viewer = team.signedIn(Role.VIEWER);
    program = team.program(Role.EDITOR, TokenRight.WRITE);
    admin.post("/people/technical", new Form().with("account", id("robot")));
  }

  @AfterAll
  void close() {
    site.close();
  }

  private String id(String word) {
    return Long.toString(team.accounts().named(word + "@example.org").id());
  }

  /** A script whose version the editor had reviewed by these; its address. */
  private String asked(String... words) {
    scripts++;
    site.script("s" + scripts, "The sea.\n");
    String script = "/scripts/s" + scripts;
    Form form = new Form();
    for (String word : words) {
      form = form.with("person", id(word));
    }
    assertThat(editor.post(script + "/versions/1/reviews", form).status()).isEqualTo(303);
    return script;
  }

  private void say(Visitor visitor, String script, String verdict) {
    Form form = new Form().with("verdict", verdict);
    assertThat(visitor.post(script + "/reviews/1/verdicts", form).status()).isEqualTo(303);
  }

  private static String words(Answer page) {
    return page.text().replaceAll("\\s+", " ").replace("( ", "(");
  }

  private static String turn(Answer page) {
    String text = words(page);
    return text.contains("Whose turn ") ? text.substring(text.indexOf("Whose turn ")) : text;
  }

  private String told(String script) {
    return turn(viewer.get(script + "/reviews/1"));
  }

  @Test
  void theTurnGoesToWhoIsAskedAndBackToWhoeverAsked() {
    String script = asked("second", "admin");
    assertThat(told(script)).startsWith("Whose turn The admin (asked by The editor");
    for (String page : new String[] {script, script + "/versions/1", script + "/reviews/1"}) {
      assertThat(words(viewer.get(page))).contains("The second (asked by The editor");
    }
    say(second, script, "request_changes");
    assertThat(told(script)).contains("The editor (The second has answered");
    assertThat(told(script)).doesNotContain("The second (asked by");
    String read = program.get("/api/v1" + script + "/reviews/1").text();
    assertThat(read)
        .contains("\"turn\":[{\"name\":\"The admin\",\"reason\":\"asked\"")
        .contains("\"reason\":\"answered\"", "\"by\":\"The second\"");
  }

  @Test
  void aLapsedVerdictReturnsToItsGiverUntilTheNewVersionIsInReview() {
    String script = asked("second");
    say(second, script, "approve");
    String id = script.substring("/scripts/".length());
    site.save(id, ScriptText.of("The  sea.\n"));
    assertThat(told(script)).as("no word changed").doesNotContain("since their verdict");
    site.save(id, ScriptText.of("The wide sea.\n"));
    assertThat(told(script))
        .contains("The second (the text has changed since their verdict", "The editor (The second");
    Form again = new Form().with("person", id("second"));
    assertThat(editor.post(script + "/versions/3/reviews", again).status()).isEqualTo(303);
    assertThat(told(script)).doesNotContain("Whose turn");
    assertThat(viewer.get(script).text()).contains("Review 2 of v3").doesNotContain("of v1");
  }

  @Test
  void commentsGiveTheTurnBackAndAnswersReturnIt() {
    String script = asked("second");
    String threads = "/api/v1" + script + "/versions/1/threads";
    Visitor reviewer = team.program(team.accounts().named("second@example.org"), TokenRight.WRITE);
    Answer begun = reviewer.json("POST", threads, "{\"quote\": \"sea\", \"body\": \"Which?\"}");
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    assertThat(told(script)).startsWith("Whose turn The editor (The second has answered");
    String thread = begun.text().replaceAll("(?s).*\"thread_id\":(\\d+).*", "$1");
    String reply = "/api/v1" + script + "/threads/" + thread + "/comments";
    assertThat(program.json("POST", reply, "{\"body\": \"The last one.\"}").status())
        .isEqualTo(201);
    assertThat(told(script)).startsWith("Whose turn The second (The editor has replied");
  }

  @Test
  void itIsPassedOnByHand() {
    String script = asked("second");
    Answer form = second.get(script + "/reviews/1");
    assertThat(form.text()).contains("Pass on");
    assertThat(form.html()).doesNotContain("value=\"" + id("robot") + "\"");
    assertThat(viewer.get(script + "/reviews/1").text()).doesNotContain("Pass on");
    String pass = script + "/reviews/1/turn";
    for (String nobody : new String[] {"", "x", id("robot"), id("viewer"), id("second")}) {
      Answer refused = second.post(pass, new Form().with("person", nobody));
      assertThat(refused.status()).as(nobody).isEqualTo(422);
      assertThat(refused.text()).contains("Choose a person who may comment on this script");
    }
    assertThat(second.post(pass, new Form().with("person", id("admin"))).status()).isEqualTo(303);
    assertThat(told(script))
        .startsWith("Whose turn The admin (passed on by The second")
        .doesNotContain("asked by The editor, ");
    assertThat(second.post(pass, new Form().with("person", id("editor"))).status()).isEqualTo(403);
    Answer passed =
        program.json(
            "POST", "/api/v1" + script + "/reviews/1/turn", "{\"email\": \"second@example.org\"}");
    assertThat(passed.status()).as(passed.text()).isEqualTo(200);
    assertThat(passed.text()).contains("\"turn\":[{\"name\":\"The second\",\"reason\":\"passed\"");
    assertThat(admin.get("/audit").text())
        .contains("Passed a turn on", "in review 1, to The admin");
    editor.post(script + "/reviews/1/close", new Form());
    assertThat(told(script)).doesNotContain("Whose turn");
    assertThat(editor.post(pass, new Form().with("person", id("admin"))).text())
        .contains("It is nobody’s turn any more, because the review is over.");
  }

  @Test
  void itIsNeverTheTurnOfAProgramOrOfSomebodyWhoCannotAct() {
    String script = asked("robot");
    assertThat(told(script)).startsWith("Whose turn The editor (nobody else can go on");
    Account leaver = team.add("leaver", Role.EDITOR);
    String other = asked("leaver");
    team.accounts().change(leaver.id(), account -> account.disabled(true));
    assertThat(told(other)).startsWith("Whose turn The editor (nobody else can go on");
    assertThat(admin.get("/people/technical").html())
        .contains("value=\"" + id("robot") + "\" checked");
    assertThat(editor.get("/people/technical").status()).isEqualTo(403);
    assertThat(admin.get("/audit").text())
        .contains("Marked an account as technical", "The robot <robot@example.org>");
  }
}
