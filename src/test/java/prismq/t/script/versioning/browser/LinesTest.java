package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

/** The views of a comparison that show lines, as diff2html draws them. */
class LinesTest extends BrowserTest {
  private static final String COMPARED = "/scripts/ferry/compare/1...2?view=";

  private static final String MOVED = "The harbour was empty when the last ferry came in.";

  @Override
  void fill(Site site) {
    List<String> before = new ArrayList<>(paragraphs(40));
    List<String> after = new ArrayList<>(before);
    before.add(0, MOVED);
    for (int i = 3; i < 30; i += 3) {
      after.set(i, after.get(i).replaceFirst("Once", "Twice"));
    }
    after.add(35, MOVED);
    site.script("ferry", text(before), text(after));
    List<String> long1 = new ArrayList<>(paragraphs(1_200));
    List<String> long2 = new ArrayList<>(long1);
    for (int i = 0; i < 1_200; i += 2) {
      long2.set(i, long2.get(i).replaceFirst("Once", "Twice"));
    }
    long1.add(0, MOVED);
    long2.add(1_190, MOVED);
    site.script("long", text(long1), text(long2));
    String endless = Prose.paragraph(4_000, 1);
    site.script("endless", endless + "\n", endless.replaceFirst("keeper", "captain") + "\n");
    String more = Prose.paragraph(20_000, 2);
    site.script("megabyte", more + "\n", more.replaceFirst("keeper", "captain") + "\n");
    site.script(
        "verse",
        "The old bridge hums.\nNobody knows why.\nThe keeper says it remembers.\nThen he sleeps.\n",
        "Nobody knows how.\nThe keeper said it remembers.\nA train comes.\nThen she sleeps.\n");
    site.script("hebrew", "הגשר הישן שר\n", "הגשר הישן והגדול שר\n");
  }

