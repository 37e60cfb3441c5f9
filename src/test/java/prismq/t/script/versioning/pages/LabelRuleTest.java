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

/** Labels with a rule, and the log of what became of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabelRuleTest {
  private static final String EDITORS =
      "{\"reviewers\": [{\"email\": \"editor@example.org\"}, {\"email\": \"second@example.org\"}]}";

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
    admin = team.signedIn(Role.ADMIN);
    editor = team.signedIn(Role.EDITOR);
    second = team.signedIn("second");
    viewer = team.signedIn(Role.VIEWER);
    program = team.program(Role.ADMIN, TokenRight.ADMIN);
  }

  @AfterAll
  void close() {
    site.close();
  }

  /** A script of two versions; its address. */
  private String script() {
    scripts++;
    site.script("s" + scripts, "The sea.\n", "The wide sea.\n");
    return "/scripts/s" + scripts;
  }

  private void rule(String script, String json) {
    Answer answer = program.json("POST", "/api/v1" + script + "/label-rules", json);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private Answer label(Visitor visitor, String script, int version, String reason) {
    return visitor.post(
        script + "/labels",
        new Form()
            .with("name", "Final cut")
            .with("version", Integer.toString(version))
            .with("move", "true")
            .with("override_reason", reason));
  }

  private void approve(Visitor visitor, String script, String verdict) {
    Form form = new Form().with("verdict", verdict);
    assertThat(visitor.post(script + "/reviews/1/verdicts", form).status()).isEqualTo(303);
  }

  private String log(String script) {
    return viewer.get(script + "/labels/log").text().replaceAll("\\s+", " ");
  }

  @Test
  void aLabelWaitsForItsApprovals() {
    String script = script();
    rule(script, "{\"name\": \"Final cut\", \"movers\": \"write\", \"approvals\": 2}");
    assertThat(viewer.get(script + "/labels/rules").text())
        .contains("Moved by: Everyone who may write. Needs 2 approvals and nobody against.")
        .doesNotContain("Save rule");
    Answer refused = label(editor, script, 2, "Hurry.");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text())
        .contains("The label “Final cut” is protected. It has 0 of 2 approvals.")
        .doesNotContain("Reason to move it all the same");
    String asked = "/api/v1" + script + "/versions/2/reviews";
    assertThat(program.json("POST", asked, EDITORS).status()).isEqualTo(201);
    approve(editor, script, "approve");
    approve(second, script, "request_changes");
    assertThat(label(editor, script, 2, "").text())
        .contains("It has 1 of 2 approvals. Against it: The second.");
    approve(second, script, "approve_with_small_changes");
    assertThat(label(editor, script, 1, "").text()).contains("It has 0 of 2 approvals.");
    assertThat(label(editor, script, 2, "").status()).isEqualTo(303);
    assertThat(log(script))
        .contains(
            "Final cut Added v2 The editor",
            "Refused v1 The editor It has 0 of 2 approvals.",
            "Refused v2 The editor It has 1 of 2 approvals. Against it: The second.");
  }

  @Test
  void approvalsHoldForAnotherVersionWithTheSameWords() {
    String script = script();
    rule(script, "{\"name\": \"Final cut\", \"movers\": \"write\", \"approvals\": 1}");
    String asked = "/api/v1" + script + "/versions/2/reviews";
    assertThat(program.json("POST", asked, EDITORS).status()).isEqualTo(201);
    approve(editor, script, "approve");
    String id = script.substring("/scripts/".length());
    site.save(id, ScriptText.of("The wide  sea.\n"));
    site.save(id, ScriptText.of("The narrow sea.\n"));
    assertThat(label(editor, script, 4, "").status()).isEqualTo(409);
    assertThat(label(editor, script, 3, "").status()).isEqualTo(303);
    assertThat(label(editor, script, 2, "").status()).isEqualTo(303);
    assertThat(log(script)).contains("Final cut Moved v3 → v2 The editor");
  }

  @Test
  void onlyThoseMoveALabelWhomItsRuleNames() {
    String script = script();
    team.groups().make("Desk of " + script);
    long group =
        team.groups().list().stream()
            .filter(one -> one.name().equals("Desk of " + script))
            .findFirst()
            .orElseThrow()
            .id();
    team.groups().add(group, team.accounts().named("second@example.org").id());
    Form rule =
        new Form()
            .with("name", "Final cut")
            .with("movers", "named")
            .with("named", "group-" + group);
    assertThat(editor.post(script + "/labels/rules", rule).status()).isEqualTo(403);
    assertThat(admin.post(script + "/labels/rules", rule).status()).isEqualTo(303);
    assertThat(admin.get(script + "/labels/rules?name=Final+cut").html())
        .contains("Desk of " + script, "value=\"named\" selected");
    assertThat(label(editor, script, 1, "").text())
        .contains("Only the people and groups that its rule names may move it.");
    assertThat(label(second, script, 1, "").status()).isEqualTo(303);
    Form name = new Form().with("name", "Final cut");
    assertThat(editor.post(script + "/labels/remove", name).status()).isEqualTo(409);
    Answer asked = admin.post(script + "/labels/remove", name);
    assertThat(asked.status()).isEqualTo(409);
    assertThat(asked.text()).contains("Remove “Final cut” all the same");
    Answer removed =
        admin.post(script + "/labels/remove", name.with("override_reason", "Sent by mistake."));
    assertThat(removed.status()).isEqualTo(303);
    assertThat(log(script))
        .contains("Moved against its rule v1 The admin Sent by mistake.", "Rule changed");
    assertThat(admin.get("/audit").text())
        .contains("Changed the rule of a label", "Moved a label against its rule");
    assertThat(admin.post(script + "/labels/rules/remove", name).status()).isEqualTo(303);
    assertThat(label(editor, script, 2, "").status()).isEqualTo(303);
  }

  @Test
  void whoManagesMovesALabelAgainstItsRuleWithAReason() {
    String script = script();
    rule(script, "{\"name\": \"Final cut\", \"movers\": \"manage\", \"approvals\": 3}");
    assertThat(label(editor, script, 2, "").text())
        .contains("Only those who manage the script may move it. It has 0 of 3 approvals.");
    Answer asked = label(admin, script, 2, "");
    assertThat(asked.status()).isEqualTo(409);
    assertThat(asked.text())
        .contains("you can move it all the same if you give a reason", "Final cut");
    assertThat(label(admin, script, 2, "The studio is booked.").status()).isEqualTo(303);
    assertThat(log(script)).contains("Moved against its rule v2 The admin The studio is booked.");
    assertThat(label(admin, script, 2, "").status()).as("it is there already").isEqualTo(303);
  }

  @Test
  void aLabelWaitsForAllThreadsToBeResolved() {
    String script = script();
    rule(script, "{\"name\": \"Final cut\", \"movers\": \"write\", \"threads_resolved\": true}");
    String threads = "/api/v1" + script + "/versions/1/threads";
    Answer begun = program.json("POST", threads, "{\"quote\": \"sea\", \"body\": \"Which?\"}");
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    assertThat(label(editor, script, 2, "").text()).contains("1 thread is not resolved.");
    String thread = begun.text().replaceAll("(?s).*\"thread_id\":(\\d+).*", "$1");
    String resolving = "/api/v1" + script + "/threads/" + thread + "/resolve";
    assertThat(program.json("POST", resolving, "{}").status()).isEqualTo(200);
    assertThat(label(editor, script, 2, "").status()).isEqualTo(303);
  }

  @Test
  void programsAreToldWhatIsInTheWay() {
    String script = script();
    String labels = "/api/v1" + script + "/labels";
    rule(
        script,
        "{\"name\": \"Final cut\", \"movers\": \"named\", \"people\": [\"SECOND@example.org\"],"
            + " \"approvals\": 1}");
    Visitor writer = team.program(Role.EDITOR, TokenRight.WRITE);
    String sent = "{\"name\": \"Final  cut\", \"version_number\": 2}";
    Answer refused = writer.json("POST", labels, sent);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("\"may_override\":false", "It has 0 of 1 approvals.");
    String reasoned = sent.replace("}", ", \"override_reason\": \"Booked.\"}");
    assertThat(writer.json("POST", labels, reasoned).status()).isEqualTo(409);
    assertThat(program.json("POST", labels, sent).text()).contains("\"may_override\":true");
    assertThat(program.json("POST", labels, reasoned).status()).isEqualTo(201);
    Answer log = writer.get("/api/v1" + script + "/label-log?limit=2");
    assertThat(log.text())
        .contains("\"act\":\"overridden\"", "\"to_version\":2", "\"said\":\"Booked.\"")
        .contains("\"next\":\"/api/v1" + script + "/label-log?before=");
    assertThat(writer.get("/api/v1" + script + "/label-rules").text())
        .contains("\"people\":[\"The second\"]", "\"movers\":\"named\"");
  }

  @Test
  void whatIsWrongWithARuleIsSaid() {
    String script = script();
    String rules = "/api/v1" + script + "/label-rules";
    for (String[] wrong :
        new String[][] {
          {"\"movers\": \"write\"", "This rule would change nothing."},
          {"\"movers\": \"named\"", "Choose at least one person or group."},
          {"\"movers\": \"all\"", "Choose who may move it"},
          {"\"movers\": \"named\", \"groups\": [\"x\"]", "There is no group “x”"},
          {"\"movers\": \"named\", \"people\": [\"viewer@example.org\"]", "may write on this"},
          {"\"movers\": \"write\", \"approvals\": 0", "It is a whole number from 1 to 50"}
        }) {
      Answer answer = program.json("POST", rules, "{\"name\": \"x\", " + wrong[0] + "}");
      assertThat(answer.status()).as(wrong[0]).isEqualTo(422);
      assertThat(answer.text()).contains(wrong[1]);
    }
    assertThat(program.json("DELETE", rules + "?name=x", "").status()).isEqualTo(404);
    Form form = new Form().with("name", "<b>").with("movers", "write").with("approvals", "x");
    Answer page = admin.post(script + "/labels/rules", form);
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html()).contains("Use a number of approvals up to 50.", "value=\"&lt;b&gt;\"");
  }
}
