package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

/** Titles, texts and habits that pages are not made for: nothing typed is lost, each leads on. */
class BadInputTest extends BrowserTest {
  private static final String LONG_TITLE = "Überraschungsendfassung".repeat(9).substring(0, 200);

  @Override
  void fill(Site site) {
    site.versions().createScript("long", LONG_TITLE);
    site.save("long", ScriptText.of("The bridge hums.\n"));
    site.save("long", ScriptText.of("The bridge hums at night.\n"));
    site.branches().create("long", "dark", 1);
    site.versions()
        .save(
            NewVersion.builder("long", ScriptText.of("It is dark.\n"), Site.WRITER, LONG_TITLE)
                .branch("dark")
                .build());
    site.versions().labelManager().give("long", LONG_TITLE.substring(0, 100), 2);
    String line = "word ".repeat(200_000);
    site.versions().createScript("line", "One line");
    site.save("line", ScriptText.of(line + "\n"));
    site.save("line", ScriptText.of(line + "end\n"));
    for (String scriptId :
        List.of("back", "back-plain", "back-again", "tabs", "restored", "label")) {
      site.script(scriptId, "One.\n");
    }
    site.save("restored", ScriptText.of("Two.\n"));
  }

  @Test
  void aTitleOfNothingButEmojiIsAskedForAnIdAndThenKept() {
    Page page = visitor();
    page.navigate("/new");
    page.locator("#field-title").fill("🎬🌊");
    page.locator("button.primary").click();
    assertThat(page.locator(".problems")).containsText("The title has no letters");
    assertThat(page.locator("#field-title")).hasValue("🎬🌊");
    page.locator("#field-script_id").fill("waves");
    page.locator("button.primary").click();
    page.waitForURL("**/scripts/waves**");
    assertThat(page.locator(".top .script")).hasText("🎬🌊");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/scripts/long",
        "/scripts/long/versions/2",
        "/scripts/long/versions/2/annotate",
        "/scripts/long/compare/1...2",
        "/scripts/long/compare/1...2?view=unified",
        "/scripts/long/edit",
        "/scripts/long/branches",
        "/scripts/long/board?branch=main&branch=dark",
        "/scripts/long/labels",
        "/scripts/long/merge?from=dark&into=main",
        "/scripts/long/rollback?to=1",
        "/scripts/long/restore?to=2",
        "/scripts/long/phrase-history?q=bridge",
        "/scripts/long/report",
        "/search?q=bridge"
      })
  void aTitleOfTwoHundredLettersWithoutABlankFitsANarrowPage(String path) {
    Page page = visitor(360, 800);
    page.navigate(path);
    assertThat(neededWidth(page)).isEqualTo(360);
  }

  @Test
  void everyPageOfATextOfOneLineOfAMegabyteIsThereAndLeadsOn() {
    Page page = visitor(360, 800);
    for (String path :
        List.of("", "/versions/2", "/compare/1...2", "/versions/2/annotate", "/edit")) {
      page.navigate("/scripts/line" + path);
      assertThat(neededWidth(page)).as(path).isEqualTo(360);
      assertThat(page.locator(".top .script")).isVisible();
    }
    assertThat(page.locator("textarea[name=content]").inputValue()).hasSize(1_000_004);
  }

  private static int neededWidth(Page page) {
    return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
  }

  @Test
  void whoGoesBackAfterSavingHasTheTextStillAndCanSaveOn() {
    Page page = visitor();
    page.navigate("/scripts/back/edit");
    page.locator(".cm-content").fill("One.\nTwo.");
    page.locator("#field-author").fill("Ann");
    page.locator("button.primary").click();
    assertThat(page.locator(".saved")).containsText("Saved as v2");
    page.goBack();
    page.locator(".cm-content").fill("One.\nTwo.\nThree.");
    page.locator("#field-author").fill("Ann");
    page.locator("button.primary").click();
    assertThat(page.locator(".saved")).containsText("Saved as v3");
    assertThat(site().versions().content("back", 3).display()).contains("Two.", "Three.");
  }

  @Test
  void withoutJavaScriptWhoGoesBackAfterSavingCanSaveOnToo() {
    Page page = visitor(1280, 900, ColorScheme.LIGHT, false);
    page.navigate("/scripts/back-plain/edit");
    page.locator("textarea[name=content]").fill("One.\nTwo.");
    page.locator("#field-author").fill("Ann");
    page.locator("button.primary").click();
    assertThat(page.locator(".saved")).containsText("Saved as v2");
    page.goBack();
    page.locator("textarea[name=content]").fill("One.\nTwo.\nThree.");
    page.locator("#field-author").fill("Ann");
    page.locator("button.primary").click();
    assertThat(page.locator(".saved")).containsText("Saved as v3");
    assertThat(site().versions().content("back-plain", 3).display())
        .isEqualTo("One.\nTwo.\nThree.");
  }

  @Test
  void whoGoesBackAfterSavingAndSavesAgainIsToldThatThisTextIsThere() {
    Page page = visitor();
    write(page, "back-again", "One.\nTwo.");
    save(page);
    assertThat(page.locator(".saved")).containsText("Saved as v2");
    page.goBack();
    assertThat(page.locator("textarea[name=content]")).hasValue("One.\nTwo.");
    page.locator("#field-author").fill("Ann");
    save(page);
    assertThat(page.locator(".question")).containsText("The text is the same as that of version 2");
    assertThat(site().versions().script("back-again").latestVersion()).isEqualTo(2);
  }

  @Test
  void ofTwoTabsWithOneScriptTheSecondIsAskedAboutWhatBothChanged() {
    Page one = visitor();
    Page other = one.context().newPage();
    write(one, "tabs", "One, from one tab.\n");
    write(other, "tabs", "One, from the other tab.\n");
    save(one);
    assertThat(one.locator(".saved")).containsText("Saved as v2");
    save(other);
    assertThat(other.locator("h1")).hasText("Merge your text with version 2");
    assertThat(other.locator(".three section").nth(0)).containsText("from one tab");
    assertThat(other.locator(".three section").nth(2)).containsText("from the other tab");
    other
        .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Use mine").setExact(true))
        .check();
    save(other);
    assertThat(other.locator(".saved")).containsText("Saved as v3");
    assertThat(site().versions().content("tabs", 2).display()).isEqualTo("One, from one tab.\n");
    assertThat(site().versions().content("tabs", 3).display())
        .isEqualTo("One, from the other tab.\n");
    open(one, "/scripts/tabs/edit");
    assertThat(one.locator(".draft")).hasCount(0);
  }

  @Test
  void aVersionThatIsRestoredInTwoTabsIsRestoredOnce() {
    Page one = visitor();
    Page other = one.context().newPage();
    for (Page each : List.of(one, other)) {
      open(each, "/scripts/restored/rollback?to=1");
      each.locator("#field-author").fill("Ann");
    }
    save(one);
    assertThat(one.locator(".saved")).containsText("Saved as v3");
    save(other);
    assertThat(other.locator("main")).containsText("already has this text");
    assertThat(site().versions().script("restored").latestVersion()).isEqualTo(3);
  }

  @Test
  void aLabelThatIsGivenInTwoTabsIsThereOnce() {
    Page one = visitor();
    Page other = one.context().newPage();
    for (Page each : List.of(one, other)) {
      open(each, "/scripts/label/labels?version=1");
      each.locator("#field-name").fill("Read aloud");
    }
    save(one);
    save(other);
    assertThat(other.locator("main")).containsText("Read aloud");
    assertThat(site().versions().labels("label")).hasSize(1);
  }

  private static void write(Page page, String scriptId, String text) {
    open(page, "/scripts/" + scriptId + "/edit");
    page.locator(".cm-content").fill(text);
    page.locator("#field-author").fill("Ann");
  }

  private static void save(Page page) {
    page.locator("main button.primary").click();
  }
}