  private static List<String> paragraphs(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> Prose.paragraph(40, i) + " This was number " + i + ".")
        .toList();
  }

  private static String text(List<String> paragraphs) {
    return String.join("\n\n", paragraphs) + "\n";
  }

  private static void isShownAndFlashes(Page page, String id) {
    assertThat(page.locator("#" + id)).isInViewport();
    assertThat(page.locator("#" + id + " td").first()).hasCSS("animation-name", "flash");
  }

  private static Locator position(Page page) {
    return page.locator(".stepper .position > :not([hidden])");
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void anAddressThatNamesAChangeShowsItAndTheCounterCountsFromThere(String view) {
    Page page = visitor();
    open(page, COMPARED + view + "#change-7");
    isShownAndFlashes(page, "change-7");
    assertThat(position(page)).hasText("Change 7 of 10");
    page.keyboard().press("n");
    assertThat(position(page)).hasText("Change 8 of 10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void theStripLeadsToChangesHereAndInOtherPanels(String view) {
    Page page = visitor();
    open(page, COMPARED + view);
    assertThat(page.locator(".strip a")).hasCount(10);
    page.locator(".strip a").nth(8).click();
    isShownAndFlashes(page, "change-9");
    assertThat(position(page)).hasText("Change 9 of 10");
    open(page, "/scripts/long/compare/1...2?view=" + view);
    page.locator(".strip a").last().click();
    assertThat(page).hasURL(Pattern.compile("piece=\\d+#change-\\d+$"));
    assertThat(page.locator(".current")).isInViewport();
    assertThat(position(page)).hasText(Pattern.compile("Change (59\\d|60\\d) of\\s+601"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void aMoveHasAColourOfItsOwnAndLeadsToItsOtherEndAndBack(String view) {
    Page page = visitor();
    open(page, COMPARED + view);
    assertThat(
            page.locator(".drawn tr.moved").filter(new Locator.FilterOptions().setHasText(MOVED)))
        .hasCount(2);
    String colour = "getComputedStyle(document.querySelector('%s')).backgroundColor";
    assertThat(page.evaluate(colour.formatted("tr.moved td.d2h-del")))
        .isEqualTo(page.evaluate(colour.formatted("tr.moved td.d2h-ins")))
        .isNotEqualTo(page.evaluate(colour.formatted("tr:not(.moved) > td.d2h-ins")));
    page.getByText("Moved to line 71 ↓").click();
    isShownAndFlashes(page, "change-1-other");
    assertThat(position(page)).hasText("Change 1 of 10");
    page.keyboard().press("p");
    assertThat(position(page)).hasText("Change 10 of 10");
    page.getByText("Moved from line 1 ↑").click();
    isShownAndFlashes(page, "change-1");
    page.keyboard().press("n");
    assertThat(position(page)).hasText("Change 2 of 10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void aMoveLeadsToItsOtherEndInAnotherPanelAndBack(String view) {
    Page page = visitor();
    open(page, "/scripts/long/compare/1...2?view=" + view);
    page.getByText("Moved to line 2,381 ↓".replace(',', '\u202f')).click();
    assertThat(page).hasURL(Pattern.compile("piece=\\d+#change-1-other$"));
    isShownAndFlashes(page, "change-1-other");
    page.getByText("Moved from line 1 ↑").click();
    assertThat(page).hasURL(Pattern.compile("view=" + view + "#change-1$"));
    isShownAndFlashes(page, "change-1");
  }

  @Test
  void withoutJavaScriptAMoveAndTheStripLeadToTheirRowsToo() {
    Page page = visitor(1280, 900, ColorScheme.LIGHT, false);
    open(page, COMPARED + "unified");
    Locator move = page.locator("table.unified .move").first();
    assertThat(move).hasText("Moved to line 71 ↓");
    move.click();
    assertThat(page.locator("table.unified #change-1-other")).isInViewport();
    page.locator(".strip a").nth(3).click();
    assertThat(page.locator("table.unified #change-4")).isInViewport();
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void wordsAreMarkedAsInProseHoweverLongTheLineIs(String view) {
    Page page = visitor();
    for (String script : List.of("endless", "megabyte")) {
      open(page, "/scripts/" + script + "/compare/1...2?view=" + view);
      assertThat(page.locator(".drawn del")).hasText("removed: keeper");
      assertThat(page.locator(".drawn ins")).hasText("added: captain");
    }
    assertThat(page.locator(".notice")).containsText("Some lines are so long");
    assertThat(page.locator(".drawn .left-out").first()).containsText("characters left out");
    page.locator(".notice a").getByText("prose").click();
    assertThat(page.locator(".prose-diff ins")).hasText("added: captain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void labelsForScreenReadersAreThereButNotInWhatIsCopied(String view) {
    Page page = visitor();
    open(page, "/scripts/verse/compare/1...2?view=" + view);
    Locator went = page.locator(".drawn tr", containing("Nobody knows")).first();
    assertThat(went).containsText("Removed: Nobody knows removed: why.");
    Object copied =
        went.evaluate(
            "(row) => { getSelection().selectAllChildren(row.querySelector('.d2h-code-line-ctn'));"
                + " return getSelection().toString(); }");
    assertThat(copied).isEqualTo("Nobody knows why.");
  }

  private static Page.LocatorOptions containing(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void aLineStandsBesideTheOneThatItBecame() {
    Page page = visitor();
    open(page, "/scripts/verse/compare/1...2?view=side-by-side");
    assertThat(page.locator(".drawn tr", containing("she sleeps."))).isVisible();
    Object pairs =
        page.evaluate(
            """
            () => {
              const [left, right] = [...document.querySelectorAll(".d2h-files-diff tbody")]
                  .map((body) => [...body.rows].map((row) =>
                      row.querySelector(".text")?.innerText.slice(0, 4).trim() ?? ""));
              return left.map((text, i) => text + "|" + right[i]);
            }
            """);
    assertThat(pairs).isEqualTo(List.of("|", "The|", "Nobo|Nobo", "The|The", "|A tr", "Then|Then"));
  }

  @Test
  void textFromRightToLeftStartsAtTheRight() {
    Page page = visitor();
    open(page, "/scripts/hebrew/compare/1...2?view=unified");
    assertThat(page.locator(".drawn .text").first()).hasCSS("direction", "rtl");
  }

  @ParameterizedTest
  @CsvSource({"ferry, 700", "verse, 1000", "long, 1000"})
  void onPaperPairedRowsStandLevelToo(String script, int width) {
    Page page = visitor(1280, 900);
    open(page, "/scripts/" + script + "/compare/1...2?view=side-by-side&context=5");
    assertThat(page.locator(".d2h-files-diff")).isVisible();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.evaluate("(width) => document.body.style.width = width + 'px'", width);
    if (!script.equals("verse")) {
      assertThat(rowsDrift(page)).isLessThanOrEqualTo(1);
    }
    assertThat(page.locator(".d2h-files-diff")).isVisible();
  }

  @Test
  void aPrintOfProseHasAllOfItWhereverThePageBegan() {
    Page page = visitor();
    page.addInitScript("window.print = () => { window.printed = true; }");
    open(page, "/scripts/long/compare/1...2?piece=2");
    page.locator("#more > summary").click();
    page.locator("[data-print]").click();
    page.waitForFunction("() => window.printed");
    assertThat(page.locator(".pieces > .more")).hasCount(0);
    assertThat(page.locator("section.change[data-change]")).hasCount(601);
    assertThat(page.locator("section.change[data-change]").nth(400))
        .hasAttribute("data-change", "401");
  }

  @Test
  void aPrintThatIsNotWholeSaysSo() {
    Page page = visitor();
    for (String view : List.of("prose", "unified")) {
      open(page, "/scripts/long/compare/1...2?view=" + view);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      Object told =
          page.locator(".more")
              .last()
              .evaluate("(more) => getComputedStyle(more, '::after').content");
      assertThat((String) told).contains("not on this paper");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }
  }

  @Test
  void noNameOfAPlaceIsTwiceOnThePageAlsoAfterTheViewWasChanged() {
    Page page = visitor();
    open(page, COMPARED + "side-by-side");
    page.locator("#view-unified").click();
    assertThat(page.locator(".d2h-file-diff")).isVisible();
    assertThat(page.locator(".drawn tr.moved")).not().hasCount(0);
    Object twice =
        page.evaluate(
            "() => [...document.querySelectorAll('[id]')].map((element) => element.id)"
                + ".filter((id, i, all) => all.indexOf(id) !== i)");
    assertThat(twice).isEqualTo(List.of());
  }

  @Test
  void movesAndShortenedLinesAreAccessible() {
    Page page = visitor();
    for (String view : List.of("side-by-side", "unified")) {
      open(page, COMPARED + view + "#change-1-other");
      // A color in the middle of its flash is none to be judged.
      page.waitForFunction("() => document.getAnimations().length === 0");
      isAccessibleInBothThemes(page, "a move in " + view);
      open(page, "/scripts/megabyte/compare/1...2?view=" + view);
      isAccessibleInBothThemes(page, "a shortened line in " + view);
    }
    Page plain = visitor();
    open(plain, "/scripts/verse/compare/1...2?view=side-by-side&whitespace=ignore");
    isAccessibleInBothThemes(plain, "lines side by side");
  }
}
