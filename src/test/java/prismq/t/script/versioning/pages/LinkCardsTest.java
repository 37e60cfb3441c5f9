package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.pages.Sharing.SharedVisit;

/** What chats and mails show as a preview of a share link. */
class LinkCardsTest {
  private static Site site;
  private static Visitor maker;

  @BeforeAll
  static void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "The boat left.\n", "The boat left the harbour.\n");
    Team team = Team.on(site);
    team.add(Role.EDITOR);
    maker = team.signedIn(Role.EDITOR);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static String make(Form form) {
    return Sharing.make(maker, "intro", form);
  }

  private static String card(Answer page) {
    return String.join(
        " | ", page.all("<meta property=\"og:(?:title|description)\" content=\"([^\"]*)\">"));
  }

  private static Form titled(Form form) {
    return form.with("title_in_previews", "true");
  }

  @Test
  void aCardHasTheTitleAndHowMuchChanged() {
    String path = make(titled(Sharing.comparison(1, 2)));
    Answer page = site.get(path);
    assertThat(card(page)).isEqualTo("Title of intro | +2 −0 words");
    assertThat(page.html()).doesNotContain("harbour", "og:image", "og:url");
    SharedVisit visit = Sharing.open(site, path);
    assertThat(card(visit.page())).isEqualTo("Title of intro | +2 −0 words");
    assertThat(card(site.get(make(titled(Sharing.version(2)))))).endsWith(" | 5 words");
    assertThat(card(site.get(make(titled(Sharing.report())))))
        .isEqualTo("Title of intro | Its history as a report");
  }

  @Test
  void aCardIsNeutralWhereItsMakerHadItSoAndAlwaysWithAPassword() {
    String neutral = "A comparison was shared with you | It opens in this browser";
    String path = make(Sharing.comparison(1, 2));
    assertThat(card(site.get(path))).startsWith(neutral);
    assertThat(card(Sharing.open(site, path).page())).startsWith(neutral);
    Form locked = titled(Sharing.comparison(1, 2)).with("password", "grey herons at noon");
    Answer page = site.get(make(locked));
    assertThat(card(page)).startsWith(neutral);
    assertThat(page.html()).doesNotContain("Title of intro");
  }

  @Test
  void aDeadLinkHasNoCard() {
    String path = make(titled(Sharing.comparison(1, 2)).with("note", "Dead"));
    String id = Sharing.open(site, path).shareLinkId();
    maker.post("/account/links/revoke", new Form().with("link", id));
    Answer dead = site.get(path);
    assertThat(dead.status()).isEqualTo(404);
    assertThat(dead.html()).doesNotContain("og:");
    assertThat(dead.html()).isEqualTo(site.get("/s/" + "A".repeat(43)).html());
  }

  @Test
  void aDamagedTextIsNotToldInACard() {
    site.script("broken", "The boat left.\n".repeat(50), "Nothing of it.\n");
    String path = Sharing.make(maker, "broken", titled(Sharing.comparison(1, 2)));
    site.damage("broken", 2);
    Answer page = site.get(path);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html()).doesNotContain("broken");
  }
}
