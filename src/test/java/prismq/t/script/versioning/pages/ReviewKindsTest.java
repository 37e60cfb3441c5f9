package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.token.TokenRight;

/** Reviews of comparisons, by groups, and with the scores of an AI. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewKindsTest {
  private static final String EDITOR = "{\"reviewers\": [{\"email\": \"editor@example.org\"}]}";

  private Site site;
  private Team team;
  private Visitor admin;
  private Visitor editor;
  private Visitor program;
  private long group;
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
    program = team.program(Role.ADMIN, TokenRight.WRITE_AS);
    team.groups().make("Night desk");
    team.groups().make("Readers");
    group = group("Night desk");
    for (String member : new String[] {"editor", "second", "viewer"}) {
      team.groups().add(group, team.accounts().named(member + "@example.org").id());
    }
    team.groups().add(group("Readers"), team.accounts().named("viewer@example.org").id());
  }

  private long group(String name) {
    return team.groups().list().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
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

  private Answer ask(String script, String json) {
    return program.json("POST", "/api/v1" + script + "/versions/2/reviews", json);
  }

  private Answer say(Visitor visitor, String script, String json) {
    return visitor.json("POST", "/api/v1" + script + "/reviews/1/verdicts", json);
  }

  private static JsonNode json(Answer answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(answer.text(), e);
    }
  }

  @Test
  void aGroupIsAskedByAskingEachMemberWhoMayAnswer() {
    String script = script();
    String both =
        "{\"reviewers\": [{\"group\": \"Night desk\", \"role\": \"tone\"},"
            + " {\"email\": \"second@example.org\", \"role\": \"grammar\"}]}";
    JsonNode reviewers = json(ask(script, both)).path("reviewers");
    assertThat(reviewers).hasSize(2);
    assertThat(reviewers.path(0).path("name").asText()).isEqualTo("The second");
    assertThat(reviewers.path(0).path("role").asText()).isEqualTo("grammar");
    assertThat(reviewers.path(0).path("group").isNull()).isTrue();
    assertThat(reviewers.path(1).path("name").asText()).isEqualTo("The editor");
    assertThat(reviewers.path(1).path("role").asText()).isEqualTo("tone");
    assertThat(reviewers.path(1).path("group").asText()).isEqualTo("Night desk");
    assertThat(admin.get(script + "/reviews/1").text()).contains("for Night desk");
    for (String unknown : new String[] {"Readers", "Nobody"}) {
      assertThat(ask(script, "{\"reviewers\": [{\"group\": \"" + unknown + "\"}]}").text())
          .contains("There is no group “" + unknown + "” with anybody who may comment here.");
    }
    assertThat(ask(script, "{\"reviewers\": [{\"group\": \"x\", \"email\": \"y\"}]}").text())
        .contains("Each has an email or a group");
  }

  @Test
  void theFormAsksAGroup() {
    String script = script();
    Answer form = editor.get(script + "/versions/2/reviews");
    assertThat(form.text())
        .contains("everyone in the group: The editor and The second")
        .doesNotContain("Readers");
    Answer sent =
        editor.post(
            script + "/versions/2/reviews",
            new Form().with("group", Long.toString(group)).with("role-group-" + group, "tone"));
    assertThat(sent.status()).isEqualTo(303);
    assertThat(editor.get(script + "/reviews/1").text())
        .contains("The second", "The editor", "tone");
  }

  @Test
  void aComparisonIsReviewedAsTheVersionOnItsRight() {
    String script = script();
    String comparison = script + "/compare/1...2";
    assertThat(editor.get(comparison).html())
        .contains("href=\"" + script + "/versions/2/reviews?from=1\"");
    String form = script + "/versions/2/reviews?from=1";
    assertThat(editor.get(form).text()).contains("Ask for a review of the changes from v1 to v2");
    long second = team.accounts().named("second@example.org").id();
    Answer sent = editor.post(form, new Form().with("person", Long.toString(second)));
    assertThat(sent.status()).isEqualTo(303);
    assertThat(editor.get(script + "/reviews/1").html())
        .contains("<a href=\"" + comparison + "\">v1 to v2</a>");
    assertThat(editor.get(script + "/reviews").html()).contains(comparison);
    assertThat(editor.get(script + "/versions/2").text()).contains("Of the changes from v1 to v2");
    Answer read = program.get("/api/v1" + script + "/reviews/1");
    assertThat(json(read).path("from_version").asInt()).isEqualTo(1);
    assertThat(editor.get(script + "/versions/2/reviews?from=9").status()).isEqualTo(404);
    assertThat(ask(script, EDITOR.replace("]}", "], \"from_version\": 9}")).status())
        .isEqualTo(404);
    assertThat(ask(script, EDITOR.replace("]}", "], \"from_version\": 2}")).text())
        .contains("Compare two different versions.");
  }

  @Test
  void theScoresOfAnAiAreKeptWithItsVerdict() {
    String script = script();
    assertThat(ask(script, EDITOR).status()).isEqualTo(201);
    Visitor reviewer = team.program(Role.EDITOR, TokenRight.WRITE);
    String given =
        "{\"verdict\": \"request_changes\", \"scores\": {\"pace\": 7.50, \"words\": 9e2, \"<b>\": 0}}";
    Answer answer = say(reviewer, script, given);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(json(answer).path("reviewers").path(0).path("verdict").path("scores").toString())
        .isEqualTo("{\"pace\":7.5,\"words\":900,\"<b>\":0}");
    assertThat(admin.get(script + "/reviews/1").html())
        .contains("<bdi>pace</bdi></dt><dd>7.5</dd>", "<bdi>&lt;b&gt;</bdi></dt><dd>0</dd>");
    for (String wrong :
        new String[] {"\"high\"", "null", "1e400", "0.1234567", "1000000001", "true"}) {
      Answer refused =
          say(
              reviewer,
              script,
              "{\"verdict\": \"approve\", \"scores\": {\"pace\": " + wrong + "}}");
      assertThat(refused.status()).as(wrong).isEqualTo(422);
      assertThat(refused.text())
          .contains("“pace” needs a number up to a billion with at most 6 decimals.");
    }
    assertThat(say(reviewer, script, "{\"verdict\": \"approve\", \"scores\": {\"\": 1}}").status())
        .isEqualTo(422);
  }
}
