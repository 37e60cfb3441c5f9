package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.pages.Site;

/** From selected words to an accepted suggestion, by the keyboard alone. */
class SuggestionJourneyTest extends BrowserTest {
  private static final String SELECT =
      """
      words => {
        const walker = document.createTreeWalker(
            document.querySelector("pre.text"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.data.indexOf(words);
          if (at >= 0) {
            getSelection().setBaseAndExtent(
                walker.currentNode, at, walker.currentNode, at + words.length);
            return;
          }
        }
        throw new Error("no such words");
      }
      """;

  @Override
  void fill(Site site) {
    site.script("bridge", "One night in June a bridge began to make a strange noise.\n");
  }

  @Test
  void selectedWordsAreSuggestedAnewAndAcceptedByKeyboard() {
    Page page = visitor(1366, 850);
    Keys keys = new Keys(page);
    open(page, "/scripts/bridge/versions/1");
    page.locator("form.new-note")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    page.evaluate(SELECT, "a strange noise");
    Locator suggest = page.locator(".passage-links [data-suggests]");
    assertThat(suggest).isVisible();
    keys.press("s");
    Locator replacement = page.locator("[name=replacement]");
    assertThat(replacement).hasValue("a strange noise");
    replacement.fill("one long note");
    page.locator(".new-suggestion [name=author]").fill("Ann");
    keys.tabTo(page.locator(".new-suggestion form button:not([formmethod])"));
    keys.press("Enter");
    assertThat(page.locator(".suggestion .words")).containsText("one long note");
    isAccessibleInBothThemes(page, "a page with a suggestion");
    keys.tabTo(page.locator(".suggestion [type=checkbox]"));
    keys.press(" ");
    keys.tabTo(page.locator(".decide button.primary"));
    keys.press("Enter");
    assertThat(page.locator("main")).containsText("one long note");
  }

  @Test
  void severalAreWorkedThroughBesideTheirWords() {
    site().script("margin", "One night in June.\n\nA bridge began to hum.\n");
    Page page = visitor(1366, 850);
    suggest(page, 1, "One night in May.");
    suggest(page, 1, "One night in April.");
    suggest(page, 3, "A bridge began to sing.");
    Keys keys = new Keys(page);
    open(page, "/scripts/margin/versions/1");
    assertThat(page.locator("mark.suggested")).hasCount(2);
    keys.press("t");
    assertThat(page.locator(".note.open")).containsText("May");
    isAccessibleInBothThemes(page, "a version with suggestions");
    keys.press("a");
    assertThat(page.locator(".note.open")).containsText("April");
    keys.press("t");
    assertThat(page.locator(".note.open")).containsText("sing");
    keys.press("r");
    assertThat(page.locator(".note.open")).containsText("April");
    expectComplaint("answer: 409");
    keys.press("a");
    assertThat(page.locator(".left")).containsText("Settle it by hand");
  }

  private static void suggest(Page page, int line, String replacement) {
    FormData form = FormData.create().set("first_line", line).set("replacement", replacement);
    page.request()
        .post(
            "/scripts/margin/versions/1/suggestions",
            RequestOptions.create().setForm(form.set("author", "Ann")));
  }
}
