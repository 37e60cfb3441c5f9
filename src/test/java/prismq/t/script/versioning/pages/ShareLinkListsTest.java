package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.audit.AuditVerification;
import prismq.t.script.versioning.pages.Sharing.SharedVisit;

/** How share links are seen, changed and revoked after they are sent. */
class ShareLinkListsTest {
  private static Site site;
  private static Team team;
  private static Visitor maker;
  private static Visitor other;
  private static Visitor admin;

  @BeforeAll
  static void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "The boat left.\n", "The boat left the harbour.\n", "The ship left.\n");
    site.script("secret", "One.\n", "Two.\n");
    team = Team.on(site);
    team.add(Role.EDITOR);
    team.add("colleague", Role.EDITOR);
    maker = team.signedIn(Role.EDITOR);
    other = team.signedIn("colleague");
    admin = team.signedIn(Role.ADMIN);
  }

  @AfterAll
  static void close() {
    assertThat(new AuditVerification(site.database()).run().problems()).isEmpty();
    site.close();
  }

  private static String audit(String act) {
    return admin.get("/audit?act=" + act).text();
  }

  /** A link of the maker, opened once. */
  private static SharedVisit opened(Form form) {
    return Sharing.open(site, Sharing.make(maker, "intro", form));
  }

  private static String page(String shareLinkId) {
    return "/scripts/intro/share-links/" + shareLinkId;
  }

  private static Form unchanged() {
    return ending("keep");
  }

  private static Form ending(String choice) {
    return new Form().with("ends", choice).with("downloads", "true");
  }

  /** The list's part about the link with this note. */
  private static String item(Answer list, String note) {
    return list.all("(?s)<li>.*?</li>").stream()
        .filter(item -> item.contains(note))
        .map(item -> item.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip())
        .findFirst()
        .orElseThrow(() -> new AssertionError("No link “" + note + "” in " + list.text()));
  }

  @Test
  void whoMadeALinkSeesWhatItShowsWhetherItWasOpenedAndUntilWhenItWorks() {
    SharedVisit visit = opened(Sharing.comparison(1, 2).with("note", "For Ann at the agency"));
    String own = item(maker.get("/account/links"), "For Ann at the agency");
    assertThat(own).contains("Title of intro: v1 → v2", "Works", "Opened in 1 browser, last used");
    assertThat(item(maker.get("/scripts/intro/share-links"), "For Ann at the agency"))
        .startsWith("v1 → v2");
    Answer page = maker.get(page(visit.shareLinkId()));
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    assertThat(page.text())
        .contains("Share link to v1 → v2", "For Ann at the agency", "by The editor", "First ");
    assertThat(maker.get("/").html()).contains("href=\"/account/links\"");
    assertThat(maker.get("/scripts/intro").html()).contains("/scripts/intro/share-links");
  }

  @Test
  void everyKindOfThingIsNamed() {
    Sharing.make(maker, "intro", Sharing.version(3).with("note", "kind one"));
    Sharing.make(maker, "intro", Sharing.report().with("note", "kind two"));
    Form following = Sharing.comparison(1, 3).with("shows", "newest").with("note", "kind three");
    Sharing.make(maker, "intro", following);
    Answer list = maker.get("/scripts/intro/share-links");
    assertThat(item(list, "kind one")).startsWith("v3 ").contains("Not opened yet.");
    assertThat(item(list, "kind two")).startsWith("Report until v3");
    assertThat(item(list, "kind three")).startsWith("v1 → latest on main");
  }

  @Test
  void whoManagesTheScriptSeesAllLinksWithoutTheirNotes() {
    SharedVisit visit = opened(Sharing.comparison(2, 3).with("note", "Between us"));
    for (String list : List.of("/people/links", "/scripts/intro/share-links")) {
      Answer all = admin.get(list);
      assertThat(all.text()).contains("v2 → v3", "by The editor").doesNotContain("Between us");
    }
    Answer page = admin.get(page(visit.shareLinkId()));
    assertThat(page.text()).contains("by The editor");
    assertThat(page.html()).doesNotContain("Between us");
    Form form = ending("7").with("note", "Taken over");
    assertThat(admin.post(page(visit.shareLinkId()), form).status()).isEqualTo(303);
    assertThat(maker.get(page(visit.shareLinkId())).text())
        .contains("Between us")
        .doesNotContain("Taken over");
    assertThat(maker.get("/people/links").status()).isEqualTo(403);
  }

  @Test
  void aLinkOfSomebodyElseLooksMissing() {
    String id = opened(Sharing.comparison(1, 2).with("note", "Not for colleagues")).shareLinkId();
    Answer missing = other.get(page("AAAAAAAAAAAAAAAAAAAAAA"));
    assertThat(missing.status()).isEqualTo(404);
    assertThat(other.get(page(id)).text())
        .isEqualTo(missing.text().replace("AAAAAAAAAAAAAAAAAAAAAA", id));
    assertThat(other.post(page(id), unchanged()).status()).isEqualTo(404);
    assertThat(other.post(page(id) + "/revoke", new Form().with("none", "")).status())
        .isEqualTo(404);
    assertThat(other.post("/account/links/revoke", new Form().with("link", id)).status())
        .isEqualTo(404);
    assertThat(other.get("/scripts/intro/share-links").text()).doesNotContain("colleagues");
    // Nor is it one of another script.
    assertThat(maker.get("/scripts/secret/share-links/" + id).status()).isEqualTo(404);
    assertThat(maker.get(page(id)).status()).isEqualTo(200);
  }

  @Test
  void aLinkIsExtendedAndChanged() {
    SharedVisit visit = opened(Sharing.comparison(1, 2).with("note", "To be changed"));
    String page = page(visit.shareLinkId());
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(90);
    Answer saved = maker.post(page, ending("90").with("note", "Was changed"));
    assertThat(saved.status()).as(saved.text()).isEqualTo(303);
    Answer shown = maker.get(saved.header("Location"));
    assertThat(shown.text()).contains("Saved.", "Was changed", day.getYear() + ", 23:59 UTC");
    assertThat(visit.guest().get(visit.url() + ".diff").status()).isEqualTo(200);
    Form without = new Form().with("ends", "keep").with("max_openings", "1");
    assertThat(maker.post(page, without).status()).isEqualTo(303);
    assertThat(visit.guest().get(visit.url() + ".diff").status()).isEqualTo(403);
    assertThat(maker.get(page).text()).contains("Was opened as often as it may be");
    assertThat(visit.page().status()).isEqualTo(200);
    assertThat(audit("share_link_changed")).contains("Changed a share link", "for 1 openings");
  }

  @Test
  void aPasswordIsGivenAndTakenBack() {
    String path = Sharing.make(maker, "intro", Sharing.comparison(1, 2).with("note", "Locked"));
    String id =
        maker
            .get("/account/links")
            .all("(?s)share-links/([^\"]+)\"[^>]*>(?:(?!</li>).)*Locked")
            .get(0);
    Form form = unchanged().with("note", "Locked").with("password", "grey herons at noon");
    assertThat(maker.post(page(id), form).status()).isEqualTo(303);
    assertThat(site.get(path).html()).contains("type=\"password\"");
    Form none = unchanged().with("note", "Locked").with("no_password", "true");
    assertThat(maker.post(page(id), none).status()).isEqualTo(303);
    assertThat(site.get(path).html()).doesNotContain("type=\"password\"");
  }

  @Test
  void whatIsWrongIsToldBesideTheFieldAndNothingIsChanged() {
    SharedVisit visit = opened(Sharing.comparison(1, 2).with("note", "As it was"));
    String page = page(visit.shareLinkId());
    String before = maker.get(page).text();
    check(page, ending("date").with("end_date", "2020-01-01"), "time is over");
    check(page, ending("date").with("end_date", "soon"), "Enter a date");
    check(page, ending("later"), "Choose when the link ends");
    check(page, ending("never"), "Only admins make links without an end");
    check(page, unchanged().with("max_openings", "0"), "Use a number from 1 to 10,000");
    check(page, unchanged().with("password", "         "), "made of blanks");
    check(page, unchanged().with("note", "x".repeat(201)), "201");
    check(page, unchanged().with("start_date", "2999-01-01"), "before it starts");
    assertThat(maker.get(page).text()).isEqualTo(before);
    for (String number : List.of("0", "x", "1000001", "-1")) {
      assertThat(maker.get("/account/links?page=" + number).status()).isEqualTo(400);
    }
    assertThat(maker.get("/account/links?page=9").text()).contains("no longer exists");
  }

  private static void check(String page, Form form, String told) {
    Answer answer = maker.post(page, form);
    assertThat(answer.status()).as(told).isEqualTo(422);
    assertThat(answer.text()).contains("Nothing was changed.", told);
  }

  @Test
  void aRevokedLinkShowsNothingFromTheNextRequestOnAndStaysRevoked() {
    String path = Sharing.make(maker, "intro", Sharing.comparison(1, 2).with("note", "To be cut"));
    SharedVisit visit = Sharing.open(site, path);
    SharedVisit report = opened(Sharing.report());
    for (SharedVisit open : List.of(visit, report)) {
      assertThat(open.page().status()).isEqualTo(200);
      Answer revoked = maker.post(page(open.shareLinkId()) + "/revoke", new Form().with("a", ""));
      assertThat(revoked.status()).isEqualTo(303);
    }
    for (String ending : List.of("", "?view=unified", ".diff", ".txt", ".json", ".criticmarkup")) {
      assertThat(visit.guest().get(visit.url() + ending).status()).as(ending).isEqualTo(404);
    }
    assertThat(report.page().status()).isEqualTo(404);
    assertThat(report.guest().get(report.url() + "/report?format=pdf").status()).isEqualTo(404);
    assertThat(site.get(path).status()).isEqualTo(404);
    String page = page(visit.shareLinkId());
    assertThat(maker.get(page).text())
        .contains("Was revoked", "opens for nobody")
        .doesNotContain("Revoke this link", "Save");
    // Once more does nothing, and nothing brings it back.
    assertThat(maker.post(page + "/revoke", new Form().with("a", "")).status()).isEqualTo(303);
    Answer changed = maker.post(page, ending("90"));
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.text()).contains("a revoked link stays so");
    assertThat(visit.page().status()).isEqualTo(404);
    assertThat(item(maker.get("/account/links"), "To be cut")).doesNotEndWith("Revoke");
    String told = audit("share_link_revoked");
    String named = "v1 to v2 (" + visit.shareLinkId() + ")";
    assertThat(Pattern.compile(Pattern.quote(named)).matcher(told).results()).hasSize(1);
  }

  @Test
  void anEndedLinkSaysSoAndCanBeGivenAnotherEnd() {
    SharedVisit visit = opened(Sharing.comparison(1, 2).with("note", "Over"));
    end(visit.shareLinkId(), Instant.now().minus(1, ChronoUnit.DAYS));
    assertThat(visit.page().status()).isEqualTo(404);
    assertThat(item(maker.get("/account/links"), "Over")).contains("Has ended", "Ended ");
    String page = page(visit.shareLinkId());
    assertThat(maker.post(page, unchanged().with("note", "Over for good")).status()).isEqualTo(303);
    assertThat(visit.page().status()).isEqualTo(404);
    assertThat(maker.post(page, ending("7")).status()).isEqualTo(303);
    assertThat(visit.page().status()).isEqualTo(200);
  }

  private static void end(String shareLinkId, Instant end) {
    site.database()
        .write(
            handle ->
                handle.execute(
                    "UPDATE share_links SET expires_at = ? WHERE share_link_id = ?",
                    end.toEpochMilli(),
                    shareLinkId));
  }

  @Test
  void whoseLinksEndSoonIsToldWhereTheyStart() {
    assertThat(other.get("/").text()).doesNotContain("end within three days");
    SharedVisit visit = Sharing.open(site, Sharing.make(other, "intro", Sharing.version(1)));
    assertThat(other.get("/").text()).doesNotContain("ends within three days");
    end(visit.shareLinkId(), Instant.now().plus(2, ChronoUnit.DAYS));
    for (String page : List.of("/", "/account/links")) {
      assertThat(other.get(page).text())
          .contains("One of your share links ends within three days.");
    }
    assertThat(other.get("/account/links").text()).contains("Ends soon");
    assertThat(admin.get("/").text()).doesNotContain("within three days");
    other.post("/account/links/revoke", new Form().with("link", visit.shareLinkId()));
    assertThat(other.get("/").text()).doesNotContain("within three days");
  }

  @Test
  void whoMayNoLongerReadTheScriptIsToldWhyTheLinkIsDead() {
    team.add("leaver", Role.EDITOR);
    Visitor leaver = team.signedIn("leaver");
    SharedVisit visit = Sharing.open(site, Sharing.make(leaver, "secret", Sharing.version(2)));
    assertThat(visit.page().status()).isEqualTo(200);
    team.restrict("secret");
    assertThat(visit.page().status()).isEqualTo(404);
    Answer list = leaver.get("/account/links");
    assertThat(list.text())
        .contains("may no longer read the script", "secret")
        .doesNotContain("Title of secret");
    assertThat(list.html()).doesNotContain("href=\"/scripts/secret");
    assertThat(leaver.get("/scripts/secret/share-links").status()).isEqualTo(404);
    assertThat(leaver.get("/scripts/secret/share-links/" + visit.shareLinkId()).status())
        .isEqualTo(404);
    assertThat(admin.get("/people/links").text()).contains("may no longer read the script");
    Form named = new Form().with("link", visit.shareLinkId());
    assertThat(leaver.post("/account/links/revoke", named).status()).isEqualTo(303);
    assertThat(leaver.get("/account/links").text()).contains("Was revoked");
    team.give(team.accounts().find("leaver@example.org").orElseThrow(), "secret", Right.READ);
    assertThat(visit.page().status()).isEqualTo(404);
  }

  @Test
  void aHostileNoteIsText() {
    String note = "<script>alert(1)</script> \"'&\u202e";
    String id = opened(Sharing.comparison(1, 2).with("note", note)).shareLinkId();
    for (String path : List.of("/account/links", "/scripts/intro/share-links", page(id))) {
      assertThat(maker.get(path).html())
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
          .doesNotContain("<script>alert");
    }
  }
}
