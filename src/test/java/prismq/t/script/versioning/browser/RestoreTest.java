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
import prismq.t.script.versioning.pages.Site;

class RestoreTest extends BrowserTest {
  private static final String NIGHT = "It is dark, and nobody is on the bridge.\n\n";
  private static final String DOG = "A dog barks behind the mill, twice.\n\n";
  private static final String WHEEL = "The wheel turns slowly in the cold water.\n\n";
  private static final String KEEPER = "The keeper counts the boats that did not come back.\n";

  @Override
  void fill(Site site) {
    site.script(
        "keys",
        NIGHT + DOG + WHEEL + KEEPER,
        NIGHT + WHEEL + KEEPER,
        NIGHT + WHEEL + KEEPER.replace("boats", "hats"));
    conflict(site, "conflict");
    conflict(site, "look");
    site.script("done", NIGHT + DOG, NIGHT, NIGHT + DOG);
  }

  private static void conflict(Site site, String scriptId) {
    String rest = WHEEL + KEEPER + Prose.ENDLESS_WORD + "\n";
    site.script(scriptId, NIGHT + DOG + rest, NIGHT + DOG.replace("dog", "fox") + rest);
    site.save(scriptId, ScriptText.of(NIGHT + DOG.replace("dog", "wolf") + rest.strip()));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator choice(Page page, String name) {
    return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
  }

  private String head(String scriptId) {
    int latest = site().versions().script(scriptId).latestVersion();
    return site().versions().content(scriptId, latest).display();
  }

  @Test
  void aPassageIsBroughtBackByKeyboard() {
    Page page = visitor();
    Keys keys = new Keys(page);
    open(page, "/scripts/keys/compare/1...2");
    keys.tabTo(link(page, "Restore this text"));
    keys.press("Enter");
    assertThat(page.locator("h1")).hasText("Restore text");
    assertThat(page.locator("#preview ins")).containsText("A dog barks");
    keys.tabTo(page.getByLabel("Author"));
    keys.type("Kim Keys");
    keys.tabTo(button(page, "Restore this text"));
    keys.press("Enter");
    assertThat(page).hasURL(site().url("/scripts/keys?selected=4"));
    assertThat(page.locator(".versions li").first()).containsText("Restores “A dog barks");
    assertThat(head("keys")).isEqualTo(NIGHT + DOG + WHEEL + KEEPER.replace("boats", "hats"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 360})
  void aPassageThatWasChangedAgainIsSettledByKeyboard(int width) {
    Page page = visitor(width, 800);
    Keys keys = new Keys(page);
    open(page, "/scripts/conflict/restore?to=2");
    assertThat(page.locator(".conflict mark").first()).hasText("dog");
    Locator own = page.locator(".conflict textarea");
    assertThat(own).isHidden();
    keys.tabTo(page.getByLabel("Author"));
    page.keyboard().press("Control+A");
    keys.type("Kim Keys");
    keys.tabTo(button(page, "Undo version 2"));
    keys.press("Enter");
    assertThat(page.locator(".conflict .error")).hasText("Choose the text.");
    keys.tabTo(choice(page, "Keep the current text"));
    keys.press("ArrowUp");
    assertThat(choice(page, "Write my own")).isChecked();
    assertThat(own).isVisible();
    keys.tabTo(own);
    keys.press("Control+End");
    keys.type(" At " + width + " it is a dog.");
    keys.tabTo(button(page, "Update preview"));
    keys.press("Enter");
    assertThat(page.locator("#preview ins").first()).containsText("it is a dog.");
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(width);
    keys.tabTo(button(page, "Undo version 2"));
    keys.press("Enter");
    assertThat(page.locator(".versions li").first()).containsText("Undoes version 2");
    assertThat(head("conflict")).contains(" At " + width + " it is a dog.");
  }

  @Test
  void everyStateOfThePageIsAccessible() {
    Page page = visitor();
    open(page, "/scripts/look/restore?to=2");
    isAccessibleInBothThemes(page, "a passage that was changed again");
    button(page, "Undo version 2").click();
    assertThat(page.locator(".conflict .error")).isVisible();
    choice(page, "Write my own").check();
    isAccessibleInBothThemes(page, "a passage without an answer");
    open(page, "/scripts/look/restore?from=1&to=3");
    isAccessibleInBothThemes(page, "a preview");
    open(page, "/scripts/done/restore?to=2");
    isAccessibleInBothThemes(page, "nothing to undo");
    page.navigate("/scripts/done/restore?to=1");
    isAccessibleInBothThemes(page, "an error");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothingScrollsSidewaysOnANarrowScreen(boolean javaScript) {
    Page page = visitor(360, 740, ColorScheme.LIGHT, javaScript);
    for (String path :
        new String[] {
          "look/restore?to=2", "look/restore?from=1&to=3", "done/restore?to=2", "done/restore?to=1"
        }) {
      page.navigate("/scripts/" + path);
      assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
          .as("width of " + path)
          .isEqualTo(360);
    }
  }
}
