package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.audit.Actor;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

class LookTest extends BrowserTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/?page=2",
          "/new",
          "/import",
          "/import/unknown",
          "/audit",
          "/audit?person=Nobody",
          "/help/api",
          "/help/branches-and-merging",
          "/help/figures",
          "/help?q=merge",
          "/help?q=zebra",
          "/search",
          "/search?q=the",
          "/search?q=bridge+-night+%22x+foo:bar",
          "/search?q=author:maximiliane+script:story",
          "/search?q=nothing+of+the+kin",
          "/scripts/bare",
          "/scripts/story",
          "/scripts/story?selected=1",
          "/scripts/story?q=nothing+of+the+kind",
          "/scripts/story/versions/1",
          "/scripts/story/versions/4",
          "/scripts/story/versions/3/annotate",
          "/scripts/story/versions/5/annotate?color=author",
          "/scripts/story/versions/5/annotate?color=source",
          "/scripts/story/versions/4/annotate",
          "/scripts/scene/versions/1",
          "/scripts/story/compare/1...2",
          "/scripts/story/compare/1...2?view=side-by-side",
          "/scripts/story/compare/3...2",
          "/scripts/story/compare/2...2",
          "/scripts/story/compare/4...5",
          "/scripts/bare/labels",
          "/scripts/story/labels",
          "/scripts/story/revisions",
          "/scripts/story/phrase-history",
          "/scripts/story/phrase-history?q=village",
          "/scripts/story/phrase-history?q=that+came+with+edition",
          "/scripts/story/phrase-history?q=never",
          "/scripts/story?passage=village",
          "/scripts/bare/report",
          "/scripts/bare/review-report",
          "/scripts/scene/statistics",
          "/scripts/story/report?diff=true&texts=true",
          "/scripts/story/report?branch=none",
          "/scripts/bare/edit",
          "/scripts/story/edit?from=1",
          "/scripts/story/rollback?to=1",
          "/scripts/story/rollback?to=3",
          "/scripts/nothing-here",
          "/scripts/story/versions/9",
          "/scripts/story?before=never");

  @Override
  void fill(Site site) {
    new AuditLog(site.database(), Clock.systemUTC())
        .record(
            new AuditEvent(
                AuditAct.BRANCH_STARTED,
                new Actor(Prose.ENDLESS_WORD, "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"),
                "bare",
                null,
                Prose.ENDLESS_WORD));
    site.versions().createScript("bare", "Nothing written yet");
    site.versions()
        .createScript("story", "The Bridge That Hums " + Prose.ENDLESS_WORD.substring(0, 170));
    String description =
        "Made the keeper speak, because " + Prose.ENDLESS_WORD + "\n\n" + Prose.paragraph(80, 3);
    Metadata metadata =
        Metadata.of(
            Map.of(
                "review_score",
                71.5,
                "length_seconds",
                145,
                "source",
                "ai",
                "model",
                "model-" + Prose.ENDLESS_WORD,
                "notes",
                Prose.paragraph(40, 5),
                Prose.ENDLESS_WORD,
                Map.of("nested", List.of(1, 2, Prose.ENDLESS_WORD))));
    Author author = Author.named("Maximiliane von und zu " + Prose.ENDLESS_WORD.substring(0, 150));
    for (int edition = 0; edition < 3; edition++) {
      site.versions()
          .save(
              NewVersion.builder(
                      "story", ScriptText.of(Prose.story(5, edition)), author, description)
                  .metadata(metadata)
                  .build());
    }
    site.branches().create("story", "a-long-name-for-a-branch/with-a-slash", 3);
    site.versions()
        .save(
            NewVersion.builder("story", ScriptText.of(""), author, "")
                .branch("a-long-name-for-a-branch/with-a-slash")
                .build());
    site.versions()
        .save(
            NewVersion.builder(
                    "story", ScriptText.of(Prose.story(5, 3) + "\u00e9\r\n"), author, "Went on")
                .metadata(metadata)
                .build());
    site.versions()
        .labelManager()
        .give("story", "Sent to " + Prose.ENDLESS_WORD.substring(0, 92), 3);
    site.versions().labelManager().give("story", "Read aloud", 3);
    site.script("scene", "INT. MILL - NIGHT\n\nThe wheel turns.\n\nKEEPER\nDo you hear it?\n");
  }

  /** Waits until the page looks as it will, and takes a picture of it where one is asked for. */
  private static void shown(Page page, String path) {
    page.waitForFunction("() => document.fonts.status === 'loaded'");
    String shots = System.getProperty("shots");
    if (shots != null) {
      String name = path.replaceAll("[^a-z0-9]+", "-") + page.viewportSize().width;
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(shots, name + ".png")).setFullPage(true));
    }
  }

  /** How wide the page would have to be for everything on it, once its times are long ones. */
  private static int neededWidth(Page page) {
    page.evaluate(
        """
        () => document.querySelectorAll('time').forEach((time) => {
          time.textContent = '59 minutes ago';
        })
        """);
    return (int) page.evaluate("() => document.documentElement.scrollWidth");
  }

  /** The reference has the same parts for each of its hundred calls, and figures rows of tables. */
  private static void leaveTheFirstOfWhatIsAlike(Page page) {
    page.evaluate(
        """
        () => {
          const rest = 'main article > :nth-child(n + 60), main tr:nth-child(n + 12)';
          document.querySelectorAll(rest).forEach((part) => part.remove());
        }
        """);
  }

  /**
   * In one visit at each width, because opening all pages takes most of the time; each page on a
   * phone, on a small screen, and on either a tablet or a large screen.
   */
  @ParameterizedTest
  @CsvSource({"360, DARK", "768, DARK", "1366, LIGHT", "1920, LIGHT"})
  void everyPageIsAccessibleAndNothingMovesSticksOutOrTouchesTheEdge(
      int width, ColorScheme scheme) {
    Page page = visitor(width, 850, scheme, true);
    LayoutShift.count(page);
    SoftAssertions all = new SoftAssertions();
    for (String path : pagesAt(width)) {
      page.setViewportSize(width, 850);
      page.navigate(path);
      double shift = LayoutShift.of(page);
      all.assertThat(shift).as("layout shift of " + path + " at " + width).isLessThan(0.02);
      all.assertThat(Words.atTheEdge(page)).as("words of %s at %d", path, width).isEmpty();
      shown(page, path);
      all.assertThat(neededWidth(page)).as("width of " + path).isEqualTo(width);
      if (width == 1366) {
        leaveTheFirstOfWhatIsAlike(page);
        isAccessibleInBothThemes(page, path);
      }
      if (width == 360) {
        all.assertThat(neededWidthInLargeLetters(page))
            .as("width of " + path + " in large letters")
            .isLessThanOrEqualTo(640);
      }
    }
    all.assertAll();
  }

  private static List<String> pagesAt(int width) {
    return switch (width) {
      case 768 -> PAGES.stream().filter(path -> PAGES.indexOf(path) % 2 == 1).toList();
      case 1920 -> PAGES.stream().filter(path -> PAGES.indexOf(path) % 2 == 0).toList();
      default -> PAGES;
    };
  }

  private static int neededWidthInLargeLetters(Page page) {
    page.setViewportSize(640, 512);
    // Larger letters may ask for faces of a font that are not loaded yet.
    page.evaluate(
        """
        () => {
          document.documentElement.style.fontSize = '200%';
          return document.fonts.ready.then(() => 0);
        }
        """);
    return neededWidth(page);
  }

  @Test
  void withoutJavaScriptNoPageScrollsSidewaysOnANarrowScreen() {
    Page page = visitor(360, 740, ColorScheme.LIGHT, false);
    for (String path : PAGES) {
      page.navigate(path);
      assertThat(neededWidth(page)).as("width of " + path).isEqualTo(360);
    }
  }

  @Test
  void formsWithErrorsQuestionsAndPreviewsAreAccessible() {
    Page page = visitor();
    open(page, "/scripts/story/edit");
    page.locator("textarea").fill("Another text");
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page.locator("[role=alert]")).isVisible();
    page.locator("textarea").fill("");
    isAccessibleInBothThemes(page, "the form with an error");
    page.getByLabel("Author").fill("Script editor");
    page.getByLabel("Change description").fill("Emptied");
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page.locator(".question")).isVisible();
    isAccessibleInBothThemes(page, "the form with a question and a preview");
    // Leaving what is not saved would be asked about.
    page = visitor();
    open(page, "/new");
    page.getByLabel("Script id").fill("not an id");
    page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true)).fill("T");
    page.getByText("Create script").click();
    assertThat(page.locator("#script_id-error")).isVisible();
    isAccessibleInBothThemes(page, "the form for a new script with an error");
    page = visitor();
    open(page, "/scripts/story/rollback?to=1");
    page.getByLabel("Author").fill(" ");
    page.getByText("Restore v1").last().click();
    assertThat(page.locator("#author-error")).isVisible();
    isAccessibleInBothThemes(page, "the rollback with an error");
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 1920})
  void bothSidesOfAComparisonStayLevel(int width) {
    Page page = visitor(width, 1000);
    open(page, "/scripts/story/compare/1...2?view=side-by-side");
    shown(page, "/scripts/story/compare/1...2?view=side-by-side");
    assertThat(page.locator(".d2h-files-diff")).isVisible();
    assertThat(rowsDrift(page)).isLessThanOrEqualTo(1);
    page.setViewportSize(width - 150, 1000);
    page.waitForFunction("() => true");
    assertThat(rowsDrift(page)).isLessThanOrEqualTo(1);
  }

  @Test
  void aWindowMadeWiderWhileTheProseIsOnItsWayShowsBothSides() {
    Page page = visitor();
    open(page, "/scripts/story/compare/1...2?view=side-by-side");
    List<Route> held = new ArrayList<>();
    page.route("**/compare/**", held::add);
    page.setViewportSize(700, 800);
    page.waitForCondition(() -> !held.isEmpty());
    page.setViewportSize(1280, 800);
    page.unroute("**/compare/**");
    held.forEach(Route::resume);
    assertThat(page.locator(".prose-diff")).hasCount(0);
    assertThat(page.locator(".d2h-files-diff")).isVisible();
    assertThat(page.locator(".gave-way")).hasCount(0);
  }

  @Test
  void aWindowTooNarrowForTwoSidesShowsProseAndSaysSo() {
    Page page = visitor(700, 800);
    open(page, "/scripts/story/compare/1...2?view=side-by-side");
    assertThat(page.locator(".gave-way"))
        .hasText("Side by side needs a wider window, so here is the prose view.");
    assertThat(page.locator(".prose-diff ins").first()).isVisible();
    assertThat(page.locator(".d2h-files-diff")).hasCount(0);
  }

  @Test
  void theThemeFollowsTheSystemUntilItIsSwitchedAndThenStays() {
    Page page = visitor(1280, 900, ColorScheme.DARK, true);
    open(page, "/");
    String dark = background(page);
    page.getByLabel("Switch between light and dark").click();
    String light = background(page);
    assertThat(light).isNotEqualTo(dark);
    open(page, "/scripts/story");
    assertThat(background(page)).isEqualTo(light);
    page.getByLabel("Switch between light and dark").click();
    page.reload();
    assertThat(background(page)).isEqualTo(dark);
    Page bright = visitor();
    open(bright, "/");
    assertThat(background(bright)).isEqualTo(light);
  }

  private static String background(Page page) {
    return (String) page.evaluate("() => getComputedStyle(document.body).backgroundColor");
  }
}
