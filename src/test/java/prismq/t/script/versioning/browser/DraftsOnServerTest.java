package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.pages.Site;

/** Somebody who writes in one browser and goes on in another. */
class DraftsOnServerTest extends BrowserTest {
  private static final String PASSWORD = "seven grey herons at noon";
  private static final String TEXT = "The keeper climbs.\n";
  private static final String KEPT = "Draft kept in this browser and on the server";

  @Override
  void fill(Site site) {
    for (String scriptId : new String[] {"two", "both", "sea", "out", "plain"}) {
      site.script(scriptId, TEXT);
    }
    Clock clock = Clock.systemUTC();
    Accounts accounts = new Accounts(site.database(), new Links(site.database(), clock), clock);
    accounts.add(new NewAccount("Ann Lee", "ann@example.org", PASSWORD), Role.ADMIN);
    accounts.add(new NewAccount("Ben Ode", "ben@example.org", PASSWORD), Role.EDITOR);
  }

  /** Another browser in which the same person signs in. */
  private Page browser(String path) {
    return signedIn(visitor(), path);
  }

  private static Page signedIn(Page page, String path) {
    page.clock().install();
    page.navigate("/sign-in?next=" + path);
    signIn(page, "ann@example.org");
    page.waitForURL(url -> url.endsWith(path));
    return page;
  }

