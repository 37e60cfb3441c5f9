package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.token.TokenRight;

/** The editorial record of a label. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabelRecordTest {
  private Site site;
  private Team team;
  private Visitor admin;
  private Visitor editor;
  private Visitor viewer;
  private Visitor program;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    team = Team.on(site);
    team.add(Role.VIEWER);
    team.add(Role.EDITOR);
    admin = team.signedIn(Role.ADMIN);
    editor = team.signedIn(Role.EDITOR);
    viewer = team.signedIn(Role.VIEWER);
    program = team.program(Role.ADMIN, TokenRight.WRITE_AS);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private void post(String path, String json) {
    Answer answer = program.json("POST", "/api/v1" + path, json);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  private void save(String script, String text, String source) {
    post(
        script + "/versions",
        "{\"content\": \""
            + text
            + "\", \"author\": \"AI writer\", \"change_description\": \"x\","
            + " \"metadata\": {\"source\": \""
            + source
            + "\"}}");
  }

  private void review(String script, int number, String verdict) {
    post(
        script + "/versions/latest/reviews",
        "{\"reviewers\": [{\"email\": \"editor@example.org\", \"role\": \"tone\"}]}");
    Form said = new Form().with("verdict", verdict);
    assertThat(editor.post(script + "/reviews/" + number + "/verdicts", said).status())
        .isEqualTo(303);
  }

  private static Form take(String version) {
    return new Form().with("name", "Final & cut").with("version", version);
  }

  private static String words(Answer page) {
    return page.text().replaceAll("\\s+", " ");
  }

  @Test
  void aRecordSaysWhoStandsForWhichWords() {
    String script = "/scripts/record";
    post("/scripts", "{\"script_id\": \"record\", \"title\": \"The <last> keeper\"}");
    save(script, "one two three four", "ai");
    review(script, 1, "request_changes");
    save(script, "one two five six", "human");
    editor.post(script + "/versions/2/read", new Form());
    review(script, 2, "approve");
    post(script + "/labels", "{\"name\": \"Final & cut\", \"version_number\": 2}");
    String record = script + "/labels/record?name=Final+%26+cut";
    assertThat(viewer.get(script + "/labels").html()).contains("/labels/record?name=Final");
    assertThat(words(viewer.get(record)))
        .contains("The <last> keeper , Final & cut", "Labelled", "The admin")
        .contains("100 % in v1, the first version in review", "50 % in v2")
        .contains("Nobody has taken responsibility for these words yet.")
        .contains("The editor tone Approved", "Changes requested")
        .contains("had marked 100 % of it as read (4 of 4 words)")
        .contains("had marked 0 % of it as read (0 of 4 words)")
        .contains("void: v1 has other words")
        .doesNotContain("I take responsibility");
    String taking = script + "/labels/record/responsibility";
    assertThat(editor.post(taking, take("1")).text())
        .contains("The label “Final & cut” is on version 2 by now.");
    assertThat(editor.post(taking, take("2")).status()).isEqualTo(303);
    assertThat(editor.post(taking, take("2")).status()).isEqualTo(303);
    assertThat(words(viewer.get(record)))
        .containsOnlyOnce("Responsibility The editor")
        .doesNotContain("Nobody has taken responsibility");
    assertThat(admin.get("/audit").text()).contains("Took responsibility for a labelled version");
    save(script, "one two five six seven", "ai");
    assertThat(words(viewer.get(record)))
        .contains("Version 3 has other words (1 word added). This record is of version 2");
    post(script + "/labels", "{\"name\": \"Final & cut\", \"version_number\": 3, \"move\": true}");
    assertThat(words(viewer.get(record)))
        .contains("Nobody has taken responsibility for these words yet.")
        .contains("void: v2 has other words");
    String json = program.get("/api/v1" + script + "/label-record?name=Final%20%26%20cut").text();
    assertThat(json)
        .contains("\"version_number\":3", "\"labelled_by\":\"The admin\"", "\"changed_by\":null")
        .contains("\"words_read\":4,\"words_to_read\":4", "\"words_read\":0")
        .contains("\"verdict\":\"approve\"", "\"holds\":false", "\"ai_percent_before\":100.0");
  }

  @Test
  void onlyPeopleTakeResponsibility() {
    post("/scripts", "{\"script_id\": \"people\", \"title\": \"People\"}");
    save("/scripts/people", "one", "human");
    post("/scripts/people/labels", "{\"name\": \"final\", \"version_number\": 1}");
    team.add("robot", Role.EDITOR);
    Visitor robot = team.signedIn("robot");
    String id = Long.toString(team.accounts().named("robot@example.org").id());
    admin.post("/people/technical", new Form().with("account", id));
    Answer refused =
        robot.post(
            "/scripts/people/labels/record/responsibility",
            new Form().with("name", "final").with("version", "1"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text())
        .contains("Responsibility is taken by a person who is signed in, not by a program.");
    assertThat(viewer.get("/scripts/people/labels/record?name=none").status()).isEqualTo(404);
    assertThat(viewer.get("/scripts/people/labels/record").status()).isEqualTo(404);
  }
}
