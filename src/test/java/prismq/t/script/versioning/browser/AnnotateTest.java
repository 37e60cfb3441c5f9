package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

class AnnotateTest extends BrowserTest {
  private static final String ANNOTATED = "/scripts/bridge/versions/3/annotate";

  @Override
  void fill(Site site) {
    site.versions().createScript("bridge", "Why Bridges Hum");
    String opening = "The bridge hums at night.\n\n";
    String second = "Nobody in the whole sleeping valley knows why it does.\n\n";
    save(site, opening + "Nobody in the valley knows why it does.\n\n", "Ann", "First", "human");
    save(site, opening + second, "Model 4", "Asleep", "ai");
    save(site, opening + second + Prose.paragraph(60, 4), "Bert", "An ending", "human");
    StringBuilder places = new StringBuilder();
    for (int i = 1; i <= 120; i++) {
      places.append("Paragraph ").append(i).append(" of many.\n\n");
    }
    site.script("places", places.toString());
    site.script("novel", (Prose.paragraph(60, 7) + "\n\n").repeat(1_000));
  }

  private static void save(
      Site site, String text, String author, String description, String source) {
    site.versions()
        .save(
            NewVersion.builder("bridge", ScriptText.of(text), Author.named(author), description)
                .metadata(Metadata.of(Map.of("source", source)))
                .build());
  }

  private static Locator runOf(Page page, int version) {
    return page.locator(".run[data-origin='" + version + "']").first();
  }

  private static Locator card(Page page) {
    return page.locator("#origin-card");
  }

  private static void hasFocus(Locator element) {
    assertThat(element).isFocused();
  }

  @Test
  void theCardOfARunShowsUnderThePointerAndCanBeGoneTo() {
    Page page = visitor();
    open(page, ANNOTATED);
    assertThat(card(page)).hasCount(0);
    runOf(page, 2).hover();
    assertThat(card(page)).isVisible();
    assertThat(card(page)).containsText("Asleep");
    assertThat(card(page)).containsText("v2");
    assertThat(card(page)).containsText("Model 4");
    assertThat(card(page)).containsText("AI");
    assertThat(card(page)).containsText(Pattern.compile("\\d{4}, \\d\\d:\\d\\d:\\d\\d UTC"));
    assertThat(runOf(page, 2)).hasClass(Pattern.compile(".* shown"));
    assertThat(runOf(page, 1)).not().hasClass(Pattern.compile(".* shown"));
    card(page).getByText("Before that: v1").click();
    assertThat(page).hasURL(Pattern.compile(".*/scripts/bridge/versions/1/annotate"));
  }

  @Test
  void theCardGoesWhereThePointerLeavesItAndWithEscape() {
    Page page = visitor();
    open(page, ANNOTATED);
    runOf(page, 2).hover();
    assertThat(card(page)).isVisible();
    page.locator(".top").hover();
    assertThat(card(page)).isHidden();
    runOf(page, 2).hover();
    assertThat(card(page)).isVisible();
    page.keyboard().press("Escape");
    assertThat(card(page)).isHidden();
  }

  @Test
  void aClickFollowsTheRunToWhatItsVersionChanged() {
    Page page = visitor();
    open(page, ANNOTATED);
    runOf(page, 2).click();
    assertThat(page).hasURL(Pattern.compile(".*/scripts/bridge/compare/1\\.\\.\\.2"));
  }

