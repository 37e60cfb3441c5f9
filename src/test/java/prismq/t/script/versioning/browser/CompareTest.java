package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.pages.Site;

class CompareTest extends BrowserTest {
  private static final String COMPARED = "/scripts/ferry/compare/1...2";
  private static final int SCENES = 1_000;

  @Override
  void fill(Site site) {
    List<String> before = new ArrayList<>(paragraphs(80));
    List<String> after = new ArrayList<>(paragraphs(80));
    String moved = Prose.paragraph(40, 900);
    before.add(0, moved);
    after.set(5, after.get(5).replaceFirst("Once", "ONCE"));
    after.set(8, after.get(8).replaceFirst(" ", "  "));
    for (int i = 30; i < 63; i += 3) {
      after.set(i, after.get(i).replace(".", " indeed."));
    }
    after.add(76, Prose.paragraph(30, 901));
    after.add(71, moved);
    after.add(37, Prose.paragraph(30, 902));
    after.remove(20);
    site.script("ferry", text(before), text(after), text(after) + "\nThe end.\n");
    site.script(
        "long",
        text(IntStream.range(0, SCENES).mapToObj(i -> scene(i, "hums")).toList()),
        text(IntStream.range(0, SCENES).mapToObj(i -> scene(i, "sings")).toList()));
    site.script("wide", Prose.story(6, 0), Prose.story(6, 1) + Prose.paragraph(300, 903) + "\n");
    String tall = Prose.paragraph(400, 904);
    site.script("tall", tall + "\n", tall.replaceFirst("\\.", "!") + "\n");
    List<String> quietEnd = new ArrayList<>(paragraphs(900));
    quietEnd.set(3, "Nobody waits here.");
    site.script("quiet-end", text(paragraphs(900)), text(quietEnd));
    site.script("broken", "First.\n", "Something else entirely: 4711 bees.\n", "First and last.\n");
    site.damage("broken", 2);
  }

  private static List<String> paragraphs(int number) {
    return IntStream.range(0, number).mapToObj(i -> Prose.paragraph(30, i)).toList();
  }

  private static String scene(int number, String verb) {
    return "Scene "
        + number
        + " "
        + verb
        + " at mill "
        + number * 7
        + ". "
        + Prose.paragraph(22, number);
  }

  private static String text(List<String> paragraphs) {
    return String.join("\n\n", paragraphs) + "\n";
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator position(Page page) {
    return page.locator(".stepper .position > :not([hidden])");
  }

  private static void isAt(Page page, int change, int all) {
    assertThat(position(page)).hasText("Change " + change + " of " + all);
    assertThat(page.locator("#comparison .current")).isInViewport();
  }

  private static void openMenu(Page page, String id) {
    page.locator("#" + id + " > summary").click();
  }

  private static void press(Page page, String key) {
    page.keyboard().press(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "side-by-side", "unified"})
  void theKeysNAndPStepFromChangeToChangeAndTheCounterSaysWhich(String view) {
    Page page = visitor();
    open(page, COMPARED + "?view=" + view);
    assertThat(position(page)).hasText("17 changes");
    for (int change = 1; change <= 17; change++) {
      press(page, "n");
      isAt(page, change, 17);
      assertThat(page.locator("#comparison .current"))
          .hasAttribute("data-change", Integer.toString(change));
      assertThat(page.locator("#comparison .current")).isFocused();
    }
    press(page, "n");
    isAt(page, 17, 17);
    press(page, "p");
    isAt(page, 16, 17);
    page.getByTitle("Previous change (p)").click();
    isAt(page, 15, 17);
    page.getByTitle("Next change (n)").click();
    isAt(page, 16, 17);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "unified"})
  void aSmallChangeInAParagraphHigherThanTheWindowIsSteppedTo(String view) {
    Page page = visitor();
    page.setViewportSize(360, 740);
    open(page, "/scripts/tall/compare/1...2?view=" + view);
    press(page, "n");
    assertThat(page.locator(".current ins, .current del").first()).isInViewport();
  }

  @Test
  void anArrowInAPickerLeadsToTheNextVersionAndTheKeyboardStaysInIt() {
    Page page = visitor();
    open(page, COMPARED + "?view=unified");
    page.evaluate("window.stayed = true");
    openMenu(page, "to-version");
    page.getByLabel("To version").focus();
    press(page, "ArrowUp");
    assertThat(page).hasURL(site().url("/scripts/ferry/compare/1...3?view=unified"));
    assertThat(page.getByLabel("To version")).isFocused();
    press(page, "ArrowDown");
    assertThat(page).hasURL(site().url(COMPARED + "?view=unified"));
    assertThat(page.evaluate("window.stayed")).isEqualTo(true);
    page.goBack();
    assertThat(page.locator("#to")).hasValue("3");
  }

