package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

/**
 * All that is wrong in a form is told at once, beside its field and in a summary that takes the
 * focus and leads to the fields.
 */
class FormErrorsTest extends BrowserTest {
  @Override
  void fill(Site site) {
    site.script("bridge", "The bridge hums.\n", "The bridge sings.\n");
    site.script("both", "It is dark.\n", "It is bright.\n");
    site.branches().create("both", "other", 1);
    site.versions()
        .save(
            NewVersion.builder("both", ScriptText.of("It is gray.\n"), Site.WRITER, "Gray")
                .branch("other")
                .build());
  }

  /** The summary names so many errors, has the focus, and its links lead to these fields. */
  private static void summaryLeadsTo(Page page, String... fields) {
    Locator summary = page.locator(".problems");
    assertThat(summary).isFocused();
    assertThat(summary.locator("a")).hasCount(fields.length);
    for (int i = 0; i < fields.length; i++) {
      summary.locator("a").nth(i).click();
      assertThat(page.locator("#field-" + fields[i])).isFocused();
    }
    isAccessibleInBothThemes(page, "the form with its errors at " + page.url());
  }

  @Test
  void ofRestoringAVersion() {
    Page page = visitor();
    open(page, "/scripts/bridge/rollback?to=1");
    page.getByLabel("Change description").fill(" ");
    page.getByLabel("Author").press("Enter");
    assertThat(page.locator("#author-error")).isVisible();
    assertThat(page.locator("#change_description-error")).isVisible();
    summaryLeadsTo(page, "change_description", "author");
  }

  @Test
  void ofUndoingAChange() {
    Page page = visitor();
    open(page, "/scripts/bridge/restore?to=2");
    page.getByLabel("Change description").fill(" ");
    page.getByLabel("Author").press("Enter");
    summaryLeadsTo(page, "change_description", "author");
  }

  @Test
  void ofAMergeWithAPassageToSettle() {
    Page page = visitor();
    open(page, "/scripts/both/merge?from=other&into=main");
    page.getByLabel("Author").press("Enter");
    summaryLeadsTo(page, "passage-1", "author");
  }

  @Test
  void ofALabel() {
    Page page = visitor();
    open(page, "/scripts/bridge/labels");
    page.locator("#field-name").fill(" ");
    page.locator("#field-name").press("Enter");
    summaryLeadsTo(page, "name");
  }

  @Test
  void ofANewBranch() {
    Page page = visitor();
    open(page, "/scripts/bridge/branches");
    page.locator("#field-name").fill("two words");
    page.locator("#field-name").press("Enter");
    summaryLeadsTo(page, "name");
  }

  @Test
  void ofAnImport() {
    Page page = visitor();
    open(page, "/import");
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "draft.md", "text/markdown", "One.\n".getBytes(StandardCharsets.UTF_8)));
    page.getByText("Upload and preview").click();
    page.getByLabel("Script id").fill("not an id");
    page.getByText("Preview again").click();
    summaryLeadsTo(page, "script_id");
  }
}
