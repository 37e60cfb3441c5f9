package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.pages.Site;

/** Keys and gestures for whoever works with many versions. */
class ShortcutsTest extends BrowserTest {
  /** The keys that elements of the page name, and that the open list of keys does not show. */
  private static final String UNLISTED =
      """
      () => {
        const listed = [...document.querySelectorAll("#keys dt")]
            .filter((each) => each.checkVisibility())
            .map((each) => each.innerText.replaceAll(" ", "").replace("Ctrl", "Control"));
        return [...document.querySelectorAll("[aria-keyshortcuts]")]
            .map((each) => each.getAttribute("aria-keyshortcuts"))
            .filter((key) => !listed.some((keys) => keys === key || keys.split(/(?=[a-z])/).includes(key)));
      }
      """;

  @Override
  void fill(Site site) {
    site.versions().createScript("ferry", "The ferry");
    for (int edition = 0; edition < 6; edition++) {
      site.save("ferry", ScriptText.of(Prose.story(6, edition)));
    }
    site.branches().create("ferry", "ending", 2);
    site.script("written", "The bridge hums.\n");
  }

  private Page history() {
    Page page = visitor(1440, 900);
    open(page, "/scripts/ferry");
    return page;
  }

  private static void shows(Page page, int version) {
    assertThat(page.locator("#panel h2")).containsText("Version v" + version);
    assertThat(page.locator(".versions .selected")).hasAttribute("data-version", "" + version);
  }

  private static Locator row(Page page, int version) {
    return page.locator(".versions .version[data-version='" + version + "']");
  }

  private static Locator column(Page page) {
    return page.locator("nav.overview a[aria-current]");
  }

