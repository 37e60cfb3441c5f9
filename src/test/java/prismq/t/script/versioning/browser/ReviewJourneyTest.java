package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.pages.Site;

/** A review from the question to the verdict, by keyboard. */
class ReviewJourneyTest extends BrowserTest {
  private static final String PASSWORD = "seven grey herons at noon";

  @Override
  void fill(Site site) {}

  private static void signIn(Page page, Site team, String email) {
    page.context().clearCookies();
    page.navigate(team.url("/sign-in"));
    page.getByLabel(Pattern.compile("^E-mail")).fill(email);
    page.getByLabel(Pattern.compile("^Password")).fill(PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("/$"));
  }

  private static void isWithinTheScreen(Page page) {
    assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth")).isZero();
  }

  /** On a site of its own, because everybody has to sign in from the first account on. */
  @Test
  void twoPeopleAreAskedAndOneApprovesByKeyboard(@TempDir Path folder) {
    try (Site team = Site.open(folder)) {
      team.script("bridge", "The bridge hums.\n");
      Clock clock = Clock.systemUTC();
      Accounts accounts = new Accounts(team.database(), new Links(team.database(), clock), clock);
      accounts.addFirst(new NewAccount("Ann", "ann@example.org", PASSWORD));
      accounts.add(new NewAccount("Ben", "ben@example.org", PASSWORD), Role.EDITOR);
      accounts.add(new NewAccount("Cid", "cid@example.org", PASSWORD), Role.COMMENTER);
      Page page = visitor(360, 800);
      signIn(page, team, "ann@example.org");
      page.navigate(team.url("/scripts/bridge/versions/1"));
      page.locator(".bar .menu > summary").focus();
      page.keyboard().press("Enter");
      page.getByText("Ask for a review").focus();
      page.keyboard().press("Enter");
      page.locator("[name=person]").nth(1).focus();
      page.keyboard().press("Space");
      page.locator("[name=person]").nth(2).focus();
      page.keyboard().press("Space");
      page.keyboard().press("Tab");
      page.keyboard().type("tone");
      isWithinTheScreen(page);
      isAccessibleInBothThemes(page, "the form to ask for a review");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile("/reviews/1$"));
      assertThat(page.locator(".review")).containsText("Not answered yet");
      assertThat(page.locator(".review .reviewers")).containsText("tone");
      isAccessibleInBothThemes(page, "a review");

      signIn(page, team, "ben@example.org");
      page.navigate(team.url("/scripts/bridge/versions/1"));
      page.locator(".verdict [name=verdict]").first().focus();
      isAccessibleInBothThemes(page, "a version with the form for a verdict");
      page.keyboard().press("Space");
      page.keyboard().press("Tab");
      page.keyboard().type("It hums.");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile("/reviews/1$"));
      assertThat(page.locator(".review header .label")).hasText("Approved");
      assertThat(page.locator(".review .comment")).hasText("It hums.");
      isWithinTheScreen(page);
      page.navigate(team.url("/scripts/bridge"));
      assertThat(page.locator(".versions .label.verdict")).hasText("approved");
      isAccessibleInBothThemes(page, "a history with a review");
      page.navigate(team.url("/scripts/bridge/reviews"));
      isWithinTheScreen(page);
      isAccessibleInBothThemes(page, "the reviews of a script");

      signIn(page, team, "ann@example.org");
      page.navigate(team.url("/scripts/bridge/labels/rules"));
      page.locator("main [name=name]").fill("Ready");
      page.locator("[name=movers]").selectOption("named");
      page.locator("[name=named]").nth(1).check();
      page.locator("[name=approvals]").fill("1");
      isWithinTheScreen(page);
      isAccessibleInBothThemes(page, "the rules of labels");
      page.keyboard().press("Enter");
      assertThat(page.locator(".rows .facts")).containsText("Needs 1 approval");
      page.navigate(team.url("/scripts/bridge/labels"));
      page.locator("main [name=name]").fill("Ready");
      page.keyboard().press("Enter");
      page.locator("[name=override_reason]").fill("The studio is booked.");
      isWithinTheScreen(page);
      isAccessibleInBothThemes(page, "a label that is protected");
      page.keyboard().press("Enter");
      page.getByText("Editorial record").click();
      page.getByText("I take responsibility").focus();
      isAccessibleInBothThemes(page, "an editorial record");
      page.keyboard().press("Enter");
      assertThat(page.locator(".record .rows").first()).containsText("Ann");
      isWithinTheScreen(page);
      page.navigate(team.url("/scripts/bridge/labels/log"));
      assertThat(page.locator(".label-log")).containsText("The studio is booked.");
      isWithinTheScreen(page);
      isAccessibleInBothThemes(page, "the log of labels");
    }
  }
}
