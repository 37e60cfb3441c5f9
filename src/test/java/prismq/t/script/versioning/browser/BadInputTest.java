package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
    site.script("back", "One.\n");
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
}