  private static Locator summary(Page page, String name) {
    return page.locator("summary:visible")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + name)));
  }

  @Test
  void theKeysJAndKWalkTheListOfVersions() {
    Page page = history();
    page.keyboard().press("j");
    shows(page, 5);
    assertThat(row(page, 5).locator(".summary")).isFocused();
    page.keyboard().press("j");
    shows(page, 4);
    page.keyboard().press("k");
    shows(page, 5);
    page.keyboard().press("k");
    shows(page, 6);
    page.keyboard().press("k");
    shows(page, 6);
  }

  @Test
  void onANarrowScreenTheKeysJAndKWalkFromLinkToLink() {
    Page page = visitor(800, 900);
    open(page, "/scripts/ferry");
    page.keyboard().press("j");
    assertThat(row(page, 6).locator(".summary")).isFocused();
    page.keyboard().press("j");
    assertThat(row(page, 5).locator(".summary")).isFocused();
    page.keyboard().press("k");
    assertThat(row(page, 6).locator(".summary")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("/compare/5\\.\\.\\.6$"));
  }

  @Test
  void theKeyCComparesFromTheVersionAndThenBothThatAreSelected() {
    Page page = history();
    page.keyboard().press("j");
    shows(page, 5);
    page.keyboard().press("c");
    assertThat(row(page, 5).locator("b.place")).hasText("From");
    page.keyboard().press("j");
    assertThat(page.locator(".picked")).containsText("v4 → v5");
    page.keyboard().press("c");
    assertThat(page).hasURL(site().url("/scripts/ferry/compare/4...5"));
  }

  @Test
  void aShiftClickComparesAVersionWithTheOneShown() {
    Page page = history();
    row(page, 5).locator(".summary").click();
    shows(page, 5);
    row(page, 2)
        .locator(".facts")
        .click(
            new Locator.ClickOptions()
                .setModifiers(List.of(KeyboardModifier.SHIFT))
                .setPosition(3, 8)); // Links of the row come up beside where the mouse is.
    assertThat(page.locator(".picked")).containsText("v2 → v5");
    assertThat(page.locator("#panel h2")).hasText("v2 → v5");
    assertThat(page.evaluate("() => getSelection().isCollapsed")).isEqualTo(true);
  }

  @Test
  void arrowsInTheStripStepFromVersionToVersion() {
    Page page = history();
    column(page).focus();
    page.keyboard().press("ArrowLeft");
    shows(page, 5);
    assertThat(column(page)).isFocused();
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("ArrowLeft");
    shows(page, 3);
    page.keyboard().press("Home");
    shows(page, 1);
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("ArrowRight");
    shows(page, 2);
    page.keyboard().press("End");
    shows(page, 6);
    assertThat(column(page)).isFocused();
  }

  @Test
  void aClickIntoTheStripShowsTheVersionThatIsThere() {
    Page page = history();
    page.locator("nav.overview a:not(.flag)[data-version='3']").click();
    shows(page, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/new",
        "/help/start",
        "/search?q=bridge",
        "/scripts/ferry",
        "/scripts/ferry?compare_from=2&selected=5",
        "/scripts/ferry/versions/3",
        "/scripts/ferry/versions/3/annotate",
        "/scripts/ferry/compare/2...3",
        "/scripts/ferry/edit",
        "/scripts/ferry/rollback?to=1",
        "/scripts/ferry/labels"
      })
  void theQuestionMarkListsAllKeysOfThePage(String path) {
    Page page = visitor(1366, 850);
    open(page, path);
    page.locator("h1").first().evaluate("() => document.activeElement.blur()");
    page.keyboard().press("?");
    assertThat(page.locator("dialog.keys")).isVisible();
    assertThat(page.evaluate(UNLISTED)).isEqualTo(List.of());
    isAccessibleInBothThemes(page, "the keys of " + path);
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog.keys")).isHidden();
  }

  @Test
  void keysOfThePageThatAreTypedAreText() {
    Page page = visitor();
    open(page, "/scripts/written/edit");
    page.locator(".cm-content").press("Control+End");
    page.keyboard().type("Why/how?");
    assertThat(page.locator("dialog.keys")).isHidden();
    assertThat(page.locator("textarea[name=content]")).hasValue("The bridge hums.\nWhy/how?");
    page.getByLabel("Author").press("?");
    assertThat(page.locator("dialog.keys")).isHidden();
  }

  @Test
  void theListOfKeysClosesByAClickOutsideAndTheFocusIsBackOnItsOpener() {
    Page page = history();
    Locator more = page.locator(".bar summary.more").first();
    more.click();
    page.locator(".bar [data-shows-keys]").press("Enter");
    assertThat(page.locator("dialog.keys")).isVisible();
    page.mouse().click(5, 5);
    assertThat(page.locator("dialog.keys")).isHidden();
    assertThat(page.locator("details.menu[open]")).hasCount(0);
    assertThat(more).isFocused();
  }

  @ParameterizedTest
  @CsvSource({
    "/scripts/ferry, Filter",
    "/scripts/ferry, ⋯",
    "/scripts/ferry/versions/3, ⋯",
    "/scripts/ferry/versions/3/annotate, ⋯",
    "/scripts/ferry/compare/2...3, ⋯",
    "/scripts/ferry/edit, ⋯",
    "/, ⋯"
  })
  void escapeClosesAMenuAndTheFocusIsBackOnItsOpener(String path, String name) {
    Page page = visitor(1366, 850);
    open(page, path);
    Locator opener = summary(page, name).first();
    Locator items = page.locator("details.menu[open] .menu-items");
    opener.focus();
    page.keyboard().press("Enter");
    assertThat(items).isVisible();
    page.keyboard().press("Tab");
    page.keyboard().press("Escape");
    assertThat(items).hasCount(0);
    assertThat(opener).isFocused();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/scripts/ferry",
        "/scripts/ferry/versions/3",
        "/scripts/ferry/compare/2...3",
        "/scripts/ferry/edit",
        "/"
      })
  void aClickOutsideClosesAMenu(String path) {
    Page page = visitor(1366, 850);
    open(page, path);
    Locator opener = summary(page, "⋯").first();
    Locator items = page.locator("details.menu[open] .menu-items");
    opener.click();
    assertThat(items).isVisible();
    page.keyboard().press("Tab");
    page.mouse().click(683, 3);
    assertThat(items).hasCount(0);
    assertThat(opener).isFocused();
  }

  @Test
  void aClickIntoAFieldOutsideOfAMenuClosesItAndTheFieldHasTheFocus() {
    Page page = history();
    summary(page, "Filter").click();
    page.keyboard().press("Tab");
    Locator search =
        page.getByRole(
            AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search all versions"));
    search.click();
    assertThat(page.locator("details.menu[open]")).hasCount(0);
    assertThat(search).isFocused();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "unified", "side-by-side"})
  void theKeysNAndPStepFromChangeToChange(String view) {
    Page page = visitor(1366, 850);
    open(page, "/scripts/ferry/compare/1...3?view=" + view);
    Locator position = page.locator(".stepper .position > :not([hidden])");
    page.keyboard().press("n");
    assertThat(position).hasText(Pattern.compile("Change 1 of \\d+"));
    page.keyboard().press("n");
    assertThat(position).hasText(Pattern.compile("Change 2 of \\d+"));
    assertThat(page.locator(".current").first()).isInViewport();
    page.keyboard().press("p");
    assertThat(position).hasText(Pattern.compile("Change 1 of \\d+"));
  }

  @Test
  void theKeyToSaveLeadsToTheSaveLineFromAnywhereOnThePage() {
    Page page = visitor(1366, 850);
    open(page, "/scripts/written/edit");
    page.evaluate("() => document.activeElement.blur()");
    page.keyboard().press("Control+S");
    assertThat(page.getByLabel("Change description")).isFocused();
    page.locator(".cm-content").focus();
    page.keyboard().press("Meta+S");
    assertThat(page.getByLabel("Change description")).isFocused();
    assertThat(page.getByLabel("Change description")).isInViewport();
  }
}
