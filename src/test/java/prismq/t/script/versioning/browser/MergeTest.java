package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

/** Merging branches, and seeing alternates beside each other, in a browser. */
class MergeTest extends BrowserTest {
  private static final String STAIRS = "The keeper climbs the long stairs to the lamp.\n\n";
  private static final String VILLAGE = "In the village nobody sleeps, for the boats are out.\n\n";
  private static final String ENDING = "The lamp goes out at dawn.\n";

  @Override
  void fill(Site site) {
    for (String scriptId : new String[] {"keys", "tab", "look"}) {
      site.script(scriptId, STAIRS + VILLAGE + ENDING);
      site.branches().create(scriptId, "dark", 1);
      save(scriptId, "main", STAIRS.replace("climbs", "runs up") + VILLAGE + ENDING);
      save(
          scriptId,
          "dark",
          STAIRS.replace("climbs", "falls down") + VILLAGE + Prose.ENDLESS_WORD + "\n");
      save(scriptId, "main", STAIRS.replace("climbs", "runs up") + VILLAGE + "It is day.\n");
    }
    site.script("forward", STAIRS + ENDING);
    site.branches().create("forward", "dark", 1);
    save("forward", "dark", STAIRS + "Night.\n");
  }

  private void save(String scriptId, String branch, String text) {
    site()
        .versions()
        .save(
            NewVersion.builder(scriptId, ScriptText.of(text), Author.named("Writer"), "why")
                .branch(branch)
                .build());
  }

  private static Locator choice(Page page, int passage, String name) {
    return page.locator(".conflict")
        .nth(passage - 1)
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(name));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void conflictsAreSettledAndMergedByKeyboard() {
    Page page = visitor();
    Keys keys = new Keys(page);
    open(page, "/scripts/keys/merge?from=dark&into=main");
    assertThat(page.locator("h1")).hasText("Merge dark into main");
    assertThat(page.locator("[data-settled]")).hasText("0 of 2 are settled.");
    keys.tabTo(choice(page, 1, "Use main, v4"));
    keys.press("ArrowDown");
    assertThat(choice(page, 1, "Use dark, v3")).isChecked();
    assertThat(page.locator("[data-settled]")).hasText("1 of 2 are settled.");
    assertThat(page.locator("#outcome ins").first()).containsText("falls down");
    keys.tabTo(choice(page, 2, "Use main, v4"));
    keys.press("ArrowUp");
    Locator own = page.locator(".conflict").nth(1).locator("textarea");
    assertThat(own).isVisible();
    keys.tabTo(own);
    page.keyboard().press("Control+A");
    keys.type("It is neither day nor night.");
    assertThat(page.locator("#outcome")).containsText("neither");
    keys.tabTo(page.getByLabel("Author"));
    keys.type("Kim Keys");
    keys.tabTo(button(page, "Merge into main"));
    keys.press("Enter");
    assertThat(page).hasURL(site().url("/scripts/keys?selected=5"));
    assertThat(page.locator(".versions li").first()).containsText("merges v3");
    assertThat(page.locator(".versions li").first().locator("circle.merge")).isVisible();
    assertThat(site().versions().content("keys", 5).display())
        .isEqualTo(
            STAIRS.replace("climbs", "falls down") + VILLAGE + "It is neither day nor night.\n");
  }

  @Test
  void aHalfSettledMergeSurvivesAClosedTab() {
    Page page = visitor();
    open(page, "/scripts/tab/merge?from=dark&into=main");
    choice(page, 1, "Write my own").check();
    page.locator(".conflict textarea").first().fill("She flies up the stairs.");
    assertThat(page.locator("#outcome")).containsText("flies");
    page.close();

    Page later = page.context().newPage();
    open(later, "/scripts/tab/merge?from=dark&into=main");
    assertThat(later.locator("[data-kept]")).isVisible();
    assertThat(choice(later, 1, "Write my own")).isChecked();
    assertThat(later.locator(".conflict textarea").first()).hasValue("She flies up the stairs.");
    assertThat(later.locator("#outcome")).containsText("flies");
    choice(later, 2, "Use main").check();
    later.getByLabel("Author").fill("Kim Keys");
    button(later, "Merge into main").click();
    assertThat(later).hasURL(site().url("/scripts/tab?selected=5"));
    assertThat(site().versions().content("tab", 5).display())
        .isEqualTo("She flies up the stairs.\n\n" + VILLAGE + "It is day.\n");
    assertThat(later.evaluate("() => Object.keys(localStorage).length")).isEqualTo(0);
  }

  @Test
  void answersThatWereKeptCanBeThrownAway() {
    Page page = visitor();
    open(page, "/scripts/look/merge?from=dark&into=main");
    choice(page, 1, "Use both").check();
    page.reload();
    assertThat(choice(page, 1, "Use both")).isChecked();
    button(page, "Start over").click();
    assertThat(choice(page, 1, "Use both")).not().isChecked();
    assertThat(page.locator("[data-kept]")).isHidden();
  }

  @Test
  void withoutJavaScriptConflictsAreSettledToo() {
    Page page = visitor(1280, 900, ColorScheme.LIGHT, false);
    open(page, "/scripts/look/merge?from=dark&into=main");
    choice(page, 1, "Use dark").check();
    choice(page, 2, "Use dark").check();
    // The one of the branches has the same name.
    button(page, "Update preview").last().click();
    assertThat(page.locator("#outcome")).containsText("None: the text is the same.");
    assertThat(choice(page, 1, "Use dark")).isChecked();
  }

  @Test
  void everyStateOfThePagesIsAccessible() {
    Page page = visitor();
    open(page, "/scripts/look/merge?from=dark&into=main");
    choice(page, 1, "Write my own").check();
    isAccessibleInBothThemes(page, "a merge with conflicts");
    button(page, "Merge into main").click();
    assertThat(page.locator(".conflict .error")).isVisible();
    isAccessibleInBothThemes(page, "a merge that is not settled");
    open(page, "/scripts/forward/merge?from=dark&into=main");
    isAccessibleInBothThemes(page, "a fast-forward");
    open(page, "/scripts/look/merge");
    isAccessibleInBothThemes(page, "a merge without branches");
    page.navigate("/scripts/forward/merge?from=main&into=dark");
    isAccessibleInBothThemes(page, "nothing to merge");
    open(page, "/scripts/look/pick?version=3&into=main");
    isAccessibleInBothThemes(page, "a picked change");
    open(page, "/scripts/look/board?branch=main&branch=dark");
    isAccessibleInBothThemes(page, "a board");
    open(page, "/scripts/look/board");
    isAccessibleInBothThemes(page, "a board without branches");
    open(page, "/scripts/look");
    isAccessibleInBothThemes(page, "a history with a graph");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothingScrollsSidewaysOnANarrowScreen(boolean javaScript) {
    Page page = visitor(360, 740, ColorScheme.LIGHT, javaScript);
    for (String path :
        new String[] {
          "look/merge?from=dark&into=main",
          "forward/merge?from=dark&into=main",
          "look/pick?version=3&into=main",
          "look/board?branch=main&branch=dark",
          "look"
        }) {
      page.navigate("/scripts/" + path);
      assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
          .as("width of " + path)
          .isEqualTo(360);
    }
  }
}