  @Test
  void aVersionThatCannotBeComparedIsToldAboveTheComparisonThatStays() {
    expectComplaint("answer: 500 " + site().url("/scripts/broken/compare/1...2"));
    Page page = visitor();
    open(page, "/scripts/broken/compare/1...3");
    openMenu(page, "to-version");
    page.getByLabel("To version").fill("2");
    press(page, "Enter");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("damaged");
    assertThat(page.locator("#comparison ins").first()).isVisible();
    assertThat(page).hasURL(site().url("/scripts/broken/compare/1...3"));
    page.getByLabel("To version").fill("4");
    press(page, "Tab");
    assertThat(page.getByLabel("To version")).isFocused();
    assertThat(page).hasURL(site().url("/scripts/broken/compare/1...3"));
  }

  @Test
  void theViewThatWasChosenStaysForThePairAfterAndTheOtherSide() {
    Page page = visitor();
    open(page, COMPARED);
    link(page, "Unified").click();
    assertThat(page).hasURL(site().url(COMPARED + "?view=unified"));
    assertThat(link(page, "Unified")).hasAttribute("aria-current", "page");
    press(page, "j");
    assertThat(page).hasURL(site().url("/scripts/ferry/compare/2...3?view=unified"));
  }

  @Test
  void whatIsIgnoredIsNotSteppedTo() {
    Page page = visitor();
    open(page, COMPARED + "?case=ignore&whitespace=ignore");
    press(page, "n");
    press(page, "n");
    isAt(page, 2, 15);
    assertThat(page.locator(".current")).containsText("Removed");
    open(page, COMPARED + "?case=ignore&whitespace=ignore&view=unified");
    press(page, "n");
    press(page, "n");
    isAt(page, 2, 15);
    assertThat(page.locator(".current td.d2h-del").first()).isVisible();
  }

  @Test
  void whoTypesIntoAFieldStepsNowhere() {
    Page page = visitor();
    open(page, COMPARED);
    openMenu(page, "from-version");
    page.getByLabel("From version").focus();
    press(page, "n");
    press(page, "j");
    assertThat(position(page)).hasText("17 changes");
    assertThat(page).hasURL(site().url(COMPARED));
  }

  @Test
  void theCounterStaysWhereItIsWhenTheViewChanges() {
    Page page = visitor();
    open(page, COMPARED);
    press(page, "n");
    press(page, "n");
    press(page, "n");
    link(page, "Side by side").click();
    assertThat(page.locator(".d2h-files-diff")).isVisible();
    assertThat(position(page)).hasText("Change 3 of 17");
    press(page, "n");
    isAt(page, 4, 17);
  }

  @Test
  void theKeysJAndKGoToThePairAfterAndTheOneBefore() {
    Page page = visitor();
    open(page, COMPARED + "?context=1");
    press(page, "j");
    assertThat(page).hasURL(site().url("/scripts/ferry/compare/2...3?context=1"));
    assertThat(page.locator("section.inserted")).containsText("The end.");
    press(page, "j");
    press(page, "k");
    assertThat(page).hasURL(site().url(COMPARED + "?context=1"));
  }

  @Test
  void theSidesAreSwappedAndSwappedBack() {
    Page page = visitor();
    open(page, COMPARED);
    assertThat(page.locator("section.inserted").first()).containsText(Prose.paragraph(30, 902));
    openMenu(page, "more");
    link(page, "Swap sides").click();
    assertThat(page).hasURL(site().url("/scripts/ferry/compare/2...1"));
    assertThat(page.locator("section.deleted").first()).containsText(Prose.paragraph(30, 902));
    assertThat(page.locator(".notice")).containsText("The older version is on the right");
    page.locator(".notice").getByText("Swap sides").click();
    assertThat(page).hasURL(site().url(COMPARED));
  }

  @Test
  void aVersionThatIsPickedByNumberIsComparedAtOnceAndAllElseStays() {
    Page page = visitor();
    open(page, COMPARED + "?view=unified&case=ignore");
    openMenu(page, "to-version");
    page.getByLabel("To version").fill("3");
    press(page, "Tab");
    assertThat(page).hasURL(site().url("/scripts/ferry/compare/1...3?view=unified&case=ignore"));
    openMenu(page, "from-version");
    page.getByLabel("From version").fill("2");
    press(page, "Enter");
    assertThat(page).hasURL(site().url("/scripts/ferry/compare/2...3?view=unified&case=ignore"));
    assertThat(page.locator(".drawn ins, .drawn td.d2h-ins").first()).isVisible();
  }

