package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

class ReportTest extends BrowserTest {
  @Override
  void fill(Site site) {
    site.script("bridge", "The bridge hums.\n", "The old bridge hums.\n", "It is silent.\n");
    site.versions().createScript("bare", "Nothing yet");
    site.versions().createScript("wide", "Wide".repeat(40));
    site.versions()
        .save(
            NewVersion.builder(
                    "wide",
                    ScriptText.of("y".repeat(300) + "\n"),
                    Author.named("x".repeat(200)),
                    "z".repeat(300))
                .build());
    site.versions().labelManager().give("wide", "W".repeat(100), 1);
  }

  private static Locator preview(Page page) {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName("Preview of the report"));
  }

  private static Locator rows(Page page) {
    return preview(page).locator(".versions tbody tr");
  }

  private static Locator said(Page page) {
    return page.locator("#report-said");
  }

  @Test
  void choosingShowsTheReportAndTheAddressThatShowsItToOthers() {
    Page page = visitor();
    open(page, "/scripts/bridge");
    page.locator(".bar").getByLabel("More").click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Report").setExact(true))
        .click();
    assertThat(rows(page)).hasCount(3);
    page.getByLabel("Changes of each version").check();
    assertThat(preview(page).locator("ins").first()).containsText("old");
    page.getByLabel("From version").fill("2");
    assertThat(rows(page)).hasCount(2);
    assertThat(said(page)).hasText("2 versions in this report");
    assertThat(page).hasURL(Pattern.compile("from_version=2.*diff=true"));
    isAccessible(page, "the page of reports");
    Page other = visitor();
    other.navigate(page.url());
    assertThat(rows(other)).hasCount(2);
    assertThat(other.getByLabel("Changes of each version")).isChecked();
  }

  @Test
  void theDownloadsAreOfWhatWasChosen() throws IOException {
    Page page = visitor();
    open(page, "/scripts/bridge/report");
    page.getByLabel("To version").fill("1");
    assertThat(rows(page)).hasCount(1);
    Download download = page.waitForDownload(() -> page.getByLabel("Download as CSV").click());
    assertThat(download.suggestedFilename()).isEqualTo("bridge-history.csv");
    assertThat(Files.readString(download.path()).lines()).hasSize(2);
    Download pdf = page.waitForDownload(() -> page.getByLabel("Download as PDF").click());
    assertThat(Files.readAllBytes(pdf.path())).startsWith('%', 'P', 'D', 'F');
  }

  @Test
  void theReportItselfIsStyledAndAccessible() {
    Page page = visitor();
    open(page, "/scripts/bridge/report?diff=true");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open to print")).click();
    assertThat(page.locator("h1")).hasText("Title of bridge");
    assertThat(page.locator(".versions")).hasCSS("border-collapse", "collapse");
    assertThat(page.locator("del").first()).hasCSS("text-decoration-line", "line-through");
    isAccessible(page, "the report");
  }

  @Test
  void whatMakesNoSenseIsSaidAndNothingElseIsOfferedInItsPlace() {
    Page page = visitor();
    open(page, "/scripts/bridge/report?to_version=2");
    page.getByLabel("From version").fill("3");
    assertThat(said(page)).containsText("The versions end before they start");
    assertThat(preview(page)).not().isVisible();
    assertThat(page.getByLabel("Download as PDF")).not().isVisible();
    assertThat(page).hasURL(site().url("/scripts/bridge/report?to_version=2"));
    page.getByLabel("To version").fill("99");
    assertThat(said(page)).containsText("its versions are 1 to 3");
    page.getByLabel("To version").fill("3");
    assertThat(said(page)).hasText("1 version in this report");
    assertThat(rows(page)).hasCount(1);
    assertThat(page.getByLabel("Download as PDF")).isVisible();
    expectComplaint("answer: 400 ");
    expectComplaint("answer: 404 ");
  }

  @Test
  void whatMakesNoSenseStaysInTheFieldsOfAReaderWithoutScripts() {
    Page page = visitor(1280, 900, ColorScheme.LIGHT, false);
    page.navigate(site().url("/scripts/bridge/report?from=2026-02-02&until=2026-02-01&diff=true"));
    assertThat(said(page)).containsText("The period ends before it starts");
    assertThat(page.getByLabel("From date")).hasValue("2026-02-02");
    assertThat(page.getByLabel("Changes of each version")).isChecked();
    assertThat(preview(page)).not().isVisible();
    page.getByLabel("Until date").fill("2026-02-03");
    page.getByText("Update preview").click();
    assertThat(said(page)).hasText("0 versions in this report");
  }

  @Test
  void aTimeOfTheAddressIsKeptByTheNextChoice() {
    Page page = visitor();
    open(page, "/scripts/bridge/report?from=2001-02-03T04:05:06Z");
    assertThat(page.getByLabel("From date")).hasValue("2001-02-03T04:05:06Z");
    page.getByLabel("Changes of each version").check();
    assertThat(page).hasURL(Pattern.compile("from=2001-02-03T04.*diff=true"));
  }

  @Test
  void aPdfThatIsMadeIsWaitedForAndWhyOneIsRefusedIsSaid() {
    Page page = visitor();
    open(page, "/scripts/bridge/report");
    List<Route> held = new ArrayList<>();
    page.route("**/report?format=pdf*", held::add);
    Locator pdf = page.getByLabel("Download as PDF");
    pdf.click();
    Locator told = page.locator("#pdf-said");
    assertThat(told).containsText("The PDF is being made…");
    assertThat(told.getByRole(AriaRole.PROGRESSBAR)).isVisible();
    isAccessible(page, "the page of reports while a PDF is made");
    Download download = page.waitForDownload(() -> held.get(0).resume());
    assertThat(download.suggestedFilename()).isEqualTo("bridge-history.pdf");
    assertThat(told).hasText("The PDF is ready: bridge-history.pdf.");
    page.unroute("**/report?format=pdf*");
    page.route(
        "**/report?format=pdf*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(422)
                    .setContentType("application/problem+json")
                    .setBody("{\"detail\": \"This report is too long for a PDF.\"}")));
    pdf.click();
    assertThat(told).hasText("This report is too long for a PDF.");
    page.getByLabel("To version").fill("1");
    assertThat(rows(page)).hasCount(1);
    assertThat(told).isEmpty();
    expectComplaint("answer: 422 ");
  }

  @Test
  void itWorksWithoutJavaScript() {
    Page page = visitor(1280, 900, ColorScheme.DARK, false);
    open(page, "/scripts/bridge/report");
    page.getByLabel("To version").fill("2");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Update preview")).click();
    assertThat(rows(page)).hasCount(2);
    Page dark = visitor(1280, 900, ColorScheme.DARK, true);
    open(dark, "/scripts/bridge/report?diff=true");
    isAccessible(dark, "the page of reports in the dark");
  }

  @Test
  void aScriptWithoutVersionsSaysSoAndNothingIsWiderThanAPhone() {
    Page page = visitor(360, 740);
    open(page, "/scripts/bare/report");
    assertThat(preview(page)).containsText("This script has no versions yet.");
    open(page, "/scripts/bridge/report?diff=true&texts=true");
    assertThat(width(page)).isEqualTo(360);
    isAccessible(page, "the page of reports on a phone");
  }

  private static int width(Page page) {
    return (int) page.evaluate("() => document.documentElement.scrollWidth");
  }

  @Test
  void onAPhoneTheReportIsAsWideAsTheScreenAndItsTableScrollsByTheKeyboard() {
    Page page = visitor(360, 740);
    open(page, "/api/v1/scripts/wide/report?diff=true&texts=true");
    assertThat(width(page)).isEqualTo(360);
    Locator table =
        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Table of versions"));
    table.focus();
    page.keyboard().press("ArrowRight");
    page.waitForFunction("() => document.querySelector('.scrolls').scrollLeft > 0");
    isAccessible(page, "the report on a phone");
  }
}
