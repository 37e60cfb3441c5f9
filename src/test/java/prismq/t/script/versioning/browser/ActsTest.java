package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.pages.Site;

/**
 * What people come for takes at most three acts from the list of scripts: a click, a typed text
 * with Enter, or a selection is one each.
 */
class ActsTest extends BrowserTest {
  private static final int MOST = 3;

  private static final String ROAD = "The road climbs to the old pass, where nobody lives.";
  private static final String KETTLE = "Two mugs stand beside the kettle on the stove.";
  private static final String DAWN = "At dawn the boats come home, one after the other.";

  private int scripts;
  private String scriptId = "";

  /** A visitor of the list of scripts, whose acts are counted. */
  private static final class Visit {
    private final Page page;
    private int acts;

    Visit(Page page) {
      this.page = page;
      open(page, "/");
    }

    void click(Locator target) {
      acts++;
      target.click();
    }

    void typeAndEnter(Locator field, String text) {
      acts++;
      field.fill(text);
      field.press("Enter");
    }

    Locator link(String name) {
      return page.getByRole(
          AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator search() {
      return page.getByRole(
          AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search all versions"));
    }

    void tookFewActs() {
      assertThat(acts).as("acts from the list of scripts").isLessThanOrEqualTo(MOST);
    }
  }

  @Override
  void fill(Site site) {}

  /** Tests save versions, so each has a script of its own. */
  @BeforeEach
  void startScript() {
    scriptId = "ferry-" + ++scripts;
    site().versions().createScript(scriptId, "The ferry " + scripts);
    save(ROAD, KETTLE);
    save(ROAD, KETTLE, DAWN);
    save(ROAD + " It snows.", KETTLE, DAWN);
    save(ROAD + " It snows.", DAWN);
    save(ROAD + " It snows again.", DAWN);
  }

  private void save(String... paragraphs) {
    site().save(scriptId, ScriptText.of(String.join("\n\n", paragraphs) + "\n"));
  }

  private String latest() {
    int latest = site().versions().script(scriptId).latestVersion();
    return site().versions().content(scriptId, latest).display();
  }

  @Test
  void whatChangedSinceVersion3() {
    Visit visit = new Visit(visitor(1366, 850));
    visit.click(visit.link("The ferry " + scripts));
    visit.click(visit.link("Compare from v3"));
    assertThat(visit.page.locator("#panel h2")).hasText("v3 → v5");
    assertThat(visit.page.locator("#panel del").first()).containsText("kettle");
    visit.tookFewActs();
  }

  @Test
  void whatChangedSinceVersion3OnAPhone() {
    Visit visit = new Visit(toucher(360, 740));
    visit.click(visit.link("The ferry " + scripts));
    visit.click(visit.link("Read version 3"));
    visit.click(visit.page.locator(".dock").getByText("Compare"));
    assertThat(visit.page).hasURL(Pattern.compile("/compare/3\\.\\.\\.5$"));
    assertThat(visit.page.locator(".prose-diff del").first()).containsText("kettle");
    visit.tookFewActs();
  }

  @Test
  void restoreVersion3() {
    restoreVersion3(new Visit(visitor(1366, 850)));
  }

  @Test
  void restoreVersion3OnAPhone() {
    restoreVersion3(new Visit(toucher(360, 740)));
  }

  private void restoreVersion3(Visit visit) {
    visit.click(visit.link("The ferry " + scripts));
    visit.click(visit.link("Restore v3"));
    visit.typeAndEnter(visit.page.getByLabel("Author"), "Ann");
    assertThat(visit.page.locator(".saved")).containsText("Saved as v6");
    assertThat(latest()).isEqualTo(site().versions().content(scriptId, 3).display());
    visit.tookFewActs();
  }

  @Test
  void bringBackThisParagraph() {
    Visit visit = new Visit(visitor(1366, 850));
    visit.typeAndEnter(visit.search(), "mugs beside kettle script:" + scriptId);
    visit.click(visit.link("Restore this text"));
    assertThat(visit.page.locator("#preview ins").first()).containsText("kettle");
    visit.typeAndEnter(visit.page.getByLabel("Author"), "Ann");
    assertThat(visit.page.locator(".saved")).containsText("Saved as v6");
    assertThat(latest()).isEqualTo(ROAD + " It snows again.\n\n" + KETTLE + "\n\n" + DAWN + "\n");
    visit.tookFewActs();
  }

  @Test
  void branchEditMerge() {
    Visit visit = new Visit(visitor(1366, 850));
    visit.click(visit.link("Edit The ferry " + scripts));
    visit.page.locator(".cm-content").click();
    visit.page.keyboard().press("Control+End");
    visit.page.keyboard().type("The harbor sleeps.");
    visit.page.getByLabel("Author").fill("Ann");
    visit.click(visit.page.getByText("Save on a new branch"));
    assertThat(visit.page.locator(".saved")).containsText("Saved as v6 on from-v5");
    visit.click(visit.page.locator(".saved").getByText("Merge into main"));
    assertThat(visit.page.locator(".saved")).containsText("Saved as v7");
    assertThat(visit.page.locator(".versions li").first()).containsText("merges v6");
    assertThat(site().versions().version(scriptId, 7).branch()).isEqualTo("main");
    assertThat(latest()).endsWith("The harbor sleeps.");
    visit.tookFewActs();
  }

  @Test
  void findWhenThisSentenceWent() {
    Visit visit = new Visit(visitor(1366, 850));
    visit.typeAndEnter(visit.search(), "\"beside the kettle\" script:" + scriptId);
    visit.click(visit.link("removed in v4"));
    assertThat(visit.page).hasURL(Pattern.compile("/compare/3\\.\\.\\.4$"));
    assertThat(visit.page.locator(".prose-diff del").first()).containsText(KETTLE);
    visit.tookFewActs();
  }
}
