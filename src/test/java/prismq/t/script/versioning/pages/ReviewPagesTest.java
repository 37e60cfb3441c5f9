package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.token.TokenRight;

/**
 * Reviews as those see them who ask, who answer and who read; each test has a script of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewPagesTest {
  private static final String BOTH =
      """
      {"reviewers": [{"email": "editor@example.org", "role": "Grammar", "weight": 2},
        {"email": "SECOND@example.org"}], "message": "Mind the ending."}
      """;

  private Site site;
  private Team team;
  private Visitor admin;
  private Visitor editor;
  private Visitor second;
  private Visitor commenter;
  private Visitor program;
  private int scripts;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    team = Team.on(site);
    team.add(Role.VIEWER);
    team.add(Role.COMMENTER);
    team.add(Role.EDITOR);
    team.add("second", Role.EDITOR);
    admin = team.signedIn(Role.ADMIN);
    editor = team.signedIn(Role.EDITOR);
    second = team.signedIn("second");
    commenter = team.signedIn(Role.COMMENTER);
    program = team.program(Role.ADMIN, TokenRight.WRITE_AS);
  }

  @AfterAll
  void close() {
    site.close();
  }

  /** A script with one version of this text, which a program saved for an AI; its address. */
  private String script(String text) {
    scripts++;
    String id = "s" + scripts;
    String made = "{\"script_id\": \"" + id + "\", \"title\": \"A script\"}";
    assertThat(program.json("POST", "/api/v1/scripts", made).status()).isEqualTo(201);
    save("/scripts/" + id, text);
    return "/scripts/" + id;
  }

  private void save(String script, String text) {
    String version =
        "{\"content\": \"" + text + "\", \"author\": \"AI writer\", \"change_description\": \"x\"}";
    Answer saved = program.json("POST", "/api/v1" + script + "/versions", version);
    assertThat(saved.status()).as(saved.text()).isEqualTo(201);
  }

  private Answer ask(String script, String json) {
    return program.json("POST", "/api/v1" + script + "/versions/latest/reviews", json);
  }

  private JsonNode asked(String script, String json) {
    Answer answer = ask(script, json);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return json(answer);
  }

  private static JsonNode json(Answer answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(answer.text(), e);
    }
  }

  private JsonNode review(String script, int version) {
    return json(program.get("/api/v1" + script + "/versions/" + version + "/reviews"))
        .path("reviews")
        .path(0);
  }

  private Answer say(Visitor visitor, String script, String verdict, String comment) {
    return visitor.post(
        script + "/reviews/1/verdicts",
        new Form().with("verdict", verdict).with("comment", comment));
  }

  private void rule(String script, String rule) {
    Answer answer = program.json("PATCH", "/api/v1" + script, "{\"review_rule\": " + rule + "}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void aVersionIsApprovedWhenEverybodyWhoWasAskedApproves() {
    String script = script("one");
    JsonNode made = asked(script, BOTH);
    assertThat(made.path("review_id").asInt()).isEqualTo(1);
    assertThat(made.path("state").asText()).isEqualTo("open");
    assertThat(made.path("version_hash").asText()).hasSize(64);
    assertThat(made.path("reviewers").path(0).path("role").asText()).isEqualTo("grammar");
    assertThat(made.path("missing").path(0).asText())
        .isEqualTo("An answer from The editor and The second.");
    assertThat(editor.get(script + "/versions/1").text())
        .contains("Mind the ending.", "Your verdict", "Request changes")
        .doesNotContain("I am through");
    assertThat(admin.get(script + "/versions/1").text())
        .contains(
            "Review 1", "Not answered yet", "A version is approved when everyone who can decide")
        .doesNotContain("Your verdict");
    Answer sent = say(editor, script, "approve", "Good.\nVery good.");
    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.header("Location")).endsWith(script + "/reviews/1");
    assertThat(admin.get(script).text()).contains("1 of 2 approved");
    say(second, script, "approve_with_small_changes", "");
    assertThat(admin.get(script).html()).contains("class=\"label verdict approved\"");
    assertThat(admin.get(script + "/reviews").text()).contains("Review 1", "approved");
    assertThat(review(script, 1).path("state").asText()).isEqualTo("approved");
    assertThat(admin.get("/audit").text())
        .contains("Asked for a review", "Gave a verdict", "Approve, in review 1");
  }

  @Test
  void theLaterVerdictOfAPersonCountsAndTheEarlierIsKept() {
    String script = script("one");
    asked(script, BOTH);
    say(editor, script, "request_changes", "Not yet.");
    assertThat(admin.get(script).text()).contains("changes asked");
    say(editor, script, "approve", "Now it is.");
    JsonNode reviewer = review(script, 1).path("reviewers").path(0);
    assertThat(reviewer.path("verdict").path("verdict").asText()).isEqualTo("approve");
    assertThat(reviewer.path("earlier_verdicts").path(0).path("comment").asText())
        .isEqualTo("Not yet.");
    assertThat(editor.get(script + "/reviews/1").text())
        .contains("Earlier verdicts Changes requested", "Not yet.", "Now it is.");
  }

  @Test
  void theScenesOfWhatIsReviewedLeadToItsPages() {
    String room = "INT. ROOM - DAY\\n\\nDAN\\nRain falls.\\n\\n";
    String script = script(room + "EXT. SEA - DAY\\n\\nWaves.\\n");
    asked(script, BOTH);
    assertThat(editor.get(script + "/reviews/1").html())
        .contains("<a href=\"" + script + "/versions/1#scene-2\">", "EXT. SEA - DAY");
    save(script, room + "EXT. SHORE - DAY\\n\\nWaves.\\n");
    asked(script, BOTH.replaceFirst("\\{", "{\"from_version\": 1, "));
    assertThat(editor.get(script + "/reviews/2").html())
        .contains("compare/1...2?view=page#scene-2\">", "± since v1", "SEA → SHORE");
  }

  @Test
  void aVerdictOnAnOlderTextIsRefusedWithWhatChanged() {
    String script = script("one two three");
    asked(script, BOTH);
    say(editor, script, "approve", "");
    save(script, "one two three four five");
    Answer late = say(second, script, "approve", "What I typed.");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text())
        .contains(
            "Version 1 is no longer the latest: version 2 has other words (2 words added)."
                + " Nothing was saved.",
            "What I typed.",
            "v1 lapsed");
    assertThat(late.html()).contains(script + "/compare/1...2", script + "/versions/2/reviews");
    JsonNode lapsed = review(script, 1);
    assertThat(lapsed.path("state").asText()).isEqualTo("lapsed");
    assertThat(lapsed.path("lapsed_by").asInt()).isEqualTo(2);
    assertThat(lapsed.path("reviewers").path(0).path("verdict").path("lapsed").asBoolean())
        .isTrue();
    Answer byProgram =
        team.program(Role.EDITOR, TokenRight.WRITE)
            .json("POST", "/api/v1" + script + "/reviews/1/verdicts", "{\"verdict\": \"reject\"}");
    assertThat(byProgram.status()).isEqualTo(409);
    assertThat(json(byProgram).path("words_added").asInt()).isEqualTo(2);
    assertThat(json(byProgram).path("words_removed").asInt()).isZero();
    assertThat(json(byProgram).path("head_version").asInt()).isEqualTo(2);
    assertThat(json(byProgram).path("comparison").asText()).isEqualTo(script + "/compare/1...2");
    asked(script, BOTH);
    assertThat(admin.get(script + "/versions/2").text()).contains("v1: Approved lapsed");
    assertThat(
            review(script, 2).path("reviewers").path(0).path("earlier_verdicts").path(0).toString())
        .contains("\"version_number\":1", "\"lapsed\":true", "\"counts\":false");
  }

  @Test
  void verdictsHoldWhereNoWordChanged() {
    String script = script("one two three");
    asked(script, BOTH);
    say(editor, script, "approve", "");
    save(script, "one two\\nthree\\n");
    assertThat(say(second, script, "approve", "").status()).isEqualTo(303);
    assertThat(review(script, 1).path("state").asText()).isEqualTo("approved");
    assertThat(review(script, 1).path("lapsed_by").isNull()).isTrue();
    save(script, "one two; three!\\n");
    assertThat(review(script, 1).path("state").asText()).isEqualTo("approved");
    save(script, "one two four");
    assertThat(review(script, 1).path("state").asText()).isEqualTo("lapsed");
    save(script, "one two three");
    assertThat(review(script, 1).path("state").asText()).isEqualTo("approved");
  }

  @Test
  void anOlderTextIsNotAskedAbout() {
    String script = script("one");
    save(script, "two");
    String form = script + "/versions/1/reviews";
    assertThat(editor.get(form).text())
        .contains("so a verdict on version 1 would not count", "Ask for a review of v2");
    Answer refused = program.json("POST", "/api/v1" + form, BOTH);
    assertThat(refused.status()).isEqualTo(409);
  }

  @Test
  void nobodyDecidesByApprovingWhatTheyMade() {
    String script = script("one");
    Form version = Form.version("by the editor", "", "mine", 1);
    assertThat(editor.post(script + "/versions", version).status()).isEqualTo(303);
    team.accounts()
        .change(
            team.accounts().find("editor@example.org").orElseThrow().id(),
            account ->
                new Account(
                    account.id(),
                    "The renamed",
                    account.email(),
                    account.timeZone(),
                    account.language(),
                    account.role(),
                    false));
    assertThat(admin.get(script + "/versions/2/reviews").text())
        .contains("The renamed made this version; their approval does not count");
    asked(script, BOTH);
    assertThat(editor.get(script + "/versions/2").text())
        .contains("An approval of one’s own version does not count.");
    say(editor, script, "approve", "");
    JsonNode own = review(script, 2);
    assertThat(own.path("state").asText()).isEqualTo("open");
    assertThat(own.path("reviewers").path(0).path("verdict").path("counts").asBoolean()).isFalse();
    say(second, script, "approve", "");
    assertThat(review(script, 2).path("state").asText()).isEqualTo("approved");
    say(editor, script, "reject", "I see it now.");
    assertThat(review(script, 2).path("state").asText()).isEqualTo("changes_asked");
    team.accounts()
        .change(
            team.accounts().find("editor@example.org").orElseThrow().id(),
            account ->
                new Account(
                    account.id(),
                    "The editor",
                    account.email(),
                    account.timeZone(),
                    account.language(),
                    account.role(),
                    false));
  }

  @Test
  void whoMayOnlyCommentSaysThrough() {
    String script = script("one");
    asked(
        script,
        """
        {"reviewers": [{"email": "commenter@example.org", "role": "tone"},
          {"email": "editor@example.org"}]}
        """);
    assertThat(commenter.get(script + "/versions/1").text())
        .contains("I am through", "Not for me")
        .doesNotContain("Request changes");
    Answer refused = say(commenter, script, "approve", "Mine.");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("You may comment on this script, but not write", "Mine.");
    assertThat(say(commenter, script, "through", "").status()).isEqualTo(303);
    assertThat(say(editor, script, "through", "").status()).isEqualTo(403);
    assertThat(admin.get(script).text()).contains("0 of 1 approved");
    assertThat(say(second, script, "approve", "").text())
        .contains("You were not asked for this review.");
  }

  @Test
  void theRuleOfAScriptSaysWhatIsMissing() {
    String script = script("one");
    rule(script, "{\"kind\": \"approvals\", \"approvals\": 1, \"roles\": [\"Tone\", \"legal\"]}");
    asked(
        script,
        """
        {"reviewers": [{"email": "editor@example.org"},
          {"email": "commenter@example.org", "role": "tone"}]}
        """);
    say(editor, script, "approve", "");
    assertThat(admin.get(script + "/reviews/1").text())
        .contains(
            "A version is approved with 1 approval and nobody against. These roles must have answered:"
                + " tone and legal.",
            "An answer as tone. Somebody who is asked as legal. Ask for another review.");
    rule(script, "null");
    assertThat(admin.get(script + "/reviews/1").text()).contains("1 approval and nobody against");
    assertThat(admin.get("/api/v1" + script).text())
        .contains("\"review_rule\":{\"kind\":\"unanimous\",\"approvals\":null,\"roles\":[]}");
    assertThat(admin.get("/audit").text()).contains("Changed how reviews are decided");
  }

  @Test
  void whoManagesAScriptChangesItsRuleByAForm() {
    String script = script("one");
    String form = script + "/reviews/rule";
    assertThat(editor.get(script + "/reviews").text())
        .contains("when everyone who can decide approves", "No reviews yet")
        .doesNotContain("Change rule");
    assertThat(editor.post(form, new Form().with("kind", "majority")).status()).isEqualTo(403);
    Answer wrong = admin.post(form, new Form().with("kind", "approvals").with("approvals", "0"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("Use a number of approvals from 1 to 50.");
    assertThat(admin.post(form, new Form().with("kind", "some")).text())
        .contains("Choose when a version is approved.");
    admin.post(form, new Form().with("kind", "weighted").with("roles", "Grammar, legal ,,grammar"));
    assertThat(admin.get(script + "/reviews").text())
        .contains("more than half of the weight", "must have answered: grammar and legal.");
    Answer byEditor =
        team.program(Role.EDITOR, TokenRight.WRITE)
            .json("PATCH", "/api/v1" + script, "{\"review_rule\": {\"kind\": \"majority\"}}");
    assertThat(byEditor.status()).isEqualTo(403);
    for (String rule :
        new String[] {
          "{\"kind\": \"all\"}",
          "{\"kind\": \"approvals\"}",
          "{\"kind\": \"majority\", \"roles\": [1]}",
          "{\"kind\": \"majority\", \"more\": 1}",
          "7"
        }) {
      Answer refused = program.json("PATCH", "/api/v1" + script, "{\"review_rule\": " + rule + "}");
      assertThat(refused.status()).as(rule).isEqualTo(422);
    }
  }

  @Test
  void theFormAsksThoseWhoAreChosenAndKeepsWhatWasTyped() {
    String script = script("one");
    String form = script + "/versions/1/reviews";
    assertThat(editor.get(script + "/versions/1").html()).contains(form);
    assertThat(editor.get(form).text())
        .contains("The commenter may only comment, so does not decide", "The second")
        .doesNotContain("The viewer");
    String second = id("second");
    Answer nobody = editor.post(form, new Form().with("message", "Please & thanks"));
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.text()).contains("Choose at least one person.");
    assertThat(nobody.html()).contains("Please &amp; thanks");
    Form past =
        new Form()
            .with("person", second)
            .with("deadline", "2020-01-31")
            .with("role-person-" + second, "x");
    assertThat(editor.post(form, past).text()).contains("This deadline is in the past.");
    String today = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
    Form good =
        new Form()
            .with("person", second)
            .with("role-person-" + second, "TONE")
            .with("deadline", today)
            .with("message", "<b>Please</b>");
    assertThat(editor.post(form, good).status()).isEqualTo(303);
    assertThat(editor.get(script + "/reviews/1").html())
        .contains("&lt;b&gt;Please&lt;/b&gt;", ">tone<", "due ");
    Form stranger = new Form().with("person", id("viewer"));
    assertThat(editor.post(form, stranger).text()).contains("Choose at least one person.");
  }

  private String id(String word) {
    return Long.toString(team.accounts().find(word + "@example.org").orElseThrow().id());
  }

  @Test
  void whatCannotBeAskedIsSaidClearly() {
    String script = script("one");
    String[][] cases = {
      {"{\"reviewers\": []}", "Choose at least one person."},
      {"{}", "It is missing."},
      {one("\"email\": \"no@example.org\""), "Nobody with the e-mail address no@example.org may"},
      {one("\"email\": \"viewer@example.org\""), "Nobody with the e-mail address viewer@"},
      {one("\"email\": \"editor@example.org\", \"weight\": 11"), "from 1 to 10"},
      {one("\"email\": \"editor@example.org\", \"weight\": \"2\""), "a whole weight"},
      {one("\"email\": \"editor@example.org\", \"role\": \"" + "x".repeat(41) + "\""), "41"},
      {one("\"email\": \"editor@example.org\", \"role\": \"a\\nb\""), "Use one line"},
      {
        "{\"reviewers\": [{\"email\": \"editor@example.org\"}, {\"email\": \"Editor@example.org\"}]}",
        "is named twice"
      },
      {one("\"email\": \"editor@example.org\"", "2020-01-31"), "in the past"},
      {one("\"email\": \"editor@example.org\"", "2026-02-31"), "Use a day"},
      {one("\"email\": \"editor@example.org\"", "soon"), "ISO 8601"}
    };
    for (String[] one : cases) {
      Answer refused = ask(script, one[0]);
      assertThat(refused.status()).as(one[0]).isEqualTo(422);
      assertThat(refused.text()).contains(one[1]);
    }
    assertThat(review(script, 1).isMissingNode()).isTrue();
  }

  private static String one(String members) {
    return "{\"reviewers\": [{" + members + "}]}";
  }

  private static String one(String members, String deadline) {
    return "{\"reviewers\": [{" + members + "}], \"deadline\": \"" + deadline + "\"}";
  }

  @Test
  void aClosedReviewTakesNoVerdicts() {
    String script = script("one");
    asked(script, BOTH);
    say(editor, script, "approve", "");
    assertThat(editor.get(script + "/reviews/1").text()).doesNotContain("Close review");
    assertThat(editor.post(script + "/reviews/1/close", new Form()).status()).isEqualTo(403);
    assertThat(admin.get(script + "/reviews/1").text()).contains("Close review");
    assertThat(admin.post(script + "/reviews/1/close", new Form()).status()).isEqualTo(303);
    Answer late = say(second, script, "reject", "Too late.");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("The admin closed this review on", "Too late.");
    assertThat(admin.post(script + "/reviews/1/close", new Form()).status()).isEqualTo(409);
    assertThat(second.get(script + "/versions/1").text()).doesNotContain("Your verdict");
  }

  @Test
  void whatIsWrongWithAVerdictIsSaid() {
    String script = script("one");
    asked(script, BOTH);
    assertThat(say(editor, script, "", "Kept.").text()).contains("Choose a verdict.", "Kept.");
    assertThat(say(editor, script, "fine", "").status()).isEqualTo(422);
    assertThat(say(editor, script, "approve", "x".repeat(10_001)).text())
        .contains("10001 characters; the limit is 10000");
    assertThat(say(editor, script, "approve", "<script>alert(1)</script>").status()).isEqualTo(303);
    assertThat(editor.get(script + "/reviews/1").html()).doesNotContain("<script>alert");
    assertThat(editor.get(script + "/reviews/2").status()).isEqualTo(404);
    assertThat(editor.get(script + "/reviews/x").text()).contains("There is no such review");
  }

  @Test
  void aReviewOfARestrictedScriptIsNotThereForOthers() {
    String script = script("one");
    asked(script, BOTH);
    String id = script.substring("/scripts/".length());
    team.restrict(id);
    Answer foreign = editor.get(script + "/reviews/1");
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.text().replace(id, "none"))
        .isEqualTo(editor.get("/scripts/none/reviews/1").text());
    assertThat(say(editor, script, "approve", "").status()).isEqualTo(404);
    assertThat(review(script, 1).path("missing").toString())
        .contains("Somebody else who can decide");
    Account editing = team.accounts().find("editor@example.org").orElseThrow();
    team.give(editing, id, Right.COMMENT);
    assertThat(say(editor, script, "through", "").status()).isEqualTo(303);
    assertThat(ask(script, BOTH).text()).contains("Nobody with the e-mail address SECOND@");
  }

  @Test
  void whoCanNoLongerSignInIsNotWaitedFor() {
    String script = script("one");
    Account leaver = team.add("leaver" + scripts, Role.EDITOR);
    asked(
        script,
        "{\"reviewers\": [{\"email\": \""
            + leaver.email()
            + "\"}, {\"email\": \"editor@example.org\"}]}");
    say(editor, script, "approve", "");
    assertThat(review(script, 1).path("state").asText()).isEqualTo("open");
    team.accounts().change(leaver.id(), account -> account.disabled(true));
    assertThat(review(script, 1).path("state").asText()).isEqualTo("approved");
    assertThat(admin.get(script + "/reviews/1").text()).contains("Can no longer answer");
  }

  @Test
  void reviewsNeedAccounts(@TempDir Path folder) {
    try (Site alone = Site.open(folder)) {
      alone.script("intro", "one\n");
      assertThat(alone.get("/scripts/intro/versions/1/reviews").text())
          .contains("Reviews are asked of people with accounts, and nobody has one here yet.");
      assertThat(alone.get("/scripts/intro/reviews").html()).contains("href=\"/set-up\"");
      Answer asked =
          Visitor.of(alone)
              .json(
                  "POST",
                  "/api/v1/scripts/intro/versions/1/reviews",
                  "{\"reviewers\": [{\"email\": \"a@example.org\"}]}");
      assertThat(asked.status()).isEqualTo(403);
      assertThat(asked.text()).contains("Reviews are asked of people with accounts");
    }
  }
}
