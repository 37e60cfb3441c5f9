package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.pages.Site;
import prismq.t.script.versioning.transfer.git.TestRepository;

class ImportJourneyTest extends BrowserTest {
  private static final Pattern JOB = Pattern.compile("/import/[-_A-Za-z0-9]{22}$");

  @Override
  void fill(Site site) {
    site.script("bridge", "The bridge hums.\n");
  }

  private static FilePayload text(String name, String content) {
    return new FilePayload(name, "text/plain", content.getBytes(UTF_8));
  }

  private static FilePayload[] drafts(String title) {
    return new FilePayload[] {
      text(title + " v10.md", "ten\n"),
      text(title + " v2.md", "two\n"),
      new FilePayload(title + ".png", "image/png", new byte[] {1, 0, 2})
    };
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator field(Page page) {
    return page.getByLabel("One file, or several drafts");
  }

  private static Locator said(Page page) {
    return page.locator("#import-said");
  }

  @Test
  void draftsComeInByKeyboard() {
    String title = "Keeper";
    Page page = visitor();
    Keys keys = new Keys(page);
    open(page, "/");
    keys.tabTo(link(page, "Import"));
    keys.press("Enter");
    assertThat(page).hasURL(site().url("/import"));
    field(page).setInputFiles(drafts(title));
    keys.tabTo(button(page, "Upload and preview"));
    keys.press("Enter");
    assertThat(page).hasURL(JOB);
    assertThat(said(page)).hasText("2 versions of 1 script to import. Nothing is saved yet.");
    assertThat(page.locator(".outcome")).containsText(title + ".png");
    isAccessibleInBothThemes(page, "the preview");
    keys.tabTo(page.getByLabel("Author"));
    page.keyboard().press("ControlOrMeta+a");
    keys.type("Ann Lee");
    keys.tabTo(button(page, "Import"));
    keys.press("Enter");
    assertThat(said(page)).containsText("2 versions of 1 script imported");
    isAccessibleInBothThemes(page, "what came in");
    assertThat(page.locator(".saved")).containsText("Imported 2 versions of 1 script");
    keys.tabTo(link(page, "Open " + title));
    keys.press("Enter");
    assertThat(page.locator("h1")).hasText("History of " + title);
    assertThat(page.locator(".versions li").first()).containsText("Ann Lee");
    assertThat(site().versions().content(title, 2).display()).isEqualTo("ten\n");
  }

  @Test
  void theDateOfAFileComesAlong(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("dated.md"), "An old text.\n");
    Files.setLastModifiedTime(
        file, java.nio.file.attribute.FileTime.fromMillis(1_704_078_245_000L));
    Page page = visitor();
    open(page, "/import");
    field(page).setInputFiles(file);
    button(page, "Upload and preview").click();
    button(page, "Import").click();
    assertThat(said(page)).containsText("imported");
    assertThat(site().versions().version("dated", 1).createdAt())
        .hasToString("2024-01-01T03:04:05Z");
  }

  @Test
  void theProgressIsShownAndCancelKeepsTheKeyboard(@TempDir Path folder) throws IOException {
    Path bundle = folder.resolve("long.bundle");
    try (TestRepository repository = new TestRepository(folder.resolve("git"))) {
      for (int i = 1; i <= 120; i++) {
        repository.write("long.md", "Edition " + i + "\n").commit("Edition " + i);
      }
      repository.bundleTo(bundle);
    }
    Page page = visitor();
    open(page, "/import");
    field(page).setInputFiles(bundle);
    button(page, "Upload and preview").click();
    assertThat(button(page, "Import")).isVisible();
    site()
        .database()
        .write(
            handle -> {
              button(page, "Import").click();
              assertThat(page.locator("#how-far")).containsText("0 of 120 versions");
              assertThat(page.getByRole(AriaRole.PROGRESSBAR)).isVisible();
              isAccessible(page, "the progress");
              new Keys(page).tabTo(button(page, "Cancel"));
              page.waitForResponse(Pattern.compile("/progress"), () -> {});
              assertThat(button(page, "Cancel")).isFocused();
              page.keyboard().press("Enter");
              assertThat(said(page)).hasText("Stopping…");
              return null;
            });
    assertThat(said(page))
        .hasText("Cancelled. The upload was deleted. 50 versions imported before that are kept.");
    assertThat(page.locator("#how-far")).hasCount(0);
  }

  @Test
  void itWorksWithoutJavaScript() {
    Page page = visitor(360, 740, ColorScheme.LIGHT, false);
    open(page, "/import");
    field(page).setInputFiles(drafts("Plain"));
    button(page, "Upload and preview").click();
    assertThat(button(page, "Import")).isVisible();
    button(page, "Import").click();
    assertThat(said(page)).containsText("2 versions of 1 script imported");
    link(page, "Plain").click();
    assertThat(page).hasURL(site().url("/scripts/Plain"));
  }

  @Test
  void whatIsTooLargeIsSaidBeforeItIsSent() {
    Page page = visitor();
    open(page, "/import");
    page.evaluate("() => document.querySelector('form[data-import]').dataset.largest = 3");
    field(page).setInputFiles(text("long.md", "more than three"));
    assertThat(page.evaluate("() => document.querySelector('#field-upload').validationMessage"))
        .asString()
        .contains("at most");
    button(page, "Upload and preview").click();
    assertThat(page).hasURL(site().url("/import"));
  }

  @Test
  void whatCannotComeInIsSaidAndChosenOtherwise() {
    Page page = visitor();
    open(page, "/import");
    field(page).setInputFiles(text("bridge.md", "Another bridge.\n"));
    button(page, "Upload and preview").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is already a script “bridge”");
    isAccessible(page, "an import that is refused");
    page.getByLabel("Script id").fill("bridge-2");
    button(page, "Preview again").click();
    button(page, "Import").click();
    assertThat(said(page)).containsText("1 version of 1 script imported");
  }

  @Test
  void aServerThatWasStartedAnewIsToldOfOnThePageThatWaits() {
    Page page = visitor();
    page.navigate("/import/nothing-of-the-kind");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("no longer exists");
    assertThat(field(page)).isVisible();
  }
}
