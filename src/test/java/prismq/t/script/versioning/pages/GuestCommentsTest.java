package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
class GuestCommentsTest {
  private static final String FIRST = "The bridge hums at night.\n\nNobody knows why.\n";
  private static final String SECOND = "The old bridge hums at night.\n\nEverybody knows.\n";

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

  private static Form commented(Form form) {
    return form.with("comments", "true");
  }

  private static Form comment(String name, String line, String body) {
    return new Form().with("author", name).with("first_line", line).with("body", body);
  }

  private static Answer start(SharedVisit visit, Form form) {
    String version = visit.page().field("version");
    return visit.guest().post(visit.url() + "/comments", form.with("version", version));
  }

  private static String post(SharedVisit visit, Form form) {
    Answer answer = start(visit, form);
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    return answer.header("Location").replaceFirst(".*#thread-", "");
  }

  @Test
  void whatGuestsAndTheTeamWriteInTheThreadsOfALinkIsReadByBoth() {
    SharedVisit visit = opened(commented(Sharing.version(1)));
    String thread = post(visit, comment("Client", "3", "Who *does* know?"));
    assertThat(visit.page().html()).contains("Client", "Who <em>does</em> know?");
    Answer page = maker.get("/scripts/intro/versions/2/comments");
    assertThat(page.text()).contains("guest").contains("Guests of the share link read");
    maker.post(
        "/scripts/intro/threads/" + thread + "/comments",
        new Form().with("version", "1").with("body", "The keeper."));
    assertThat(visit.page().text()).contains("The keeper.");
    Answer reply =
        visit
            .guest()
            .post(
                visit.url() + "/threads/" + thread + "/comments",
                new Form().with("author", "Client").with("body", "I see."));
    assertThat(reply.status()).isEqualTo(303);
    assertThat(maker.get("/scripts/intro/versions/1/comments").text()).contains("I see.");
  }

