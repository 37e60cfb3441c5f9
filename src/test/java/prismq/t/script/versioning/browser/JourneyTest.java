package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.pages.Site;

class JourneyTest extends BrowserTest {
  @Override
  void fill(Site site) {
    site.script("upload", "Typed.\n");
    site.script(
        "bridge",
        "The bridge hums.\n",
        "The bridge hums at night.\n",
        "The bridge hums at night.\nNobody knows why.\n",
        "The bridge sings at night.\nNobody knows why.\n");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator title(Page page) {
    return page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true));
  }

  @Test
  void aScriptIsCreatedEditedComparedAndRolledBack() {
    writeCompareAndRollBack(visitor(), "With JavaScript", "with-javascript");
  }

  @Test
  void aScriptIsCreatedEditedComparedAndRolledBackWithoutJavaScript() {
    writeCompareAndRollBack(
        visitor(1280, 900, ColorScheme.LIGHT, false), "Without JavaScript", "without-javascript");
  }

  /** Writes a text after an empty line, which the editor leaves out where it is filled at once. */
  private static void write(Page page, String text) {
    page.locator("textarea").fill(text);
    page.locator("textarea").press("Control+Home");
    page.keyboard().press("Enter");
  }

  private void writeCompareAndRollBack(Page page, String title, String scriptId) {
    open(page, "/");
    page.getByRole(AriaRole.NAVIGATION).getByText("New script").click();
    title(page).fill(title);
    write(page, "It is dark.\nA dog barks.\n");
    page.getByLabel("Author").fill("Script editor");
    button(page, "Create script").click();
    assertThat(page).hasURL(Pattern.compile("/scripts/" + scriptId + "\\?selected=1"));
    assertThat(page.locator("h1")).hasText("History of " + title);

    link(page, "Edit").first().click();
    assertThat(page.locator("textarea")).hasValue("\nIt is dark.\nA dog barks.\n");
    assertThat(page.getByLabel("Author")).hasValue("Script editor");
    write(page, "It is dark.\nA cat sleeps.\n");
    page.getByLabel("Change description").fill("The dog became a cat");
    button(page, "Preview changes").click();
    assertThat(page.locator("#preview del").first()).containsText("dog");
    assertThat(page.locator("#preview ins").first()).containsText("cat");
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page).hasURL(Pattern.compile("/scripts/" + scriptId + "\\?selected=2"));
    assertThat(page.locator(".versions li")).hasCount(2);

    page.getByLabel("Compare from v1").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".versions .from")).hasCount(1);
    // Without JavaScript the other version is a link to the comparison.
    boolean isPair = page.locator(".picked").textContent().contains("→");
    link(page, isPair ? "Compare selected" : "The dog became a cat").click();
    assertThat(page.locator(".diff del").first()).containsText("dog");

    page.locator("#more > summary").click();
    link(page, "Restore v1").click();
    assertThat(page.locator("h1")).hasText("Restore v1");
    assertThat(page.locator(".diff ins").first()).containsText("dog");
    page.getByLabel("Change description").fill("The dog was better");
    button(page, "Restore v1").click();
    assertThat(page.locator(".versions li").first()).containsText("The dog was better");
    assertThat(page.locator(".versions li").first()).containsText("restores v1");
    assertThat(page.locator(".versions li")).hasCount(3);
    assertThat(site().versions().content(scriptId, 3))
        .isEqualTo(site().versions().content(scriptId, 1));
  }

  @Test
  void withoutJavaScriptSideBySideShowsTheUnifiedTableAndSaysWhy() {
    Page page = visitor(1280, 900, ColorScheme.LIGHT, false);
    open(page, "/scripts/bridge/compare/3...4");
    link(page, "Side by side").click();
    assertThat(page).hasURL(Pattern.compile("view=side-by-side"));
    assertThat(page.locator("table.unified")).isVisible();
    assertThat(page.locator(".diff .notice")).containsText("Side by side needs JavaScript, so");
  }

  @Test
  void withoutJavaScriptAChangeInTheHistoryOpensOnItsOwnPage() {
    Page page = visitor(1280, 900, ColorScheme.LIGHT, false);
    open(page, "/scripts/bridge");
    link(page, "Draft number 3").click();
    assertThat(page).hasURL(site().url("/scripts/bridge/compare/2...3"));
  }

  @Test
  void allOfItIsDoneByKeyboard() {
    Page page = visitor();
    Keys keys = new Keys(page);
    open(page, "/");
    keys.tabTo(page.locator(".skip"));
    keys.tabTo(page.getByRole(AriaRole.NAVIGATION).getByText("New script"));
    keys.press("Enter");
    assertThat(title(page)).isFocused();
    keys.type("By keyboard");
    keys.tabTo(page.locator(".cm-content"));
    keys.type("One line.");
    keys.tabTo(page.getByLabel("Author"));
    keys.type("Kim Keys");
    keys.tabTo(button(page, "Create script"));
    keys.press("Space");
    assertThat(page.locator("h1")).hasText("History of By keyboard");

    keys.tabTo(link(page, "Edit"));
    keys.press("Enter");
    keys.tabTo(page.locator(".cm-content"));
    keys.press("Control+End");
    keys.type(" Another one.");
    keys.tabTo(page.getByLabel("Change description"));
    keys.type("Went on");
    keys.tabTo(button(page, "Preview changes"));
    keys.press("Enter");
    assertThat(page.locator("#preview ins").first()).containsText("Another one.");
    keys.tabTo(page.getByText(Pattern.compile("^Save as v\\d+")));
    keys.press("Enter");
    assertThat(page.locator(".versions li")).hasCount(2);

    keys.tabTo(page.getByLabel("Compare from v1"));
    keys.press("Enter");
    assertThat(page.locator(".picked")).containsText("v1 → v2");
    keys.backTo(link(page, "Compare selected"));
    keys.press("Enter");
    assertThat(page).hasURL(Pattern.compile("/compare/1\\.\\.\\.2$"));
    keys.tabTo(link(page, "Side by side"));
    keys.press("Enter");
    assertThat(page.locator(".d2h-files-diff")).isVisible();
    assertThat(link(page, "Side by side")).isFocused();

    keys.tabTo(page.locator("#more > summary"));
    keys.press("Enter");
    keys.tabTo(link(page, "Restore v1"));
    keys.press("Enter");
    keys.tabTo(button(page, "Restore v1"));
    keys.press("Enter");
    assertThat(page.locator(".versions li").first()).containsText("Restored version 1");

    keys.tabTo(link(page, "Went on"));
    keys.press("Enter");
    assertThat(page.locator("#panel")).containsText("Version v2");
    keys.tabTo(page.locator("#panel .menu summary"));
    keys.press("Enter");
    keys.tabTo(page.locator("#panel").getByText("Restore v2"));
  }

  @Test
  void aVersionInAWideHistoryOpensBesideItAndTheBackButtonGoesBack() {
    Page page = visitor(1440, 900);
    open(page, "/scripts/bridge");
    assertThat(page.locator("#panel")).containsText("Version v4");
    link(page, "Draft number 3").click();
    assertThat(page.locator("#panel")).containsText("Version v3");
    assertThat(page.locator("#panel .prose-diff ins").first()).isVisible();
    assertThat(page).hasURL(site().url("/scripts/bridge?selected=3"));
    assertThat(page.locator(".versions .selected")).containsText("Draft number 3");
    link(page, "Draft number 2").click();
    assertThat(page.locator("#panel")).containsText("Version v2");
    page.goBack();
    assertThat(page).hasURL(site().url("/scripts/bridge?selected=3"));
    assertThat(page.locator("#panel")).containsText("Version v3");
    assertThat(page.locator("#panel .prose-diff ins").first()).isVisible();
    assertThat(page.locator(".versions .selected")).containsText("Draft number 3");
    page.goBack();
    assertThat(page).hasURL(site().url("/scripts/bridge"));
    assertThat(page.locator("#panel")).containsText("Version v4");
    assertThat(page.locator("[data-theme-switch]")).isVisible();
    link(page, "Draft number 2").click();
    assertThat(page.locator("#panel")).containsText("Version v2");
  }

  @Test
  void aVersionInANarrowHistoryOpensOnItsOwnPage() {
    Page page = visitor(800, 900);
    open(page, "/scripts/bridge");
    link(page, "Draft number 3").click();
    assertThat(page).hasURL(site().url("/scripts/bridge/compare/2...3"));
  }

  @Test
  void aFilterStaysWhileVersionsAreLookedAt() {
    Page page = visitor(1440, 900);
    open(page, "/scripts/bridge");
    page.getByText("Filter").click();
    page.getByLabel("Text or description contains").fill("number 3");
    button(page, "Apply").click();
    assertThat(page.locator(".versions li")).hasCount(1);
    link(page, "Draft number 3").click();
    assertThat(page).hasURL(Pattern.compile("q=number\\+3.*selected=3"));
    assertThat(page.locator("#panel")).containsText("Version v3");
  }

  @Test
  void twoVersionsThatArePickedAreCompared() {
    Page page = visitor();
    open(page, "/scripts/bridge");
    page.getByLabel("Compare from v1").click();
    assertThat(page.locator(".versions .from")).containsText("Draft number 1");
    link(page, "Draft number 3").click();
    assertThat(page.locator(".picked")).containsText("v1 → v3");
    assertThat(page.locator(".versions .to")).containsText("Draft number 3");
    link(page, "Compare selected").click();
    assertThat(page).hasURL(site().url("/scripts/bridge/compare/1...3"));
    assertThat(page.getByLabel("From version")).hasValue("1");
    assertThat(page.getByLabel("To version")).hasValue("3");
    assertThat(page.locator(".diff ins").first()).isVisible();
  }

  @Test
  void theViewsOfAComparisonAreSwitchedWithoutLosingTheAddress() {
    Page page = visitor();
    open(page, "/scripts/bridge/compare/3...4");
    link(page, "Side by side").click();
    assertThat(page.locator(".d2h-files-diff")).isVisible();
    assertThat(page).hasURL(site().url("/scripts/bridge/compare/3...4?view=side-by-side"));
    page.reload();
    assertThat(page.locator(".d2h-files-diff")).isVisible();
    link(page, "Unified").click();
    assertThat(page.locator(".d2h-files-diff")).hasCount(0);
    page.goBack();
    assertThat(page.locator(".d2h-files-diff")).isVisible();
  }

  @Test
  void aFileIsUploadedAndSaved() {
    Page page = visitor();
    open(page, "/scripts/upload/edit");
    byte[] file = "From a file,\r\nbyte for byte.".getBytes(StandardCharsets.UTF_8);
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("draft.md", "text/markdown", file));
    page.getByLabel("Change description").fill("Brought the draft in");
    page.getByLabel("Author").fill("Script editor");
    button(page, "Preview changes").click();
    assertThat(page.getByText("byte for byte.").first()).isVisible();
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page).hasURL(Pattern.compile("selected="));
    int latest = site().versions().script("upload").latestVersion();
    assertThat(site().versions().content("upload", latest).bytes()).isEqualTo(file);
  }
}