  @Test
  void byKeyboardAllRunsAreOneTabStopWithArrowKeysBetweenThemAndTheirCards() {
    Page page = visitor();
    Keys keys = new Keys(page);
    open(page, ANNOTATED);
    keys.tabTo(page.locator("#color-source"));
    keys.press("Tab");
    Locator runs = page.locator(".run");
    hasFocus(runs.first());
    assertThat(card(page)).containsText("v1");
    keys.press("ArrowRight");
    hasFocus(runs.nth(1));
    keys.press("End");
    hasFocus(runs.last());
    assertThat(card(page)).containsText("An ending");
    keys.press("ArrowLeft");
    hasFocus(runs.nth(runs.count() - 2));
    keys.press("Home");
    hasFocus(runs.first());
    keys.press("ArrowDown");
    assertThat(runs.first().boundingBox().y).isLessThan(page.locator(".run:focus").boundingBox().y);
    keys.press("ArrowUp");
    hasFocus(runs.first());
    keys.press("End");
    keys.press("Tab");
    hasFocus(card(page).getByText("What it changed"));
    keys.press("Escape");
    hasFocus(runs.last());
    assertThat(card(page)).isHidden();
    keys.backTo(page.locator("#color-source"));
    keys.press("Tab");
    hasFocus(runs.last());
    keys.press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/scripts/bridge/compare/2\\.\\.\\.3"));
  }

  @Test
  void theCardIsTheDescriptionOfTheRunThatHasTheFocus() {
    Page page = visitor();
    open(page, ANNOTATED);
    runOf(page, 3).focus();
    assertThat(runOf(page, 3)).hasAccessibleDescription(Pattern.compile(".*An ending.*v3.*Bert.*"));
  }

