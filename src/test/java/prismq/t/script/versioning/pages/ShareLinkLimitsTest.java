package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Sharing.SharedVisit;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkState;
import prismq.t.script.versioning.share.ShareLinks;

/** When share links work, and what guests and makers are told where they do not. */
class ShareLinkLimitsTest {
  private static final String UNKNOWN = "/s/" + "A".repeat(43);

  private Site site;
  private Team team;
  private Visitor maker;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "The boat left.\n", "The boat left the harbour.\n");
    site.script("other", "Something else.\n");
    team = Team.on(site);
    team.add(Role.VIEWER);
    team.add(Role.EDITOR);
    maker = team.signedIn(Role.EDITOR);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private String made() {
    return Sharing.make(maker, "intro", Sharing.comparison(1, 2));
  }

  private ShareLink link(SharedVisit visit) {
    return team.shareLinks().link(visit.shareLinkId());
  }

  /** What makes two answers differ for whoever gets them. */
  private static String seen(Answer answer) {
    return answer.status()
        + answer.headers().map().toString().replaceAll("date=\\[[^]]*]", "")
        + answer.html();
  }

  private void expire(SharedVisit visit) {
    site.database()
        .write(
            handle ->
                handle.execute(
                    "UPDATE share_links SET expires_at = 1 WHERE share_link_id = ?",
                    visit.shareLinkId()));
  }

  @Test
  void linksThatDoNotWorkAreOneAndTheSamePage() {
    String dead = seen(site.get(UNKNOWN));
    String deadPost = seen(Visitor.of(site).post(UNKNOWN, new Form().with("x", "")));
    assertThat(dead).startsWith("404").contains("This link does not open");
    List<String> paths = new ArrayList<>(List.of("/s/x", "/s/" + "x".repeat(43)));
    String revoked = made();
    team.shareLinks().revoke(link(Sharing.open(site, revoked)));
    String expired = made();
    expire(Sharing.open(site, expired));
    String once = Sharing.make(maker, "intro", Sharing.comparison(1, 2).with("max_openings", "1"));
    SharedVisit first = Sharing.open(site, once);
    String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
    String early =
        Sharing.make(maker, "intro", Sharing.comparison(1, 2).with("start_date", tomorrow));
    paths.addAll(List.of(revoked, expired, once, early));
    for (String path : paths) {
      assertThat(seen(site.get(path))).as(path).isEqualTo(dead);
      assertThat(seen(Visitor.of(site).post(path, new Form().with("x", ""))))
          .as(path)
          .isEqualTo(deadPost);
    }
    assertThat(first.page().status()).isEqualTo(200);
    assertThat(first.guest().get(once).header("Location")).isEqualTo(first.address());
  }

  @Test
  void aLinkDiesWithTheRightOfItsMaker() {
    String path = made();
    SharedVisit visit = Sharing.open(site, path);
    Account account = team.accounts().find("editor@example.org").orElseThrow();
    ShareLinks links = team.shareLinks();
    team.restrict("intro");
    assertThat(visit.page().status()).isEqualTo(404);
    assertThat(site.get(path).html()).isEqualTo(site.get(UNKNOWN).html());
    assertThat(links.state(link(visit))).isEqualTo(ShareLinkState.MAKER_MAY_NOT_READ);
    team.give(account, "intro", Right.READ);
    assertThat(visit.page().status()).isEqualTo(200);
    team.accounts().change(account.id(), was -> was.disabled(true));
    assertThat(visit.page().status()).isEqualTo(404);
    assertThat(links.state(link(visit))).isEqualTo(ShareLinkState.MAKER_DISABLED);
  }

  @Test
  void aCookieOfOneLinkOpensNoOtherAndTwoWorkInOneBrowser() {
    SharedVisit one = Sharing.open(site, made());
    SharedVisit both = Sharing.open(one.guest(), made(), new Form().with("x", ""));
    assertThat(both.page().status()).isEqualTo(200);
    assertThat(both.guest().get(one.address()).status()).isEqualTo(200);
    assertThat(one.guest().get(both.address()).status()).isEqualTo(404);
    String renamed = one.guest().cookie().replace(one.shareLinkId(), both.shareLinkId());
    assertThat(new Visitor(site, renamed).get(both.address()).status()).isEqualTo(404);
  }

  @Test
  void onlyTheButtonCounts() {
    String path = made();
    for (int i = 0; i < 5; i++) {
      assertThat(site.get(path).status()).isEqualTo(200);
      assertThat(site.head(path).status()).isEqualTo(200);
    }
    SharedVisit visit = Sharing.open(site, path);
    assertThat(link(visit).openings()).isEqualTo(1);
    visit.guest().post(path, new Form().with("x", ""));
    assertThat(link(visit).openings()).isEqualTo(1);
  }

  @Test
  void theLastOpeningGoesToOneOfManyWhoTryAtOnce() {
    String path = Sharing.make(maker, "intro", Sharing.comparison(1, 2).with("max_openings", "3"));
    List<Integer> answers =
        java.util.stream.IntStream.range(0, 40)
            .parallel()
            .mapToObj(i -> Visitor.of(site).post(path, new Form().with("x", "")).status())
            .toList();
    assertThat(answers).filteredOn(status -> status == 303).hasSize(3);
    assertThat(answers).filteredOn(status -> status == 404).hasSize(37);
  }

  @Test
  void theCookieAndTheHeadersKeepTheLinkToItself() {
    String path = made();
    Answer opened = Visitor.of(site).post(path, new Form().with("x", ""));
    assertThat(opened.header("Set-Cookie"))
        .startsWith("share-")
        .contains("HttpOnly", "SameSite=Lax", "Path=/");
    SharedVisit visit = Sharing.open(site, path);
    Answer page = visit.page();
    for (Answer answer : List.of(site.get(path), opened, page, site.get(UNKNOWN))) {
      // No other site is told either address; that of a link with its secret not even this one.
      String policy = answer.header("Referrer-Policy");
      assertThat(policy).isEqualTo(answer.equals(page) ? "same-origin" : "no-referrer");
      assertThat(answer.header("X-Robots-Tag")).startsWith("noindex");
      assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
      assertThat(answer.header("ETag")).isEmpty();
    }
    assertThat(opened.header("Location")).doesNotContain(path.substring("/s/".length()));
  }

  @Test
  void whatIsTypedWrongIsSaidBesideItsField() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    refused("That time is over.", "ends", "date", "end_date", today.minusDays(1).toString());
    refused("Enter a date such as", "ends", "date", "end_date", "next week");
    refused("Enter a date such as", "ends", "date", "end_date", "+999999999-12-31");
    refused("Enter a date such as", "ends", "7", "start_date", "-999999999-01-01");
    refused("within a year", "ends", "date", "end_date", today.plusYears(2).toString());
    refused("Only admins make links without an end.", "ends", "never", "x", "");
    refused("Choose when the link ends.", "ends", "12", "x", "");
    refused("The password is made of blanks.", "ends", "7", "password", "          ");
    refused("use at least 8", "ends", "7", "password", "short");
    refused("Use a number from 1", "ends", "7", "max_openings", "0");
    refused("Use a number from 1", "ends", "7", "max_openings", "many");
    refused("ends before", "would end before it starts", today);
    refused("the limit is 200", "ends", "7", "note", "n".repeat(201));
  }

  @Test
  void allThatIsTypedWrongIsSaidAtOnce() {
    Form form =
        new Form()
            .with("kind", "comparison")
            .with("from", "1")
            .with("to", "2")
            .with("ends", "date")
            .with("end_date", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString())
            .with("max_openings", "0")
            .with("password", "short")
            .with("note", "n".repeat(201));
    assertThat(maker.post("/scripts/intro/share-links", form).text())
        .contains(
            "That time is over.", "Use a number from 1", "use at least 8", "the limit is 200");
  }

  private void refused(String said, String field, String value, String other, String more) {
    Form form =
        new Form().with("kind", "comparison").with("from", "1").with("to", "2").with(field, value);
    Answer answer = maker.post("/scripts/intro/share-links", form.with(other, more));
    assertThat(answer.status()).as(said).isEqualTo(422);
    assertThat(answer.text()).contains(said);
    assertThat(answer.html()).doesNotContain("/s/");
  }

  private void refused(String ignored, String said, LocalDate today) {
    Form form = Sharing.comparison(1, 2).with("start_date", today.plusDays(60).toString());
    Answer answer = maker.post("/scripts/intro/share-links", form);
    assertThat(answer.status()).as(ignored).isEqualTo(422);
    assertThat(answer.text()).contains(said);
  }

  @Test
  void nobodySharesWhatTheyMayNotSeeOrWhatIsNotThere() {
    team.restrict("other");
    assertThat(maker.post("/scripts/other/share-links", Sharing.version(1)).status())
        .isEqualTo(404);
    assertThat(maker.get("/scripts/other/share?version=1").status()).isEqualTo(404);
    assertThat(maker.post("/scripts/intro/share-links", Sharing.comparison(1, 9)).status())
        .isEqualTo(404);
    assertThat(maker.get("/scripts/intro/share?from=1&to=9").status()).isEqualTo(404);
    Form report = Sharing.report().with("options", "to_version=9");
    assertThat(maker.post("/scripts/intro/share-links", report).status()).isEqualTo(404);
    Visitor viewer = team.signedIn(Role.VIEWER);
    assertThat(viewer.post("/scripts/intro/share-links", Sharing.comparison(1, 2)).status())
        .isEqualTo(403);
    assertThat(team.shareLinks().ofScript("intro")).isEmpty();
  }

  @Test
  void aFollowedBranchThatIsArchivedGoesOnAndADamagedVersionIsToldWithoutNames() {
    site.branches().create("intro", "ending", 2);
    site.versions()
        .save(
            NewVersion.builder("intro", ScriptText.of("The end.\n"), Site.WRITER, "An end")
                .branch("ending")
                .build());
    SharedVisit following =
        Sharing.open(
            site, Sharing.make(maker, "intro", Sharing.comparison(1, 3).with("shows", "newest")));
    site.branches().archive("intro", "ending");
    assertThat(following.page().text()).contains("v3 An end").doesNotContain("ending");
    site.damage("intro", 1);
    SharedVisit damaged = Sharing.open(site, Sharing.make(maker, "intro", Sharing.version(1)));
    for (String path : List.of(damaged.address(), damaged.url() + ".txt")) {
      Answer answer = damaged.guest().get(path);
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.text()).contains("The text is damaged").doesNotContain("intro");
    }
  }

  @Test
  void aReportOfABranchThatIsGoneIsNotToldOfByOtherNames() {
    SharedVisit visit = Sharing.open(site, Sharing.make(maker, "intro", Sharing.report()));
    for (String gone : List.of("branch=gone", "author=gone", "to_version=99")) {
      site.database().write(handle -> handle.execute("UPDATE share_links SET options = ?", gone));
      for (String path : List.of(visit.address(), visit.url() + "/report?format=json")) {
        Answer answer = visit.guest().get(path);
        assertThat(answer.status()).as(gone).isEqualTo(404);
        assertThat(answer.heading()).isEqualTo("This link does not open");
        assertThat(answer.html()).doesNotContain("intro", "gone", "Script editor");
      }
    }
  }

  @Test
  void aRevokedLinkIsRefusedFromTheNextRequestOn() {
    ShareLinks links = team.shareLinks();
    int refused = 0;
    for (int race = 0; race < 100; race++) {
      SharedVisit visit = Sharing.open(site, made());
      assertThat(visit.page().status()).isEqualTo(200);
      links.revoke(link(visit));
      refused += visit.page().status() == 404 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(100);
  }

  @Test
  void guessedSecretsChangeNothing() {
    made();
    long before = site.database().changeCount();
    for (int guess = 0; guess < 500; guess++) {
      String path = "/s/" + String.format("%043d", guess);
      assertThat(site.get(path).status()).isEqualTo(404);
    }
    assertThat(site.database().changeCount()).isEqualTo(before);
  }
}
