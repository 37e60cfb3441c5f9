package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.pages.Sharing.SharedVisit;

@TestInstance(Lifecycle.PER_CLASS)
class GuestVerdictsTest {
  private static final String FIRST = "The bridge hums at night.\n";
  private static final String SECOND = "The old bridge hums at night.\n";

  private Site site;
  private Team team;
  private Account writer;
  private Visitor maker;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", FIRST, SECOND);
    team = Team.on(site);
    writer = team.add("writer", Role.EDITOR);
    maker = team.signedIn("writer");
  }

  @AfterAll
  void close() {
    site.close();
  }

  private SharedVisit opened(Form form) {
    return Sharing.open(site, Sharing.make(maker, "intro", form));
  }

  private static Form decided(Form form) {
    return form.with("decisions", "true");
  }

  private static Form verdict(String name, String verdict, String comment) {
    return new Form().with("author", name).with("verdict", verdict).with("comment", comment);
  }

  private static Answer send(SharedVisit visit, Form form) {
    String version = visit.page().field("version");
    return visit.guest().post(visit.url() + "/verdicts", form.with("version", version));
  }

  @Test
  void whatAGuestDecidesIsReadByTheGuestsOfTheLinkAndTheTeam() {
    SharedVisit visit = opened(decided(Sharing.comparison(1, 2)));
    Answer sent = send(visit, verdict("Client", "approve", "At last."));
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    assertThat(visit.page().text()).contains("Approved", "Client", "At last.");
    assertThat(maker.get("/scripts/intro/versions/2").text())
        .contains("Decided by guests", "Approved", "Client , guest", "At last.");
    assertThat(maker.get("/scripts/intro/versions/1").text()).doesNotContain("At last.");
    assertThat(maker.get("/scripts/intro/reviews").text()).contains("Decided by guests", "v2");
    assertThat(maker.get("/api/v1/scripts/intro/versions/2/reviews").html())
        .contains("\"name\":\"Client\",\"guest\":true,\"verdict\":\"approve\"");
    assertThat(maker.get("/scripts/intro/review-report").text())
        .contains("Share link, v2 Client (guest) – Approved", "At last.");
  }

  @Test
  void onlyWhatAGuestDecidedLastAboutTheSameWordsStands() {
    SharedVisit visit = opened(decided(Sharing.version(1)));
    send(visit, verdict("Client", "reject", "No."));
    send(visit, verdict("Client", "approve_with_small_changes", "Well, yes."));
    assertThat(visit.page().text()).contains("Well, yes.").doesNotContain("No.");
  }

  @Test
  void guestsOfOtherLinksDoNotSeeIt() {
    SharedVisit one = opened(decided(Sharing.version(1)));
    SharedVisit other = opened(decided(Sharing.version(1)));
    send(one, verdict("Client", "approve", "Between us."));
    assertThat(other.page().text()).doesNotContain("Between us.");
  }

  @Test
  void aLinkTakesDecisionsOnlyWhereItSaysSoAndItsMakerMayDecide() {
    SharedVisit closed = opened(Sharing.version(1));
    Form form = verdict("Client", "approve", "Kept?").with("version", "1");
    Answer refused = closed.guest().post(closed.url() + "/verdicts", form);
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.html()).contains("Kept?");
    assertThat(closed.page().html()).doesNotContain("id=\"decision\"");
    SharedVisit visit = opened(decided(Sharing.version(1)));
    team.give(writer, "intro", Right.COMMENT);
    assertThat(visit.page().html()).doesNotContain("id=\"decision\"");
    Answer late = visit.guest().post(visit.url() + "/verdicts", form);
    assertThat(late.status()).isEqualTo(404);
    team.take(writer, "intro");
  }

  @Test
  void aRevokedLinkTakesNoDecision() {
    SharedVisit visit = opened(decided(Sharing.version(1)));
    team.shareLinks().revoke(team.shareLinks().link(visit.shareLinkId()));
    Form form = verdict("Client", "approve", "Too late").with("version", "1");
    Answer answer = visit.guest().post(visit.url() + "/verdicts", form);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("This link does not open", "Too late");
  }

  @Test
  void aTextThatChangedMeanwhileIsReadAgainBeforeItIsDecidedAbout() {
    site.script("moving", FIRST);
    String path =
        Sharing.make(maker, "moving", decided(Sharing.version(1)).with("shows", "newest"));
    SharedVisit visit = Sharing.open(site, path);
    send(visit, verdict("Client", "approve", "Good as it is."));
    Form seen =
        verdict("Client", "reject", "Not this.").with("version", visit.page().field("version"));
    site.save("moving", ScriptText.of(SECOND));
    Answer answer = visit.guest().post(visit.url() + "/verdicts", seen);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text()).contains("The text has changed", "Not this.");
    assertThat(answer.html()).containsPattern("value=\"reject\"\\s+checked");
    assertThat(visit.page().text()).doesNotContain("Good as it is.");
    site.save("moving", ScriptText.of(FIRST));
    assertThat(visit.page().text()).as("the same words again").contains("Good as it is.");
  }

  @Test
  void wrongFieldsAreSaidAndNothingTypedIsLost() {
    SharedVisit visit = opened(decided(Sharing.version(1)));
    for (Form form :
        List.of(
            verdict("Client", "", "Typed."),
            verdict("Client", "through", "Typed."),
            verdict("Client", "not_for_me", "Typed."),
            verdict("Client", "everything", "Typed."),
            verdict(writer.name(), "approve", "Typed."),
            verdict("", "approve", "Typed."))) {
      Answer answer = send(visit, form);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.html()).contains("Typed.");
    }
    assertThat(visit.page().text()).doesNotContain("Typed.");
  }

  @Test
  void aLinkTakesTenDecisionsAMinute() {
    String path = Sharing.make(maker, "intro", decided(Sharing.version(1)));
    for (int i = 0; i < 10; i++) {
      send(Sharing.open(site, path), verdict("Client " + i, "approve", ""));
    }
    Answer answer = send(Sharing.open(site, path), verdict("Client", "reject", "One more"));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.html()).contains("One more");
  }

  @Test
  void noLinkDrivesTheDecisionsOfAnotherOutOfSight() {
    site.script("flooded", FIRST);
    SharedVisit client =
        Sharing.open(site, Sharing.make(maker, "flooded", decided(Sharing.version(1))));
    send(client, verdict("Client", "reject", "Not like this."));
    String path = Sharing.make(maker, "flooded", decided(Sharing.version(1)));
    for (int i = 0; i < 10; i++) {
      send(Sharing.open(site, path), verdict("Crowd " + i, "approve", ""));
    }
    site.database()
        .write(handle -> handle.execute("UPDATE guest_verdicts SET given_at = given_at - 60000"));
    send(Sharing.open(site, path), verdict("Crowd 10", "approve", ""));
    assertThat(maker.get("/scripts/flooded/reviews").text())
        .contains("Not like this.", "Crowd 10", "Crowd 1")
        .doesNotContain("Crowd 0");
  }

  @Test
  void whoeverOnlyDecidedCanBeSaidToHaveAnAccount() {
    String path =
        Sharing.make(maker, "intro", decided(Sharing.version(1)).with("hide_names", "true"));
    SharedVisit visit = Sharing.open(site, path);
    SharedVisit other = Sharing.open(site, path);
    send(visit, verdict("Lawyer", "request_changes", "Check the names."));
    String page = "/scripts/intro/share-links/" + visit.shareLinkId();
    Visitor admin = team.signedIn(Role.ADMIN);
    assertThat(admin.get(page).text()).contains("Lawyer", "1 decision");
    Account counsel = team.add("counsel", Role.COMMENTER);
    Sharing.tie(admin, "intro", visit, counsel);
    assertThat(maker.get("/scripts/intro/versions/1").text()).contains(counsel.name());
    assertThat(other.page().text())
        .contains("Check the names.", "The team")
        .doesNotContain(counsel.name(), "Lawyer");
  }

  @Test
  void aReportCannotBeDecidedAbout() {
    Answer answer = maker.post("/scripts/intro/share-links", decided(Sharing.report()));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("a report has none");
  }
}
