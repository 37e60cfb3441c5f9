package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import prismq.t.script.versioning.pages.Site;

/** From sharing a comparison to a guest who reads it; each test goes on from the one before. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharingJourneyTest extends BrowserTest {
  private static final String PASSWORD = "seven grey herons at noon";
  private static final String COMPARISON = "/scripts/bridge/compare/1...2";

  private String link = "";

  @Override
  void fill(Site site) {
    site.script(
        "bridge",
        "The bridge hums.\n\nNobody knows why.\n\nIt is old.\n",
        "The old bridge hums.\n\nNobody knows why.\n\nIt is very old.\n");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void isWithinTheScreen(Page page) {
    assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth")).isZero();
  }

  @Test
  @Order(1)
  void aComparisonIsSharedInADialogOverIt() {
    Page page = visitor(1366, 800);
    open(page, "/set-up");
    page.getByLabel(Pattern.compile("^Name")).fill("Ann Lee");
    page.getByLabel(Pattern.compile("^E-mail")).fill("ann@example.org");
    page.getByLabel(Pattern.compile("^Password")).fill(PASSWORD);
    button(page, "Make account").click();
    assertThat(page).hasURL(Pattern.compile("/people$"));
    open(page, COMPARISON);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Share")).click();
    Locator dialog = page.locator("dialog.share");
    assertThat(dialog).isVisible();
    assertThat(dialog).containsText("Share this comparison");
    isAccessibleInBothThemes(page, "the dialog to share");
    dialog.getByLabel(Pattern.compile("^Password")).fill("short");
    dialog.locator("[name=comments]").check();
    expectComplaint("answer: 422");
    button(page, "Create link").click();
    assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("use at least 8");
    isAccessibleInBothThemes(page, "its errors");
    dialog.getByLabel(Pattern.compile("^Password")).fill("");
    button(page, "Create link").click();
    assertThat(dialog).containsText("Link created");
    link = page.locator("#made").inputValue().replaceFirst("https?://[^/]+", "");
    assertThat(link).startsWith("/s/");
    isAccessibleInBothThemes(page, "the dialog with the link");
    page.locator("[data-closes-dialog]").click();
    assertThat(dialog).isHidden();
    assertThat(page).hasURL(Pattern.compile("/compare/1\\.\\.\\.2$"));
  }

  private void reads(Page guest) {
    open(guest, link);
    assertThat(guest.locator("h1")).hasText("A comparison was shared with you");
    button(guest, "Open").click();
    assertThat(guest).hasURL(Pattern.compile("/shared/[A-Za-z0-9_-]{22}$"));
    assertThat(guest.locator(".top .script")).hasText("Title of bridge");
    assertThat(guest.locator("ins").first()).containsText("old");
    isWithinTheScreen(guest);
  }

  @Test
  @Order(2)
  void aGuestReadsItOnAPhoneAndStepsFromChangeToChange() {
    Page guest = visitor(360, 740);
    open(guest, link);
    isAccessibleInBothThemes(guest, "the page that opens a link");
    reads(guest);
    isAccessibleInBothThemes(guest, "the page of a guest");
    guest.keyboard().press("n");
    guest.keyboard().press("n");
    assertThat(guest.locator(".current")).containsText("very");
    guest.evaluate("() => getSelection().selectAllChildren(document.querySelector('ins'))");
    guest.keyboard().press("c");
    guest.keyboard().type("Why *old*?");
    guest.locator("#field-author").fill("Client");
    button(guest, "Comment now").click();
    assertThat(guest.locator(".thread .said em")).hasText("old");
    assertThat(guest.locator("mark.remark")).hasText("old");
    isAccessibleInBothThemes(guest, "a comment of a guest");
    isWithinTheScreen(guest);
  }

  @Test
  @Order(3)
  void aGuestReadsItWithoutScripts() {
    Page guest = visitor(1280, 900, ColorScheme.DARK, false);
    reads(guest);
    guest.getByText("Unified").first().click();
    assertThat(guest.locator("table.unified")).containsText("It is added: very old.");
  }

  @Test
  @Order(4)
  void aGuestSeesLinesSideBySide() {
    Page guest = visitor(1280, 900);
    reads(guest);
    guest.locator("#view-side-by-side").click();
    assertThat(guest.locator(".d2h-files-diff")).isVisible();
  }

  @Test
  @Order(5)
  void aColleagueWhoIsNotSignedInIsLedOnToTheVeryChange() {
    Page page = visitor(1280, 900);
    open(page, COMPARISON + "?context=0#change-2");
    assertThat(page).hasURL(Pattern.compile("/sign-in"));
    page.getByLabel(Pattern.compile("^E-mail")).fill("ann@example.org");
    page.getByLabel(Pattern.compile("^Password")).fill(PASSWORD);
    button(page, "Sign in").click();
    assertThat(page).hasURL(Pattern.compile("/compare/1\\.\\.\\.2\\?context=0#change-2$"));
  }

  @Test
  @Order(6)
  void whoSharedItSeesWhereItWasOpenedChangesAndRevokesIt() {
    Page page = visitor(360, 740);
    open(page, "/account/links");
    page.getByLabel(Pattern.compile("^E-mail")).fill("ann@example.org");
    page.getByLabel(Pattern.compile("^Password")).fill(PASSWORD);
    button(page, "Sign in").click();
    assertThat(page.locator(".rows")).containsText("Opened in 3 browsers");
    isAccessibleInBothThemes(page, "the links that somebody made");
    isWithinTheScreen(page);
    page.locator(".rows a").first().click();
    page.getByText("Start, openings").click();
    isAccessibleInBothThemes(page, "the page of a link");
    page.locator("[name=max_openings]").fill("3");
    page.locator("[name=ends][value='7']").focus();
    page.keyboard().press("Space");
    button(page, "Save").click();
    assertThat(page.locator(".notice.good")).containsText("Saved.");
    open(page, "/scripts/bridge/share-links");
    isAccessibleInBothThemes(page, "the links of a script");
    page.locator(".rows form button").click();
    assertThat(page.locator("main")).containsText("Was revoked");
    isAccessibleInBothThemes(page, "the page of a revoked link");
  }
}
