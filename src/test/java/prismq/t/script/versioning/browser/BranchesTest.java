package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

class BranchesTest extends BrowserTest {
  private static final String LONG = "a-very-long-name-of-a-branch-that-fills-all-sixty-characters";

  @Override
  void fill(Site site) {
    site.script("keys", "The bridge hums.\n", "The bridge hums at night.\n");
    site.script("alone", "The bridge hums.\n");
    site.script("editor", "The bridge hums.\n", "The bridge hums at night.\n");
    site.script("drafts", "The bridge hums.\n");
    site.script("stale", "The bridge hums.\n");
    site.script("back", "The bridge hums.\n", "The bridge hums at night.\n");
    site.branches().create("back", "dark", 1);
    site.script("many", "The bridge hums.\n", "The bridge hums at night.\n");
    for (int n = 2; n <= 12; n++) {
      String name = n == 12 ? LONG : "branch/" + n;
      site.branches().create("many", name, 1, Prose.ENDLESS_WORD);
      site.versions()
          .save(
              NewVersion.builder(
                      "many",
                      ScriptText.of("The bridge hums " + n + ".\n"),
                      Site.WRITER,
                      "Draft " + Prose.ENDLESS_WORD)
                  .branch(name)
                  .build());
    }
    site.branches().archive("many", "branch/5");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator field(Page page, String within, String name) {
    return page.locator(within + " input[name=" + name + "]");
  }

  @Test
  void aBranchIsStartedAndRenamedByKeyboard() {
    Page page = visitor();
    Keys keys = new Keys(page);
    open(page, "/scripts/keys/versions/1");
    keys.tabTo(page.locator(".bar .menu summary, #panel .menu summary").last());
    keys.press("Enter");
    keys.tabTo(link(page, "New branch from here"));
    keys.press("Enter");
    assertThat(page).hasURL(site().url("/scripts/keys/branches?from=1#new-branch"));
    assertThat(field(page, "#new-branch", "from_version")).hasValue("1");
    keys.tabTo(field(page, "#new-branch", "name"));
    keys.type("main");
    keys.tabTo(field(page, "#new-branch", "description"));
    keys.type("What if it sings?");
    keys.press("Enter");
    assertThat(page.locator("#name-error")).containsText("already has a branch “main”");
    assertThat(field(page, "#new-branch", "description")).hasValue("What if it sings?");
    keys.tabTo(field(page, "#new-branch", "name"));
    keys.press("Control+A");
    keys.type("singing");
    keys.press("Enter");
    assertThat(page).hasURL(site().url("/scripts/keys/branches#branch-2"));
    Locator card = page.locator("#branch-2");
    assertThat(card).containsText("What if it sings?");

    keys.tabTo(card.locator("summary"));
    keys.press("Enter");
    keys.tabTo(field(page, "#branch-2", "name"));
    keys.press("Control+A");
    keys.type("it/sings");
    keys.press("Enter");
    assertThat(card.locator("h2")).hasText("it/sings");
  }

  @Test
  void aBranchIsPutAwayAndBroughtBackByKeyboard() {
    site().branches().create("keys", "away", 1);
    Page page = visitor();
    Keys keys = new Keys(page);
    open(page, "/scripts/keys/branches");
    keys.tabTo(button(page, "Archive away"));
    keys.press("Enter");
    assertThat(page).hasURL(site().url("/scripts/keys/branches#archived"));
    keys.tabTo(page.locator("#archived > summary"));
    keys.press("Enter");
    keys.tabTo(button(page, "Restore away"));
    keys.press("Enter");
    assertThat(button(page, "Archive away")).isVisible();
  }

  @Test
  void aBranchIsComparedWithAnyOtherByKeyboard() {
    Page page = visitor();
    Keys keys = new Keys(page);
    open(page, "/scripts/many/branches");
    keys.tabTo(page.locator("#branch-2 select"));
    page.locator("#branch-2 select").selectOption("branch/4");
    keys.tabTo(page.locator("#branch-2 .other button"));
    keys.press("Enter");
    assertThat(page).hasURL(site().url("/scripts/many/compare/5...3"));
    assertThat(page.locator(".bar .version .label.branch"))
        .hasText(new String[] {"branch/4", "branch/2"});
  }

  @Test
  void aTextIsSavedAsAnAlternateByKeyboard() {
    Page page = visitor();
    Keys keys = new Keys(page);
    open(page, "/scripts/editor/edit");
    keys.tabTo(page.locator(".cm-content"));
    keys.press("Control+End");
    keys.type("It sings.");
    keys.tabTo(page.getByLabel("Change description"));
    keys.type("Singing");
    keys.tabTo(page.getByLabel("Author"));
    keys.type("Kim Keys");
    Locator name = field(page, "form", "alternate");
    assertThat(name).isHidden();
    keys.backTo(page.getByLabel("More"));
    keys.press("Enter");
    keys.tabTo(page.locator("input[value=branch]"));
    keys.press("ArrowDown");
    assertThat(name).isVisible();
    keys.tabTo(name);
    keys.type("main");
    keys.tabTo(page.getByText(Pattern.compile("^Save as v\\d+")));
    keys.press("Enter");
    assertThat(page.locator("#name-error")).containsText("already has a branch “main”");
    assertThat(page.locator("textarea")).hasValue(Pattern.compile("It sings\\."));
    isAccessible(page, "an alternate whose name is taken");
    keys.tabTo(page.locator(".problems a"));
    keys.press("Enter");
    assertThat(name).isFocused();
    keys.press("Control+A");
    keys.type("singing");
    keys.tabTo(page.getByText(Pattern.compile("^Save as v\\d+")));
    keys.press("Enter");
    assertThat(page).hasURL(site().url("/scripts/editor?selected=3"));
    assertThat(page.locator(".versions li").first()).containsText("singing");
    assertThat(site().versions().version("editor", 3).parentVersion()).isEqualTo(2);
  }

  @Test
  void aDraftOfAnAlternateOutlivesAClosedTabAndAnotherNameOfItsBranch() {
    Page page = visitor();
    open(page, "/scripts/drafts/edit");
    page.locator("textarea").press("Control+End");
    page.keyboard().type("It sings.");
    page.getByLabel("More").click();
    page.locator("input[value=alternate]").check();
    field(page, "form", "alternate").fill("singing");
    assertThat(page.locator("[data-draft-state]")).containsText("Draft kept");
    page.waitForFunction(
        "() => Object.values(localStorage).some((kept) =>"
            + " kept.includes('It sings.') && kept.includes('singing'))");
    site().branches().rename("drafts", "main", "broadcast", "");
    Page next = page.context().newPage();
    open(next, "/scripts/drafts/edit");
    next.getByText("Restore draft").click();
    assertThat(next.locator("textarea")).hasValue(Pattern.compile("It sings\\."));
    assertThat(next.locator("input[value=alternate]")).isChecked();
    assertThat(field(next, "form", "alternate")).hasValue("singing");
  }

  @Test
  void whereSomebodySavedMeanwhileTheTextIsSavedAsAnAlternateInstead() {
    Page page = visitor();
    open(page, "/scripts/stale/edit");
    page.locator("textarea").fill("The bridge sings.\n");
    page.getByLabel("Change description").fill("Singing");
    page.getByLabel("Author").fill("Kim Keys");
    site().save("stale", ScriptText.of("The bridge is silent.\n"));
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page.locator("h1")).containsText("Merge your text with version 2");
    page.locator("input[value=alternate]").check();
    field(page, "form", "alternate").fill("singing");
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page).hasURL(site().url("/scripts/stale?selected=3"));
    assertThat(site().versions().version("stale", 3).parentVersion()).isEqualTo(1);
    assertThat(site().versions().content("stale", 3))
        .isEqualTo(ScriptText.of("The bridge sings.\n"));
  }

  @Test
  void aVersionIsBroughtBackOnAnotherBranchByKeyboardAndNothingTypedIsLost() {
    Page page = visitor();
    Keys keys = new Keys(page);
    open(page, "/scripts/back/versions/2");
    keys.tabTo(page.locator(".bar .menu summary").last());
    keys.press("Enter");
    keys.tabTo(link(page, "Restore on another branch"));
    keys.press("Enter");
    assertThat(page.locator("#preview, .preview").first()).containsText("version 1");
    page.getByLabel("Author").fill("Kim Keys");
    page.getByLabel("Change description").fill("Night again");
    keys.backTo(page.locator("select#branch"));
    page.locator("select#branch").selectOption("main");
    assertThat(page.locator(".empty")).containsText("There is nothing to restore on main.");
    assertThat(page.locator("select#branch")).isFocused();
    page.locator("select#branch").selectOption("dark");
    assertThat(page.getByLabel("Author")).hasValue("Kim Keys");
    assertThat(page.getByLabel("Change description")).hasValue("Night again");
    keys.tabTo(button(page, "Restore v2"));
    keys.press("Enter");
    assertThat(page.locator(".versions li").first()).containsText("Night again");
    assertThat(site().versions().version("back", 3).branch()).isEqualTo("dark");
  }

  @Test
  void everyStateOfThePagesIsAccessible() {
    Page page = visitor();
    open(page, "/scripts/many/branches");
    page.locator("#archived > summary").click();
    page.locator("#branch-2 summary").click();
    isAccessibleInBothThemes(page, "twelve branches");
    open(page, "/scripts/alone/branches");
    isAccessibleInBothThemes(page, "no branch yet");
    field(page, "#new-branch", "name").fill("two words");
    button(page, "Create branch").click();
    assertThat(page.locator("#name-error")).isVisible();
    isAccessibleInBothThemes(page, "a name outside the rules");
    open(page, "/scripts/many");
    isAccessibleInBothThemes(page, "a history of twelve branches");
    open(page, "/scripts/back/rollback?to=2&branch=dark");
    isAccessibleInBothThemes(page, "a rollback on another branch");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothingScrollsSidewaysOnANarrowScreen(boolean javaScript) {
    Page page = visitor(360, 740, ColorScheme.LIGHT, javaScript);
    for (String path :
        new String[] {
          "many/branches",
          "many",
          "many/compare/1...12",
          "many/edit?branch=" + LONG,
          "many/rollback?to=2&branch=" + LONG,
          "alone/branches"
        }) {
      page.navigate("/scripts/" + path);
      page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
      assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
          .as("width of " + path)
          .isEqualTo(360);
    }
  }
}
