package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.pages.Site;

class SearchJourneyTest extends BrowserTest {
  @Override
  void fill(Site site) {
    site.script(
        "bridge",
        "The bridge hums.\n\nNobody knows why.\n",
        "The bridge hums at night.\n\nNobody knows why.\n",
        "The bridge hums at night.\n\nThe keeper knows.\n");
    site.script("river", "The river hums too.\n");
  }

  private static Locator field(Page page) {
    return page.getByLabel("Search all versions of all scripts");
  }

  private static Locator said(Page page) {
    return page.getByRole(AriaRole.STATUS);
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void typingShowsResultsAndTheAddressAndKeepsTheFocus() {
    Page page = visitor();
    open(page, "/search");
    assertThat(field(page)).isFocused();
    double top = field(page).boundingBox().y;
    page.keyboard().type("hums");
    assertThat(said(page)).hasText("3 results in 2 scripts");
    assertThat(page).hasURL(site().url("/search?q=hums"));
    assertThat(page.locator("mark").first()).hasText("hums");
    assertThat(field(page)).isFocused();
    page.keyboard().type(" night");
    assertThat(said(page)).hasText("1 result in 1 script");
    assertThat(page).hasURL(site().url("/search?q=hums+night"));
    assertThat(field(page)).hasValue("hums night");
    assertThat(field(page).boundingBox().y).isEqualTo(top);
    isAccessible(page, "the search with results");
  }

  @Test
  void backLeadsToTheSearchAndFromThereToThePageBeforeIt() {
    Page page = visitor();
    open(page, "/");
    page.getByLabel("Search all versions", new Page.GetByLabelOptions().setExact(true))
        .fill("nobody");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(site().url("/search?q=nobody"));
    page.keyboard().press("End");
    page.keyboard().type(" knows");
    assertThat(page).hasURL(site().url("/search?q=nobody+knows"));
    link(page, "removed in v3").click();
    assertThat(page).hasURL(site().url("/scripts/bridge/compare/2...3"));
    assertThat(page.locator(".diff del").first()).containsText("Nobody");
    page.goBack();
    assertThat(field(page)).hasValue("nobody knows");
    assertThat(said(page)).hasText("1 result in 1 script");
    page.goBack();
    assertThat(page).hasURL(site().url("/"));
    assertThat(page.locator("h1")).hasText("Scripts");
  }

  @Test
  void whenASentenceWentAndWhatStandsThereNowTakesTwoClicksFromAnyPage() {
    Page page = visitor();
    open(page, "/scripts/bridge/compare/1...2");
    page.keyboard().press("/");
    page.keyboard().type("\"Nobody knows why\"");
    page.keyboard().press("Enter");
    assertThat(page.locator(".spans")).containsText("removed in v3 by Script editor");
    link(page, "removed in v3").click();
    assertThat(page.locator(".diff ins").first()).containsText("The keeper");
  }

  @Test
  void theKeyLeadsToTheFieldFromEveryPageOnANarrowScreenToo() {
    Page wide = visitor();
    open(wide, "/scripts/bridge");
    wide.keyboard().press("/");
    assertThat(wide.getByLabel("Search all versions", new Page.GetByLabelOptions().setExact(true)))
        .isFocused();
    Page narrow = visitor(360, 740);
    open(narrow, "/scripts/bridge");
    narrow.keyboard().press("/");
    assertThat(narrow).hasURL(site().url("/search"));
    assertThat(field(narrow)).isFocused();
    narrow.keyboard().type("a/b");
    assertThat(field(narrow)).hasValue("a/b");
  }

  @Test
  void aSearchInOneScriptGoesOnBehindWhatIsWrittenAlready() {
    Page page = visitor();
    open(page, "/scripts/bridge");
    page.locator(".bar .menu summary").last().click();
    link(page, "Search in this script").click();
    assertThat(field(page)).hasValue("script:bridge ");
    page.keyboard().type("hums");
    assertThat(said(page)).hasText("2 results in 1 script");
    page.getByLabel("Remove script: bridge").click();
    assertThat(said(page)).hasText("3 results in 2 scripts");
    assertThat(field(page)).hasValue("hums");
  }

  @Test
  void allOfItIsDoneByKeyboard() {
    Page page = visitor();
    Keys keys = new Keys(page);
    open(page, "/search");
    keys.type("knows");
    assertThat(said(page)).hasText("2 results in 1 script");
    keys.tabTo(link(page, "added in v3"));
    keys.press("Enter");
    assertThat(page).hasURL(Pattern.compile("/compare/2\\.\\.\\.3$"));
  }

  @Test
  void anUnfinishedWordFindsWhileOneTypesAndAMisspeltOneToo() {
    Page page = visitor();
    open(page, "/search");
    assertThat(page.locator("main input[name=q]")).isFocused();
    page.keyboard().type("nigh");
    assertThat(said(page)).hasText("1 result in 1 script");
    assertThat(page.locator("mark").first()).hasText("night");
    page.keyboard().type("z");
    assertThat(page.locator(".read-as")).hasText("No results for “nighz”. Showing “night”:");
    assertThat(field(page)).isFocused();
    assertThat(field(page)).hasValue("nighz");
    isAccessible(page, "a search read otherwise");
  }

  @Test
  void itWorksWithoutJavaScript() {
    Page page = visitor(1280, 900, ColorScheme.LIGHT, false);
    open(page, "/search");
    field(page).fill("hums");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search").setExact(true))
        .click();
    assertThat(page).hasURL(site().url("/search?q=hums"));
    assertThat(said(page)).hasText("3 results in 2 scripts");
  }

  @Test
  void aServerThatCannotBeReachedIsToldOf() {
    Page page = visitor();
    open(page, "/search?q=hums");
    page.route("**/search?q=*", route -> route.abort());
    field(page).press("End");
    page.keyboard().type("x");
    assertThat(said(page)).containsText("cannot be reached");
    assertThat(page.locator("mark").first()).isVisible();
    expectComplaint("console: htmx: htmx:error: Failed to fetch");
    expectComplaint("request failed: ");
  }
}