  @Test
  void aTapShowsTheCardAtTheBottomOfANarrowScreenInsteadOfLeaving() {
    Page page = toucher(360, 740);
    open(page, ANNOTATED);
    runOf(page, 2).tap();
    assertThat(card(page)).isVisible();
    assertThat(card(page)).containsText("Asleep");
    BoundingBox box = given(card(page).boundingBox());
    assertThat(box.x).isEqualTo(0);
    assertThat(box.width).isEqualTo(360);
    assertThat(box.y + box.height).isEqualTo(740);
    assertThat((int) page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(360);
    assertThat(page).hasURL(Pattern.compile(".*/annotate"));
    card(page).getByLabel("Close").tap();
    assertThat(card(page)).isHidden();
    runOf(page, 3).tap();
    assertThat(card(page)).containsText("An ending");
    card(page).getByText("What it changed").tap();
    assertThat(page).hasURL(Pattern.compile(".*/scripts/bridge/compare/2\\.\\.\\.3"));
  }

  @Test
  void anotherWayToColourIsShownInPlaceWithItsAddress() {
    Page page = visitor();
    Keys keys = new Keys(page);
    open(page, ANNOTATED);
    page.evaluate("() => { window.isTheSamePage = true; }");
    keys.tabTo(page.locator("#color-author"));
    keys.press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/annotate\\?color=author"));
    assertThat(runOf(page, 2)).hasClass(Pattern.compile("run lane-1.*"));
    assertThat(page.locator("[aria-current]")).hasText("Author");
    hasFocus(page.locator("#color-author"));
    assertThat((boolean) page.evaluate("() => window.isTheSamePage === true")).isTrue();
    keys.press("Tab");
    keys.press("Tab");
    hasFocus(page.locator(".run").first());
    assertThat(card(page)).containsText("v1");
    page.goBack();
    assertThat(runOf(page, 2)).hasClass(Pattern.compile("run age-.*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?color=author", "?color=source"})
  void theColoursOfVersionsDifferAndNeighboursAreToldApartWithoutThem(String way) {
    Page page = visitor();
    open(page, ANNOTATED + way);
    String background = "run => getComputedStyle(run).backgroundColor";
    assertThat(runOf(page, 1).evaluate(background))
        .isNotEqualTo(runOf(page, 2).evaluate(background));
    String underline = "run => getComputedStyle(run).textDecorationStyle";
    assertThat(page.locator(".run").nth(2).evaluate(underline))
        .isNotEqualTo(page.locator(".run").nth(1).evaluate(underline));
  }

  @Test
  void thePageIsAccessibleInAllColoursWithACardOpen() {
    Page page = visitor();
    for (String way : new String[] {"", "?color=author", "?color=source"}) {
      open(page, ANNOTATED + way);
      runOf(page, 2).focus();
      assertThat(card(page)).isVisible();
      isAccessibleInBothThemes(page, "who wrote what" + way);
    }
  }

  @Test
  void withoutJavaScriptEachRunIsALinkThatNamesItsFacts() {
    Page page = visitor(1280, 900, ColorScheme.LIGHT, false);
    open(page, ANNOTATED);
    assertThat(runOf(page, 2))
        .hasAttribute("title", Pattern.compile("v2, Model 4, .* UTC, AI: Asleep"));
    page.locator("#color-author").click();
    assertThat(page).hasURL(Pattern.compile(".*/annotate\\?color=author"));
    runOf(page, 2).click();
    assertThat(page).hasURL(Pattern.compile(".*/scripts/bridge/compare/1\\.\\.\\.2"));
  }

  @Test
  void thePlaceInTheTextIsKeptWhereAuthorshipIsOpenedAndClosed() {
    Page page = visitor(1366, 850);
    open(page, "/scripts/places/versions/1");
    scrollTo(page, "Paragraph 60 ");
    double before = topOf(page, "Paragraph 60 ");
    press(page, "Authorship");
    assertThat(page).hasURL(Pattern.compile("/annotate"));
    stands(page, "Paragraph 60 ", before);
    scrollTo(page, "Paragraph 90 ");
    before = topOf(page, "Paragraph 90 ");
    press(page, "Read");
    assertThat(page).hasURL(Pattern.compile("/versions/1(#.*)?$"));
    stands(page, "Paragraph 90 ", before);
    page.goBack();
    stands(page, "Paragraph 90 ", before);
  }

  @Test
  void whoIsAtTheTopOfATextIsAtTheTopOfItsAuthorship() {
    Page page = visitor(1366, 850);
    open(page, "/scripts/places/versions/1");
    press(page, "Authorship");
    assertThat(page).hasURL(site().url("/scripts/places/versions/1/annotate"));
    assertThat(page.evaluate("scrollY")).isEqualTo(0);
  }

  /** By the mouse alone: looking for what it presses, the driver would scroll the page. */
  private static void press(Page page, String name) {
    if (!page.locator(".bar [data-keeps-place]").first().isVisible()) {
      click(page, page.locator(".bar summary.more").first());
    }
    click(page, page.locator(".bar [data-keeps-place]").getByText(name).first());
  }

  private static void click(Page page, Locator target) {
    BoundingBox box = given(target.boundingBox());
    page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Where the line that begins so stands in the window, in pixels below its top. */
  private static final String TOP_OF =
      """
      (start) => {
        const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.data.indexOf(start);
          if (at < 0 || walker.currentNode.parentElement.closest(".hidden")) continue;
          const range = document.createRange();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + 1);
          return range.getBoundingClientRect().top;
        }
        return -1;
      }
      """;

  private static double topOf(Page page, String start) {
    return ((Number) page.evaluate(TOP_OF, start)).doubleValue();
  }

  /** So that the line that begins so is the first one below the bar. */
  private static void scrollTo(Page page, String start) {
    page.evaluate("([top]) => scrollBy(0, top - 130)", List.of(topOf(page, start)));
  }

  /** About a line higher or lower is the same place: the pages set the text in other lines. */
  private static void stands(Page page, String start, double top) {
    page.waitForFunction(
        "([start, top]) => Math.abs((" + TOP_OF + ")(start) - top) < 60", List.of(start, top));
  }

  @Test
  void aLongTextGoesOnAsOneReads() {
    Page page = visitor();
    open(page, "/scripts/novel/versions/1/annotate");
    Locator runs = page.locator(".run");
    int first = runs.count();
    page.locator("p.more").scrollIntoViewIfNeeded();
    assertThat(page.locator(".origins"))
        .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
    assertThat(runs.count()).isGreaterThan(first);
    assertThat(page.locator(".run[tabindex='0']")).hasCount(1);
    runs.nth(first - 1).focus();
    page.keyboard().press("ArrowRight");
    hasFocus(runs.nth(first));
    assertThat(card(page)).containsText("v1");
  }
}
