package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

/** “Saved as v9 · Undo · Label it”, whatever saved it. */
class SavedNoticeTest extends BrowserTest {
  private static final String FIRST = "The keeper climbs the stairs.\n\nNobody sleeps.\n";
  private static final String LATEST = FIRST + "\nThe lamp goes out at dawn.\n";
  private static final String ENDING = "The keeper climbs the tower.\n\nNobody sleeps.\n";
  private static final String MERGED = ENDING + "\nThe lamp goes out at dawn.\n";

  private int scripts;
  private String scriptId = "";

  @Override
  void fill(Site site) {}

  @BeforeEach
  void startScript() {
    scriptId = "lamp-" + ++scripts;
    site().script(scriptId, FIRST, LATEST);
    site().branches().create(scriptId, "ending", 1);
    site()
        .versions()
        .save(
            NewVersion.builder(scriptId, ScriptText.of(ENDING), Site.WRITER, "Higher")
                .branch("ending")
                .build());
  }

  private String text(int version) {
    return site().versions().content(scriptId, version).display();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Page at(String path) {
    return at(path, true);
  }

  private Page at(String path, boolean javaScript) {
    Page page = visitor(1366, 850, ColorScheme.LIGHT, javaScript);
    open(page, "/scripts/" + scriptId + path);
    return page;
  }

  private static void signAndPress(Page page, String name) {
    page.getByLabel("Author").fill("Ann");
    button(page, name).click();
  }

  /** Version 4 was saved; undoing it brings the text that was there before, and says who did. */
  private void isUndone(Page page, String before) {
    assertThat(page.locator(".saved")).containsText("Saved as v4");
    button(page, "Undo").click();
    assertThat(page.locator(".saved")).containsText("Saved as v5");
    assertThat(text(5)).isEqualTo(before);
    assertThat(site().versions().version(scriptId, 5).author().name()).isEqualTo("Ann");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSavedTextIsUndoneAndTheUndoingToo(boolean javaScript) {
    Page page = at("/edit", javaScript);
    page.locator(javaScript ? ".cm-content" : "textarea[name=content]").fill("All new.");
    signAndPress(page, "Save as v4");
    isUndone(page, LATEST);
    button(page, "Undo").click();
    assertThat(page.locator(".saved")).containsText("Saved as v6");
    assertThat(text(6)).isEqualTo("All new.");
  }

  @Test
  void aRestoredVersionIsUndone() {
    Page page = at("/rollback?to=1");
    signAndPress(page, "Restore v1");
    assertThat(page.locator(".saved")).containsText("Saved as v4");
    assertThat(text(4)).isEqualTo(FIRST);
    isUndone(page, LATEST);
  }

  @Test
  void aMergeIsUndone() {
    Page page = at("/merge?from=ending&into=main");
    signAndPress(page, "Merge into main");
    assertThat(page.locator(".saved")).containsText("Saved as v4");
    assertThat(text(4)).isEqualTo(MERGED);
    isUndone(page, LATEST);
  }

  @Test
  void aTextSavedOnAnotherBranchIsUndoneThere() {
    Page page = at("/edit?branch=ending");
    page.locator(".cm-content").fill("All new.");
    signAndPress(page, "Save as v4");
    isUndone(page, ENDING);
    assertThat(site().versions().version(scriptId, 5).branch()).isEqualTo("ending");
  }

  @Test
  void whatOthersSavedMeanwhileIsNotUndoneAlong() {
    Page page = at("/edit");
    page.locator(".cm-content").fill(LATEST + "\nIt is day.");
    signAndPress(page, "Save as v4");
    assertThat(page.locator(".saved")).containsText("Saved as v4");
    site().save(scriptId, ScriptText.of(LATEST + "\nIt is day.\n\nThe boats come home.\n"));
    button(page, "Undo").click();
    assertThat(page.getByText("Version 5 was saved meanwhile").first()).isVisible();
    assertThat(site().versions().script(scriptId).latestVersion()).isEqualTo(5);
  }

  @Test
  void whatWasSavedIsLabelled() {
    Page page = at("/edit");
    page.locator(".cm-content").fill("All new.");
    signAndPress(page, "Save as v4");
    page.locator(".saved").getByText("Label it").click();
    page.getByLabel("Label", new Page.GetByLabelOptions().setExact(true)).fill("Read aloud");
    page.locator("main button.primary").click();
    assertThat(page.locator(".labels, .chips, main").first()).containsText("Read aloud");
    assertThat(site().versions().labels(scriptId))
        .anyMatch(label -> label.name().equals("Read aloud") && label.versionNumber() == 4);
  }

  @Test
  void whatAnImportAddedToAScriptIsUndone() {
    FilePayload[] drafts = {draft(1), draft(2), draft(3)};
    Page page = visitor(1366, 850);
    imports(page, drafts[0]);
    assertThat(page.locator(".saved")).containsText("Imported 1 version of 1 script");
    assertThat(button(page, "Undo")).hasCount(0);
    imports(page, drafts);
    assertThat(page.locator(".saved")).containsText("Imported 2 versions of 1 script");
    button(page, "Undo").click();
    assertThat(page.locator(".saved")).containsText("Saved as v4");
    assertThat(site().versions().content("drafts", 4).display()).isEqualTo("Draft 1.\n");
    assertThat(site().versions().version("drafts", 4).changeDescription())
        .isEqualTo("Undid the import: back to version 1");
    page.goBack();
    assertThat(page.locator(".saved").getByText("Label v3")).isVisible();
  }

  private static FilePayload draft(int number) {
    byte[] text = ("Draft " + number + ".\n").getBytes(StandardCharsets.UTF_8);
    return new FilePayload("drafts-v" + number + ".md", "text/markdown", text);
  }

  private static void imports(Page page, FilePayload... files) {
    open(page, "/import");
    page.locator("input[type=file]").setInputFiles(files);
    button(page, "Upload and preview").click();
    page.locator("#field-script_id").fill("drafts");
    button(page, "Preview again").click();
    page.getByLabel("Author").fill("Ann");
    button(page, "Import").click();
  }
}