  @Test
  void optionsAreChosenAndStandInTheAddress() {
    Page page = visitor();
    open(page, COMPARED);
    openMenu(page, "more");
    page.getByLabel("Ignore capitals").check();
    assertThat(page).hasURL(site().url(COMPARED + "?case=ignore"));
    assertThat(position(page)).hasText("16 changes");
    page.getByLabel("Ignore white space").check();
    assertThat(page).hasURL(site().url(COMPARED + "?whitespace=ignore&case=ignore"));
    assertThat(position(page)).hasText("15 changes");
    page.getByLabel("Unchanged text around each change").selectOption("The whole text");
    assertThat(page).hasURL(site().url(COMPARED + "?context=100000&whitespace=ignore&case=ignore"));
    assertThat(page.locator(".fold")).hasCount(0);
    Page another = visitor(1280, 900);
    open(another, page.url().substring(site().url("").length()));
    assertThat(another.locator("#comparison .pieces"))
        .hasText(page.locator("#comparison .pieces").textContent());
  }

  @Test
  void theStripShowsWhereChangesAreAndLeadsToThem() {
    Page page = visitor();
    open(page, COMPARED);
    assertThat(page.locator(".strip a")).hasCount(17);
    page.locator(".strip a").nth(15).click();
    isAt(page, 16, 17);
    press(page, "n");
    isAt(page, 17, 17);
    page.locator(".strip a").first().click();
    isAt(page, 1, 17);
  }

  @Test
  void theStripOfALongTextLeadsIntoOtherPieces() {
    Page page = visitor();
    open(page, "/scripts/long/compare/1...2");
    page.locator(".strip a").last().click();
    assertThat(page).hasURL(Pattern.compile("piece=\\d+#change-\\d+$"));
    assertThat(page.locator(".current")).isInViewport();
    assertThat(page.locator(".current")).containsText("Scene 99");
    assertThat(position(page)).hasText(Pattern.compile("Change 99\\d of\\s+1000"));
  }

  @Test
  void aFoldOpensInItsPlaceAndTheKeyboardGoesOnFromThere() {
    Page page = visitor();
    open(page, COMPARED);
    int folds = page.locator(".fold").count();
    String folded = Prose.paragraph(30, 14);
    assertThat(page.locator(".pieces")).not().containsText(folded);
    Keys keys = new Keys(page);
    keys.tabTo(page.locator(".fold a").first());
    keys.press("Enter");
    assertThat(page.locator(".pieces")).containsText(folded);
    assertThat(page.locator(".fold")).hasCount(folds - 1);
    assertThat(page).hasURL(site().url(COMPARED));
    assertThat(page.locator(".stretch:focus")).containsText(folded);
    keys.tabTo(page.locator(".count").nth(3));
  }

  @Test
  void withoutJavaScriptAFoldOpensByItsLink() {
    Page page = visitor(1280, 900, ColorScheme.LIGHT, false);
    open(page, COMPARED);
    int folds = page.locator(".fold").count();
    page.locator(".fold a").first().click();
    assertThat(page.getByText(Prose.paragraph(30, 14))).isInViewport();
    assertThat(page.locator(".fold")).hasCount(folds - 1);
  }

  @Test
  void aMoveLeadsToItsOtherEndAndBackAndSteppingGoesOnFromThere() {
    Page page = visitor();
    open(page, COMPARED);
    link(page, "Moved down ↓").click();
    assertThat(page.locator("#change-1-other")).isInViewport();
    assertThat(page.locator("#change-1-other")).isFocused();
    assertThat(position(page)).hasText("Change 1 of 17");
    press(page, "n");
    isAt(page, 17, 17);
    link(page, "Moved here from above ↑").click();
    isAt(page, 1, 17);
    press(page, "n");
    isAt(page, 2, 17);
  }

  @Test
  void aLinkToAChangeShowsItAndTheCounterCountsFromThere() {
    Page page = visitor();
    open(page, COMPARED + "#change-5");
    isAt(page, 5, 17);
    press(page, "p");
    isAt(page, 4, 17);
  }