  private static void signIn(Page page, String email) {
    page.getByLabel(Pattern.compile("^E-mail")).fill(email);
    page.getByLabel(Pattern.compile("^Password")).fill(PASSWORD);
    button(page, "Sign in").click();
    assertThat(page.locator(".person")).isVisible();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static void write(Page page, String text) {
    page.locator(".cm-content").fill(text);
  }

  private static Locator state(Page page) {
    return page.locator("[data-draft-state]");
  }

  private static void isKept(Page page) {
    waitUntilItIsSent(page);
    assertThat(state(page)).hasText(KEPT);
  }

  /** First it is kept here, and then there. */
  private static void waitUntilItIsSent(Page page) {
    page.clock().fastForward(6_000);
    page.clock().fastForward(6_000);
  }

  private static Locator text(Page page) {
    return page.locator("textarea[name=content]");
  }

  private static void isWithinTheScreen(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
  }

  private static Locator offers(Page page) {
    return page.locator(".draft");
  }

  @Test
  void whatIsWrittenInOneBrowserIsGoneOnWithInAnother() {
    Page one = browser("/scripts/two/edit");
    write(one, "The keeper climbs slowly.");
    isKept(one);
    Page again = one.context().newPage();
    open(again, "/scripts/two/edit");
    assertThat(offers(again)).hasCount(1);
    assertThat(offers(again)).containsText("is kept in this browser");
    Page two = browser("/scripts/two/edit");
    assertThat(offers(two)).hasCount(1);
    assertThat(offers(two))
        .containsText("A draft saved just now, based on v1, is kept on the server.");
    assertThat(offers(two)).containsText("It differs from the text below: 1 word added.");
    isAccessibleInBothThemes(two, "the editor with a draft of another browser");
    button(two, "Restore draft").click();
    assertThat(text(two)).hasValue("The keeper climbs slowly.");
    isKept(two);
    two.locator("main button.primary").click();
    assertThat(two.locator(".saved")).containsText("Saved as v2");
    Page three = browser("/scripts/two/edit");
    assertThat(offers(three)).hasCount(0);
  }

  @Test
  void theLaterOfTwoBrowsersWinsAndTheOtherIsOffered() {
    expectComplaint("answer: 409");
    Page one = browser("/scripts/both/edit");
    Page two = browser("/scripts/both/edit");
    write(one, "Written first.");
    isKept(one);
    write(two, "Written second.");
    waitUntilItIsSent(two);
    assertThat(offers(two)).containsText("is kept in this browser");
    isKept(two);
    assertThat(text(two)).hasValue("Written second.");
    Page three = browser("/scripts/both/edit");
    button(three, "Restore draft").click();
    assertThat(text(three)).hasValue("Written second.");
    button(two, "Restore draft").click();
    assertThat(text(two)).hasValue("Written first.");
    assertThat(offers(two)).hasCount(2);
  }

  @Test
  void whatIsWrittenOfflineReachesTheServerLater() {
    expectComplaint("request failed");
    Page page = browser("/scripts/sea/edit");
    AtomicBoolean hasFailed = new AtomicBoolean();
    page.onRequestFailed(request -> hasFailed.set(request.url().endsWith("/drafts")));
    write(page, "Written at sea.");
    assertThat(page.locator("#preview ins").first()).containsText("sea");
    page.context().setOffline(true);
    waitUntilItIsSent(page);
    page.waitForCondition(hasFailed::get);
    assertThat(state(page)).hasText("Draft kept in this browser");
    page.context().setOffline(false);
    isKept(page);
    Page other = browser("/scripts/sea/edit");
    button(other, "Restore draft").click();
    assertThat(text(other)).hasValue("Written at sea.");
  }

  @Test
  void whoSignsOutMeanwhileLosesNothingAndLeavesNothingToWhoSignsInNext() {
    expectComplaint("answer: 401");
    expectComplaint("answer: 412");
    Page page = browser("/scripts/out/edit");
    Page other = page.context().newPage();
    signOut(other);
    write(page, "Written after that.");
    waitUntilItIsSent(page);
    assertThat(state(page)).containsText("you are signed out");
    signIn(other, "ben@example.org");
    write(page, "Written by Ann still.");
    waitUntilItIsSent(page);
    assertThat(state(page)).containsText("another account is signed in now");
    open(other, "/scripts/out/edit");
    assertThat(other.locator(".cm-content")).isVisible();
    assertThat(offers(other)).hasCount(0);
    signOut(other);
    signIn(other, "ann@example.org");
    write(page, "Written to the end.");
    isKept(page);
    Page next = browser("/scripts/out/edit");
    button(next, "Restore draft").click();
    assertThat(text(next)).hasValue("Written to the end.");
  }

  private static void signOut(Page page) {
    open(page, "/account/drafts");
    page.locator(".person summary").click();
    button(page, "Sign out").click();
    assertThat(page).hasURL(Pattern.compile("/sign-in"));
  }

  @Test
  void withoutScriptsTheDraftIsRestoredReadAndDiscarded() {
    Page one = browser("/scripts/plain/edit");
    write(one, "The keeper falls.");
    isKept(one);
    Page plain = signedIn(visitor(360, 780, ColorScheme.LIGHT, false), "/scripts/plain/edit");
    assertThat(offers(plain)).containsText("is kept on the server");
    plain.getByText("Restore draft").click();
    assertThat(text(plain)).hasValue("The keeper falls.");
    open(plain, "/scripts/plain/edit");
    plain.getByText("Read draft").click();
    assertThat(plain.locator("#draft-text")).hasValue("The keeper falls.");
    open(plain, "/scripts/plain/edit");
    button(plain, "Discard draft").click();
    assertThat(plain).hasURL(Pattern.compile("/scripts/plain/edit"));
    assertThat(offers(plain)).hasCount(0);
  }

  @Test
  void thePagesOfDraftsFitEveryScreen() {
    Page page = browser("/new");
    page.locator("#field-title").fill("The sea");
    write(page, "Waves.");
    isKept(page);
    Page next = page.context().newPage();
    for (int width : new int[] {360, 768, 1366}) {
      next.setViewportSize(width, 800);
      open(next, "/account/drafts");
      assertThat(next.locator(".rows")).containsText("The sea");
      isAccessibleInBothThemes(next, "the list of drafts");
      isWithinTheScreen(next);
      next.getByText("The sea").click();
      assertThat(next.locator("#draft-text")).hasValue("Waves.");
      isAccessibleInBothThemes(next, "the page of a draft");
      isWithinTheScreen(next);
    }
  }
}
