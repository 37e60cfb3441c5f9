package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

/** Somebody whose network goes away while they save: what they typed stays, and is saved later. */
class OfflineTest extends BrowserTest {
  private static final String FIRST = "The keeper climbs.\n\nNobody sleeps.\n";
  private static final String OFFLINE = "You are offline, so nothing was saved.";

  @Override
  void fill(Site site) {
    for (String scriptId : new String[] {"saved", "later", "raced", "restored", "merged"}) {
      site.script(scriptId, FIRST, FIRST + "\nIt is day.\n");
      site.branches().create(scriptId, "ending", 2);
    }
    site.versions()
        .save(
            NewVersion.builder("merged", ScriptText.of("The end.\n"), Site.WRITER, "Shorter")
                .branch("ending")
                .build());
    site.save("merged", ScriptText.of("The beginning.\n"));
  }

  private Page at(String path) {
    expectComplaint("request failed");
    Page page = visitor();
    open(page, path);
    return page;
  }

  private static void goOffline(Page page) {
    page.context().setOffline(true);
  }

  private static void comeBack(Page page) {
    page.context().setOffline(false);
  }

  private static void save(Page page) {
    page.locator("main button.primary").click();
  }

  private static Locator told(Page page) {
    return page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText(OFFLINE));
  }

  @Test
  void aTextIsKeptAndSavedOnceTheNetworkIsBack() {
    Page page = at("/scripts/saved/edit");
    page.locator(".cm-content").fill("Typed at sea.");
    assertThat(page.locator("#preview ins").first()).containsText("sea");
    page.getByLabel("Change description").fill("At sea");
    page.getByLabel("Author").fill("Ann");
    goOffline(page);
    save(page);
    assertThat(told(page)).isVisible();
    save(page);
    assertThat(told(page)).isVisible();
    assertThat(page.getByLabel("Change description")).hasValue("At sea");
    comeBack(page);
    assertThat(told(page)).hasCount(0);
    save(page);
    assertThat(page.locator(".saved")).containsText("Saved as v3");
    assertThat(site().versions().content("saved", 3).display()).isEqualTo("Typed at sea.");
  }

  @Test
  void whoClosesThePageOfflineFindsTheTextLater() {
    Page page = at("/scripts/later/edit");
    page.locator(".cm-content").fill("Typed at sea.");
    assertThat(page.locator("#preview ins").first()).containsText("sea");
    goOffline(page);
    save(page);
    assertThat(told(page)).isVisible();
    isAccessibleInBothThemes(page, "the editor offline");
    page.close();
    comeBack(page);
    Page next = page.context().newPage();
    open(next, "/scripts/later/edit");
    next.getByText("Restore draft").click();
    assertThat(next.locator("textarea[name=content]")).hasValue("Typed at sea.");
  }

  @Test
  void aNewScriptIsKeptToo() {
    Page page = at("/new");
    page.locator("#field-title").fill("The sea");
    page.locator(".cm-content").fill("Typed at sea.");
    page.getByLabel("Author").fill("Ann");
    goOffline(page);
    save(page);
    assertThat(told(page)).isVisible();
    comeBack(page);
    save(page);
    assertThat(page.locator(".top .script")).hasText("The sea");
  }

  @Test
  void answersAboutWhatOthersSavedMeanwhileAreKept() {
    expectComplaint("console: htmx");
    Page page = at("/scripts/raced/edit");
    page.locator(".cm-content").fill("The keeper falls.\n\nNobody sleeps.");
    page.getByLabel("Author").fill("Ann");
    site().save("raced", ScriptText.of("The keeper runs.\n\nNobody sleeps.\n\nIt is day.\n"));
    save(page);
    page.getByLabel("Write my own").first().check();
    page.locator(".conflict textarea").first().fill("The keeper sails.");
    assertThat(page.locator("#outcome ins").first()).containsText("sails");
    goOffline(page);
    save(page);
    assertThat(told(page)).isVisible();
    assertThat(page.locator(".conflict textarea").first()).hasValue("The keeper sails.");
  }

  @Test
  void aVersionIsRestoredOnceTheNetworkIsBack() {
    Page page = at("/scripts/restored/rollback?to=1");
    page.getByLabel("Change description").fill("As it was ashore");
    page.getByLabel("Author").fill("Ann");
    goOffline(page);
    save(page);
    assertThat(told(page)).isVisible();
    comeBack(page);
    save(page);
    assertThat(page.locator(".saved")).containsText("Saved as v3");
    assertThat(site().versions().version("restored", 3).changeDescription())
        .isEqualTo("As it was ashore");
  }

  @Test
  void answersOfAMergeAreKept() {
    Page page = at("/scripts/merged/merge?from=ending&into=main");
    page.getByLabel("Write my own").first().check();
    page.locator(".conflict textarea").first().fill("The middle.");
    assertThat(page.locator("#outcome ins").first()).containsText("middle");
    page.getByLabel("Author").fill("Ann");
    goOffline(page);
    save(page);
    assertThat(told(page)).isVisible();
    comeBack(page);
    save(page);
    assertThat(page.locator(".saved")).containsText("Saved as v5");
    assertThat(site().versions().content("merged", 5).display()).contains("The middle.");
  }
}
