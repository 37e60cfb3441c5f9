package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Clock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.pages.Site;

/** What is typed in the margin of a text. */
class MarginJourneyTest extends BrowserTest {
  private static final String PASSWORD = "seven grey herons at noon";
  private static final String SEND = "document.querySelector('form.new-note').requestSubmit()";
  private static final String SELECT =
      """
      words => {
        const walker = document.createTreeWalker(
            document.querySelector("pre.text"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { data } = walker.currentNode;
          const at = data.indexOf(words);
          if (at >= 0) {
            getSelection().setBaseAndExtent(
                walker.currentNode, at, walker.currentNode, at + words.length);
          }
        }
      }
      """;

  @Override
  void fill(Site site) {
    site.script("bridge", "One night in June.\n\nA bridge began to hum.\n");
    Clock clock = Clock.systemUTC();
    Accounts accounts = new Accounts(site.database(), new Links(site.database(), clock), clock);
    accounts.add(new NewAccount("Ann Lee", "ann@example.org", PASSWORD), Role.ADMIN);
    accounts.add(new NewAccount("Ben Ode", "ben@example.org", PASSWORD), Role.EDITOR);
  }

  private static Locator writing(Page page, String words) {
    page.locator("form.new-note")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    page.evaluate(SELECT, words);
    new Keys(page).press("c");
    return page.locator(".new-note textarea");
  }

  @Test
  void namesAreCompletedAndWhatIsTypedStaysWhateverIsSent() {
    Page page = visitor(1366, 850);
    page.navigate("/sign-in?next=/scripts/bridge/versions/1");
    page.getByLabel(Pattern.compile("^E-mail")).fill("ann@example.org");
    page.getByLabel(Pattern.compile("^Password")).fill(PASSWORD);
    page.locator("button.primary").click();
    Keys keys = new Keys(page);
    Locator first = writing(page, "One night");
    first.pressSequentially("Ask @be");
    assertThat(page.locator(".mention-list button")).hasText("Ben Ode");
    keys.press("ArrowDown");
    keys.press("Enter");
    assertThat(first).hasValue("Ask @Ben Ode ");
    page.evaluate(SEND);
    assertThat(page.locator(".note.open")).containsText("Ask @Ben Ode");

    Locator second = writing(page, "A bridge");
    second.fill("Which?");
    page.locator("mark.remark").first().click();
    Locator reply = page.locator("#note-1 .reply textarea");
    page.locator(".note.open .reply summary").click();
    reply.pressSequentially("Still typing");
    page.evaluate(SEND);
    assertThat(page.locator("#threads")).containsText("Which?");
    assertThat(page.locator("mark.remark")).hasCount(2);
    assertThat(reply).hasValue("Still typing");
    assertThat(reply).isFocused();

    expectComplaint("answer: 422");
    reply.evaluate("field => (field.value = 'long '.repeat(5000))");
    page.locator(".note.open .reply button").first().click();
    assertThat(page.locator(".note.open [role=alert]")).isVisible();
    assertThat(reply).hasValue("long ".repeat(5000));
  }
}