  @Test
  void guestsSeeNeitherThreadsOfTheTeamNorThoseOfOtherLinks() {
    Answer sent =
        maker.post("/scripts/intro/versions/1/comments", comment("", "1", "Only for the team."));
    String ofTeam = sent.header("Location").replaceFirst(".*#thread-", "");
    SharedVisit one = opened(commented(Sharing.version(1)));
    SharedVisit other = opened(commented(Sharing.version(1)));
    String thread = post(one, comment("Client", "1", "Only for one link."));
    assertThat(other.page().text()).doesNotContain("Only for");
    assertThat(one.page().text()).contains("Only for one link.").doesNotContain("the team.");
    Form reply = new Form().with("author", "Other").with("body", "Mine.");
    String missing = other.url() + "/threads/999/comments";
    Answer toMissing = other.guest().post(missing, reply);
    for (String foreign : List.of(thread, ofTeam)) {
      Answer answer = other.guest().post(missing.replace("999", foreign), reply);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text()).isEqualTo(toMissing.text());
      assertThat(answer.html()).contains("Mine.");
    }
    assertThat(one.page().text()).doesNotContain("Mine.");
  }

  @Test
  void aLinkWithoutCommentsTakesNone() {
    SharedVisit visit = opened(Sharing.version(1));
    assertThat(visit.page().html()).doesNotContain("id=\"comments\"");
    Answer answer = visit.guest().post(visit.url() + "/comments", comment("Client", "1", "Why?"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(maker.get("/scripts/intro/versions/1/comments").text()).doesNotContain("Why?");
  }

  @Test
  void whoeverMadeTheLinkMustStillBeAllowedToComment() {
    SharedVisit visit = opened(commented(Sharing.version(1)));
    team.give(writer, "intro", Right.READ);
    assertThat(visit.page().status()).isEqualTo(200);
    Answer answer = visit.guest().post(visit.url() + "/comments", comment("Client", "1", "Why?"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(visit.page().html()).doesNotContain("id=\"comments\"");
    team.take(writer, "intro");
  }

  @Test
  void aRevokedLinkTakesNoComments() {
    SharedVisit visit = opened(commented(Sharing.version(1)));
    team.shareLinks().revoke(team.shareLinks().link(visit.shareLinkId()));
    Answer answer = visit.guest().post(visit.url() + "/comments", comment("Client", "1", "Why?"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("This link does not open", "Nothing was saved.", "Why?");
  }

  @Test
  void aGuestHasANameThatNobodyOnTheTeamHas() {
    SharedVisit visit = opened(commented(Sharing.version(1)));
    String own = writer.name();
    for (String name :
        List.of(
            "",
            " ",
            "x".repeat(81),
            own,
            own.toUpperCase(Locale.ROOT),
            "a\u202Eb",
            "The Team",
            "Writer 1",
            "Script editor")) {
      Answer answer = start(visit, comment(name, "1", "It is kept."));
      assertThat(answer.status()).as("the name “%s”", name).isEqualTo(422);
      assertThat(answer.html()).contains("It is kept.", "id=\"author-error\"");
    }
    post(visit, comment("x".repeat(80), "1", "Long."));
    assertThat(visit.page().field("author")).isEqualTo("x".repeat(80));
  }

  @Test
  void guestsChangeAndDeleteTheirOwnCommentsOnly() {
    String path = Sharing.make(maker, "intro", commented(Sharing.version(1)));
    SharedVisit one = Sharing.open(site, path);
    SharedVisit other = Sharing.open(site, path);
    String thread = post(one, comment("Client", "1", "Frist."));
    String comment = one.page().all("id=\"comment-(\\d+)\"").get(0);
    String edit = one.url() + "/threads/" + thread + "/comments/" + comment + "/edit";
    Form mended = new Form().with("body", "First.");
    Answer refused = other.guest().post(edit, mended);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("can be changed by yourself only");
    assertThat(one.guest().post(edit, mended).status()).isEqualTo(303);
    assertThat(other.page().text()).contains("First.").doesNotContain("Frist.");
    one.guest().post(edit.replace("/edit", "/delete"), new Form().with("none", ""));
    assertThat(other.page().text()).contains("Deleted").doesNotContain("First.");
  }

  @Test
  void nobodyWritesMoreThanFiveCommentsAMinute() {
    SharedVisit visit = opened(commented(Sharing.version(1)));
    for (int i = 0; i < 5; i++) {
      post(visit, comment("Client", "1", "Comment " + i));
    }
    Answer answer = start(visit, comment("Client", "1", "Sixth"));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.html()).contains("Sixth").contains("5 comments within a minute");
  }

  @Test
  void commentsOnAComparisonAreOnTheSideWhoseWordsWereChosen() {
    SharedVisit visit = opened(commented(Sharing.comparison(1, 2)));
    Form left = new Form().with("author", "Client").with("body", "Why gone?");
    post(visit, left.with("side", "from").with("start", "21").with("end", "27"));
    post(visit, comment("Client", "1", "Old?"));
    assertThat(visit.page().all("data-side=\"(from|to)\"")).containsExactly("from", "to");
    assertThat(maker.get("/scripts/intro/versions/1/comments").text()).contains("Nobody");
  }

  @Test
  void commentsOfALinkToTheNewestFollowTheirWordsWithoutTellingOfVersions() {
    SharedVisit visit = opened(commented(Sharing.version(2).with("shows", "newest")));
    post(visit, comment("Client", "1", "Stays."));
    post(visit, comment("Client", "3", "Goes."));
    site.save("intro", ScriptText.of("The old bridge hums at night.\n"));
    assertThat(visit.page().text())
        .contains("Stays.", "Goes.", "These words are gone.")
        .doesNotContain("since v3");
  }

  @Test
  void aLinkThatHidesNamesNamesNobodyInItsThreads() {
    SharedVisit visit = opened(commented(Sharing.version(1)).with("hide_names", "true"));
    String thread = post(visit, comment("Client", "1", "Who wrote this?"));
    maker.post(
        "/scripts/intro/threads/" + thread + "/comments",
        new Form().with("version", "1").with("body", "We did."));
    assertThat(visit.page().text())
        .contains("We did.", "The team", "Client")
        .doesNotContain(writer.name());
  }

  @Test
  void aLinkThatHidesNamesHidesTheNameOfAGuestWhoseAccountIsKnown() {
    String path =
        Sharing.make(maker, "intro", commented(Sharing.version(1)).with("hide_names", "true"));
    SharedVisit visit = Sharing.open(site, path);
    SharedVisit other = Sharing.open(site, path);
    post(visit, comment("Lawyer", "1", "Is this true?"));
    Account lawyer = team.add("lawyer", Role.COMMENTER);
    Sharing.tie(team.signedIn(Role.ADMIN), "intro", visit, lawyer);
    assertThat(other.page().text())
        .contains("Is this true?", "The team")
        .doesNotContain(lawyer.name());
  }

  @Test
  void aGuestWhoseAccountIsDisabledWritesNoMore() {
    SharedVisit visit = opened(commented(Sharing.version(1)));
    post(visit, comment("Leaver", "1", "Before."));
    Account leaver = team.add("leaver", Role.COMMENTER);
    Sharing.tie(team.signedIn(Role.ADMIN), "intro", visit, leaver);
    team.accounts().change(leaver.id(), account -> account.disabled(true));
    Answer answer = start(visit, comment("", "1", "After."));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("Your account is disabled", "After.");
  }

  @Test
  void nobodyChangesCommentsMoreThanTenTimesAMinute() {
    SharedVisit visit = opened(commented(Sharing.version(1)));
    String thread = post(visit, comment("Client", "1", "Frist."));
    String comment = visit.page().all("id=\"comment-(\\d+)\"").get(0);
    String edit = visit.url() + "/threads/" + thread + "/comments/" + comment + "/edit";
    for (int i = 0; i < 10; i++) {
      visit.guest().post(edit, new Form().with("body", "Body " + i));
    }
    Answer answer = visit.guest().post(edit, new Form().with("body", "Once more."));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.html()).contains("Once more.");
  }

  @Test
  void aChangeThatComesTooLateIsOfferedAsAReply() {
    SharedVisit visit = opened(commented(Sharing.version(1)));
    String thread = post(visit, comment("Client", "1", "Frist."));
    String comment = visit.page().all("id=\"comment-(\\d+)\"").get(0);
    site.database()
        .write(
            handle ->
                handle.execute(
                    "UPDATE comments SET created_at = created_at - 960000 WHERE id = ?", comment));
    String edit = visit.url() + "/threads/" + thread + "/comments/" + comment + "/edit";
    Answer answer = visit.guest().post(edit, new Form().with("body", "First of all."));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("Reply to it instead.", "First of all.", "Frist.");
    assertThat(visit.page().text()).doesNotContain("First of all.");
  }

  @Test
  void aLinkThatIsOpenedAgainAndAgainTakesThirtyCommentsAMinute() {
    String path = Sharing.make(maker, "intro", commented(Sharing.version(1)));
    SharedVisit visit = Sharing.open(site, path);
    for (int i = 0; i < 30; i++) {
      visit = i % 5 == 0 ? Sharing.open(site, path) : visit;
      post(visit, comment("Client", "1", "Comment " + i));
    }
    Answer answer = start(Sharing.open(site, path), comment("Client", "1", "One more"));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.html()).contains("One more", "30 comments were written by this link");
  }

  @Test
  void programsAreToldWhichCommentsAreOfGuests() {
    site.script("told", FIRST);
    SharedVisit visit =
        Sharing.open(site, Sharing.make(maker, "told", commented(Sharing.version(1))));
    post(visit, comment("Client", "1", "By a guest."));
    maker.post("/scripts/told/versions/1/comments", comment("", "3", "By the team."));
    assertThat(maker.get("/api/v1/scripts/told/versions/1/threads").html())
        .containsSubsequence("Client", "\"guest\":true", "The writer", "\"guest\":false");
  }

  @Test
  void aReportCannotBeCommentedOn() {
    Answer answer = maker.post("/scripts/intro/share-links", commented(Sharing.report()));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("a report has none");
  }

  @Test
  void anAdminSaysWhoseAccountAGuestHas() {
    SharedVisit visit = opened(commented(Sharing.version(1)));
    post(visit, comment("Some client", "1", "Tied later."));
    String page = "/scripts/intro/share-links/" + visit.shareLinkId();
    Visitor admin = team.signedIn(Role.ADMIN);
    String first = admin.get(page).all("name=\"guest\" value=\"(\\w+)\"").get(0);
    Account client = team.add("client", Role.COMMENTER);
    Form tied = new Form().with("guest", first).with("account", Long.toString(client.id()));
    assertThat(maker.post(page + "/guests", tied).status()).isEqualTo(403);
    assertThat(admin.post(page + "/guests", tied).status()).isEqualTo(303);
    assertThat(admin.get(page).text()).contains("is shown as written by The client");
    assertThat(visit.page().text()).contains("The client", "Tied later.").doesNotContain("Some");
    assertThat(visit.page().html()).doesNotContain("name=\"author\"");
    post(visit, comment("", "3", "As themselves."));
    assertThat(admin.get(page).text()).contains("2 comments").doesNotContain("Choose an account");
    assertThat(maker.get("/scripts/intro/versions/1/comments").text())
        .contains("As themselves.")
        .doesNotContain(client.name() + " , guest");
    Form other = new Form().with("guest", "999999").with("account", Long.toString(client.id()));
    assertThat(admin.post(page + "/guests", other).status()).isEqualTo(404);
  }

  @Test
  void wordsOfATextThatIsNotTheNewestAnyMoreAreChosenAnew() {
    site.script("moving", FIRST);
    String path =
        Sharing.make(maker, "moving", commented(Sharing.version(1)).with("shows", "newest"));
    SharedVisit visit = Sharing.open(site, path);
    Form seen =
        comment("Client", "1", "Which words?").with("version", visit.page().field("version"));
    site.save("moving", ScriptText.of("Another first line.\n\n" + FIRST));
    Answer answer = visit.guest().post(visit.url() + "/comments", seen);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("Select the words again", "Which words?");
  }
}