  @Test
  void aLongTextGoesOnAsItIsReadAndHasEveryChangeOnce() {
    Page page = visitor();
    open(page, "/scripts/long/compare/1...2");
    assertThat(page.locator(".bar .changes")).containsText("1 000 changes");
    int first = page.locator("section.change").count();
    assertThat(first).isBetween(10, 500);
    page.locator(".pieces > .more").scrollIntoViewIfNeeded();
    assertThat(page.locator("#change-" + (first + 1))).isVisible();
    while (page.locator(".pieces > .more").count() > 0) {
      int shown = page.locator("section.change").count();
      page.evaluate("() => scrollTo(0, document.body.scrollHeight)");
      assertThat(page.locator("section.change").nth(shown)).isAttached();
    }
    assertThat(page.locator("section.change")).hasCount(SCENES);
    assertThat(page.locator("section.change").last()).containsText("Scene 999");
    Object twice =
        page.evaluate(
            "() => [...document.querySelectorAll('[id]')].map((element) => element.id)"
                + ".filter((id, i, all) => all.indexOf(id) !== i)");
    assertThat(twice).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "side-by-side", "unified"})
  void stepsLeadFromPieceToPieceInBothDirections(String view) {
    Page page = visitor();
    open(page, "/scripts/long/compare/1...2?piece=2&view=" + view);
    press(page, "n");
    String first = page.locator(".current").getAttribute("data-change");
    int number = Integer.parseInt(given(first));
    isAt(page, number, SCENES);
    press(page, "p");
    isAt(page, number - 1, SCENES);
    assertThat(page).not().hasURL(Pattern.compile("piece="));
    press(page, "n");
    isAt(page, number, SCENES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "side-by-side", "unified"})
  void afterTheLastChangeAStepStaysAndTheNextComparisonDoesNotJump(String view) {
    Page page = visitor();
    String path = "/scripts/quiet-end/compare/1...2?context=100000&view=" + view;
    open(page, path);
    press(page, "n");
    isAt(page, 1, 1);
    press(page, "n");
    press(page, "p");
    isAt(page, 1, 1);
    assertThat(page).hasURL(site().url(path));
    assertThat(page.evaluate("sessionStorage.getItem('step-goes-on')")).isNull();
    page.evaluate("sessionStorage.setItem('step-goes-on', '[1,\"/elsewhere\"]')");
    open(page, COMPARED + "?view=" + view);
    assertThat(position(page)).hasText("17 changes");
    assertThat(page.evaluate("sessionStorage.getItem('step-goes-on')")).isNull();
  }

  @Test
  void whoLeavesAPickerByTabGoesOnFromThereOnceTheComparisonHasCome() {
    Page page = visitor();
    open(page, COMPARED);
    openMenu(page, "to-version");
    page.getByLabel("To version").fill("3");
    press(page, "Tab");
    Locator compare = page.locator("#to-version button");
    assertThat(compare).isFocused();
    assertThat(page).hasURL(site().url("/scripts/ferry/compare/1...3"));
    assertThat(compare).isFocused();
    press(page, "Tab");
    assertThat(link(page, "Read version 3")).isFocused();
  }

  @ParameterizedTest
  @CsvSource({"1280, wide", "1920, wide", "1280, ferry", "1920, ferry"})
  void pairedRowsOfBothSidesStandLevel(int width, String script) {
    Page page = visitor(width, 1000);
    open(page, "/scripts/" + script + "/compare/1...2?view=side-by-side");
    assertThat(page.locator(".d2h-files-diff")).isVisible();
    assertThat(rowsDrift(page)).isLessThanOrEqualTo(1);
    page.setViewportSize(width - 170, 1000);
    assertThat(rowsDrift(page)).isLessThanOrEqualTo(1);
  }

  @Test
  void bothSidesGiveWayToProseBelow900PixelsAndComeBack() {
    Page page = visitor(900, 800);
    open(page, COMPARED + "?view=side-by-side&case=ignore");
    assertThat(page.locator(".d2h-files-diff")).isVisible();
    page.setViewportSize(899, 800);
    assertThat(page.locator(".gave-way"))
        .hasText("Side by side needs a wider window, so here is the prose view.");
    assertThat(page.locator(".prose-diff ins").first()).isVisible();
    assertThat(page.locator(".d2h-files-diff")).hasCount(0);
    assertThat(position(page)).hasText("16 changes");
    press(page, "n");
    isAt(page, 1, 16);
    page.setViewportSize(901, 800);
    assertThat(page.locator(".d2h-files-diff")).isVisible();
    assertThat(page.locator(".gave-way, .prose-diff")).hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noViewScrollsSidewaysOnANarrowScreen(boolean javaScript) {
    Page page = visitor(360, 740, ColorScheme.LIGHT, javaScript);
    for (String script : List.of("ferry", "wide", "long")) {
      for (String view : List.of("prose", "side-by-side", "unified")) {
        String path = "/scripts/" + script + "/compare/1...2?case=ignore&view=" + view;
        open(page, path);
        if (javaScript) {
          assertThat(page.locator(".stepper")).isVisible();
        }
        assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
            .as("width of " + path)
            .isEqualTo(360);
      }
    }
  }

  @Test
  void withoutJavaScriptEveryViewIsRead() {
    Page page = visitor(1280, 900, ColorScheme.LIGHT, false);
    open(page, COMPARED);
    String came = Prose.paragraph(30, 902);
    assertThat(page.locator("ins").filter(new Locator.FilterOptions().setHasText(came)))
        .isVisible();
    assertThat(page.locator(".stepper, [data-copy-link]").first()).isHidden();
    for (String view : List.of("Unified", "Side by side")) {
      link(page, view).click();
      assertThat(page.locator("table.unified tr.inserted").getByText(came)).isVisible();
      assertThat(page.locator("table.unified del").first()).isVisible();
      assertThat(page.locator(".drawn")).isHidden();
    }
    openMenu(page, "more");
    page.getByLabel("Ignore capitals").check();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply")).click();
    assertThat(page).hasURL(site().url(COMPARED + "?view=side-by-side&case=ignore"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "side-by-side", "unified"})
  void onPaperThereAreTheChangesInDarkOnLightAndNothingToClick(String view) {
    Page page = visitor();
    open(page, COMPARED + "?view=" + view);
    page.getByLabel("Switch between light and dark").click();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    for (String hidden :
        List.of(".top", ".views", ".acts", ".stepper", ".strip", ".restore", ".more", "button")) {
      for (Locator locator : page.locator(hidden).all()) {
        assertThat(locator).isHidden();
      }
    }
    Locator came = page.locator("#comparison ins:not(.blank)").first();
    assertThat(came).isVisible();
    assertThat(came).hasCSS("text-decoration-line", "underline");
    Locator went = page.locator("#comparison del:not(.blank)").first();
    assertThat(went).isVisible();
    assertThat(went).hasCSS("text-decoration-line", "line-through");
    assertThat(brightness(page, "#comparison .diff", "color")).isLessThan(100);
    assertThat(page.locator("#from-version > summary")).containsText("v1");
  }

  private static double brightness(Page page, String selector, String property) {
    return ((Number)
            page.locator(selector)
                .evaluate(
                    "(element, property) => Math.max(...getComputedStyle(element)[property]"
                        + ".match(/\\d+/g).slice(0, 3).map(Number))",
                    property))
        .doubleValue();
  }

  @Test
  void everyViewIsAccessibleWithMovesAndFoldsAndWhenChangesAreIgnored() {
    Page page = visitor();
    for (String view : List.of("prose", "side-by-side", "unified")) {
      open(page, COMPARED + "?view=" + view);
      isAccessibleInBothThemes(page, view);
      press(page, "n");
      isAt(page, 1, 17);
      isAccessibleInBothThemes(page, view + " at a change");
      open(page, COMPARED + "?context=0&case=ignore&whitespace=ignore&view=" + view);
      isAccessibleInBothThemes(page, view + " with options");
    }
    open(page, "/scripts/ferry/compare/2...1");
    openMenu(page, "more");
    page.locator(".fold a").first().click();
    assertThat(page.locator(".stretch:focus, .fold")).not().hasCount(0);
    isAccessibleInBothThemes(page, "prose that goes back, with an open menu");
  }

  @Test
  void aDamagedVersionIsToldAccessiblyAndTheOthersAreCompared() {
    Page page = visitor();
    for (String view : List.of("prose", "side-by-side", "unified")) {
      openDamaged(page, "/scripts/broken/compare/1...2?view=" + view);
      assertThat(page.locator("main")).containsText("Version 2 of “broken” cannot be read");
      isAccessibleInBothThemes(page, "a damaged version in " + view);
      open(page, "/scripts/broken/compare/1...3?view=" + view);
      assertThat(page.locator("#comparison ins").first()).containsText("and last");
      isAccessibleInBothThemes(page, "versions beside a damaged one in " + view);
    }
  }
}
