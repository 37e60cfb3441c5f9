package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

/** A browser that runs scripts, which do not come or are switched off while one writes. */
class MissingScriptsTest extends BrowserTest {
  /** What can be seen and pressed, with all menus open, and does nothing without a script. */
  private static final String DEAD =
      """
      () => {
        document.querySelectorAll("details").forEach((each) => (each.open = true));
        const seen = (each) => each.checkVisibility({ visibilityProperty: true });
        const isDead = {
          A: (link) => !link.getAttribute("href"),
          BUTTON: (button) => button.type !== "submit" || !button.form,
          FORM: (form) => form.querySelectorAll("select, input:not([type=hidden])").length > 1
              && ![...form.elements].some((each) => each.type === "submit" && seen(each)),
        };
        return [...document.querySelectorAll("a, button, form")]
            .filter((each) => seen(each) && isDead[each.localName.toUpperCase()](each))
            .map((each) => each.outerHTML.slice(0, 150));
      }
      """;

  @Override
  void fill(Site site) {
    site.versions().createScript("bare", "Nothing written yet");
    site.versions().createScript("story", "The bridge that hums");
    for (int edition = 0; edition < 3; edition++) {
      site.save("story", ScriptText.of(Prose.story(5, edition)));
    }
    site.branches().create("story", "ending", 3);
    site.versions()
        .save(
            NewVersion.builder("story", ScriptText.of("It ends.\n"), Site.WRITER, "Shorter")
                .branch("ending")
                .build());
    site.save("story", ScriptText.of(Prose.story(5, 3)));
    site.versions().labelManager().give("story", "Read aloud", 3);
    for (String scriptId : List.of("typed", "switched", "answered")) {
      site.script(scriptId, "The bridge hums.\n");
    }
  }

  private Page withoutItsScripts() {
    expectComplaint("request failed");
    Page page = visitor(1366, 850);
    page.route(Pattern.compile("\\.js(\\?|$)"), Route::abort);
    return page;
  }

  private static void switchScriptsOff(Page page) {
    JsonObject off = new JsonObject();
    off.addProperty("value", true);
    page.context().newCDPSession(page).send("Emulation.setScriptExecutionDisabled", off);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator field(Page page) {
    return page.locator("textarea[name=content]");
  }

  private String latest(String scriptId) {
    int latest = site().versions().script(scriptId).latestVersion();
    return site().versions().content(scriptId, latest).display();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/new",
        "/import",
        "/search?q=bridge",
        "/help",
        "/help/start",
        "/audit",
        "/scripts/bare",
        "/scripts/story",
        "/scripts/story?compare_from=2&selected=5",
        "/scripts/story/versions/2",
        "/scripts/story/versions/2/annotate",
        "/scripts/story/compare/1...2",
        "/scripts/story/compare/1...2?view=unified",
        "/scripts/story/compare/1...2?view=side-by-side",
        "/scripts/story/edit",
        "/scripts/story/branches",
        "/scripts/story/board?branch=main&branch=ending",
        "/scripts/story/labels",
        "/scripts/story/merge?from=ending&into=main",
        "/scripts/story/pick?version=2&onto=ending",
        "/scripts/story/rollback?to=1",
        "/scripts/story/restore?to=2",
        "/scripts/story/phrase-history?q=bridge",
        "/scripts/story/report",
        "/scripts/story/statistics"
      })
  void everyControlLeadsOn(String path) {
    Page page = withoutItsScripts();
    open(page, path);
    assertThat(page.evaluate(DEAD)).isEqualTo(List.of());
  }

  @Test
  void aTextIsWrittenPreviewedAndSaved() {
    Page page = withoutItsScripts();
    open(page, "/scripts/typed/edit");
    assertThat(page.getByText("“Preview changes” shows them here.")).isVisible();
    field(page).fill("The bridge sings.\n");
    button(page, "Preview changes").click();
    assertThat(page.locator("#preview ins")).containsText("sings");
    page.getByLabel("Author").fill("Ann");
    page.locator("button.primary").click();
    assertThat(page.locator(".saved")).containsText("Saved as v2");
    assertThat(latest("typed")).isEqualTo("The bridge sings.\n");
  }

  @Test
  void twoVersionsArePickedAndCompared() {
    Page page = withoutItsScripts();
    open(page, "/scripts/story");
    page.getByLabel("Compare from v1").click();
    page.getByText("Draft number 3").click();
    assertThat(page).hasURL(Pattern.compile("/compare/1\\.\\.\\.3$"));
    assertThat(page.locator(".prose-diff ins").first()).isVisible();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unified", "side-by-side"})
  void linesAreReadInATable(String view) {
    Page page = withoutItsScripts();
    open(page, "/scripts/story/compare/1...2?view=" + view);
    assertThat(page.locator("table.unified tr.inserted").first()).isVisible();
  }

  @Test
  void linesAreReadInATableWhereWhatDrawsThemDoesNotCome() {
    expectComplaint("request failed");
    Page page = visitor(1366, 850);
    page.route(Pattern.compile("/lines/lines\\.js"), Route::abort);
    open(page, "/scripts/story/compare/1...2?view=unified");
    assertThat(page.locator("table.unified tr.inserted").first()).isVisible();
  }

  @Test
  void scriptsAreSortedByAButton() {
    Page page = withoutItsScripts();
    open(page, "/");
    page.getByLabel("Sort").selectOption("title");
    button(page, "Apply").click();
    assertThat(page).hasURL(Pattern.compile("sort=title"));
  }

  @Test
  void whatWasTypedBeforeScriptsAreSwitchedOffIsSaved() {
    Page page = visitor();
    open(page, "/scripts/switched/edit");
    page.locator(".cm-content").fill("The bridge sings.");
    switchScriptsOff(page);
    page.getByLabel("Author").fill("Ann");
    page.locator("button.primary").click();
    assertThat(page.locator(".saved")).containsText("Saved as v2");
    assertThat(latest("switched")).isEqualTo("The bridge sings.");
  }

  @Test
  void whoSwitchesScriptsOffGoesOnInAPlainForm() {
    Page page = visitor();
    open(page, "/scripts/answered/edit");
    page.locator(".cm-content").fill("The bridge sings.");
    switchScriptsOff(page);
    button(page, "Preview changes").click();
    assertThat(page.locator("#preview ins")).containsText("sings");
    assertThat(page.locator(".cm-content")).hasCount(0);
    assertThat(field(page)).hasValue("The bridge sings.");
    field(page).fill("The bridge sings.\n\nAt night.\n");
    page.locator("button.primary").click();
    assertThat(page.getByText("Enter your name").first()).isVisible();
    assertThat(field(page)).hasValue("The bridge sings.\n\nAt night.\n");
    page.getByLabel("Author").fill("Ann");
    page.locator("button.primary").click();
    assertThat(page.locator(".saved")).containsText("Saved as v2");
    assertThat(latest("answered")).isEqualTo("The bridge sings.\n\nAt night.\n");
  }
}
