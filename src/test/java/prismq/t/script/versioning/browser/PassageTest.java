package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

/** From a passage that is selected to who removed it and what stood there before. */
class PassageTest extends BrowserTest {
  private static final String OPENING = "# The Bridge\n\nIt is night in the valley.\n\n";
  private static final String SENTENCE = "The bridge hums when the wind is right.";
  private static final String INSTEAD = "Nobody has ever heard it sing.";
  private static final String ENDING = "\n\nThen the train comes.\n";

  /** Selects from where one text starts to where another one ends, in the elements that match. */
  private static final String SELECT =
      """
      ([selector, from, to]) => {
        const nodes = [];
        let all = "";
        for (const root of document.querySelectorAll(selector)) {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            nodes.push([all.length, walker.currentNode]);
            all += walker.currentNode.data;
          }
        }
        const start = all.indexOf(from);
        const end = all.indexOf(to, start) + to.length;
        const startNode = nodes.findLast(([at]) => at <= start);
        const endNode = nodes.findLast(([at]) => at < end);
        startNode[1].parentElement.scrollIntoView({ block: "center" });
        getSelection().setBaseAndExtent(
            startNode[1], start - startNode[0], endNode[1], end - endNode[0]);
        return start >= 0 && end > start;
      }
      """;

  @Override
  void fill(Site site) {
    site.versions().createScript("film", "The film");
    save(site, "film", OPENING + SENTENCE + ENDING, "Ann");
    save(site, "film", OPENING + INSTEAD + ENDING, "Bob");
    save(site, "film", OPENING + INSTEAD + ENDING + "\nThe end.\n", "Cleo");
    String broken =
        """
        The keeper climbs the long stairs to the lamp, and counts
        them as he has always done since the day that he came
        to this place with nothing but a coat.

        Nobody asks him.

        - one
        - two
        """;
    site.script(
        "verse",
        broken,
        broken.replace("long", "dark").replace("- two\n", "- two\n- three\n"),
        broken.replace("\n", "\r\n"));
    StringBuilder far = new StringBuilder();
    for (int n = 1; n <= 40; n++) {
      far.append("Paragraph ").append(n).append(" says old things.\n\n");
    }
    site.script(
        "far",
        far.toString(),
        far.toString()
            .replace("h 3 says old", "h 3 says new")
            .replace("30 says old", "30 says new"));
    site.branches().create("verse", "other", 1);
    site.versions()
        .save(
            NewVersion.builder(
                    "verse",
                    ScriptText.of(broken.replace("Nobody asks him.", "Everybody asks him.")),
                    Author.named("Dora"),
                    "Asked")
                .branch("other")
                .build());
  }

  private static void save(Site site, String scriptId, String text, String author) {
    int number = site.versions().script(scriptId).latestVersion() + 1;
    site.versions()
        .save(
            NewVersion.builder(
                    scriptId, ScriptText.of(text), Author.named(author), "Reason " + number)
                .build());
  }

  private static Locator links(Page page) {
    return page.locator(".passage-links a");
  }

  private static void select(Page page, String selector, String from, String to) {
    page.evaluate("() => getSelection().removeAllRanges()");
    assertThat(links(page)).hasCount(0);
    assertThat(page.evaluate(SELECT, List.of(selector, from, to))).isEqualTo(true);
  }

  /** The passages that the links beside the selection lead to. */
  private static List<String> passages(Page page) {
    links(page).first().waitFor();
    return links(page).all().stream()
        .map(link -> given(link.getAttribute("href")).replaceFirst(".*\\?q=", ""))
        .map(query -> URLDecoder.decode(query.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }

  /** What is selected leads to exactly these passages. */
  private static void leads(Page page, String from, String to, String... passages) {
    select(page, "[data-passages]", from, to);
    assertThat(passages(page)).containsExactly(passages);
  }

  /** Drags the mouse over a text that stands in one line. */
  private static void drag(Page page, Locator element, String text) {
    List<Double> box =
        ((List<?>)
                element.evaluate(
                    """
                (element, text) => {
                  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
                  while (walker.nextNode() && !walker.currentNode.data.includes(text)) {}
                  const range = document.createRange();
                  const start = walker.currentNode.data.indexOf(text);
                  range.setStart(walker.currentNode, start);
                  range.setEnd(walker.currentNode, start + text.length);
                  const box = range.getBoundingClientRect();
                  return [box.left, box.right, (box.top + box.bottom) / 2];
                }
                """,
                    text))
            .stream().map(number -> ((Number) number).doubleValue()).toList();
    page.mouse().move(box.get(0) + 0.5, box.get(2));
    page.mouse().down();
    page.mouse().move(box.get(1) - 0.5, box.get(2));
    page.mouse().up();
  }

  private static void tellsWhoRemovedItAndWhatStoodThere(Page page) {
    assertThat(page.locator(".answer")).containsText("In v1 and not since.");
    assertThat(page.locator(".answer")).containsText("removed in v2 by Bob");
    assertThat(page.locator("#v2 del mark")).hasText(SENTENCE);
    assertThat(page.locator("#v2 ins")).containsText(INSTEAD);
    assertThat(page.locator("#v2").getByText("Previous version: v1")).isVisible();
  }

  @Test
  void aSentenceSelectedByMouseIsOneClickFromWhoRemovedItAndWhatStoodThere() {
    Page page = visitor();
    open(page, "/scripts/film/versions/1?view=page");
    assertThat(links(page)).hasCount(0);
    drag(page, page.locator(".laid-out"), SENTENCE);
    assertThat(links(page)).hasText("History of this passage");
    links(page).click();
    tellsWhoRemovedItAndWhatStoodThere(page);
    page.locator("#v2").getByText("Open full comparison").click();
    assertThat(page).hasURL(site().url("/scripts/film/compare/1...2#change-1"));
  }

  @Test
  void aSentenceSelectedByKeyboardIsTheNextStopFromItsHistory() {
    Page page = visitor();
    Keys keys = new Keys(page);
    open(page, "/scripts/film/versions/1?view=source");
    keys.tabTo(page.locator("pre.text"));
    selectByKeyboard(page, keys);
    assertThat(links(page)).hasAttribute("href", Pattern.compile("the%20wind%20is%20right\\.$"));
    keys.tabTo(links(page));
    assertThat(links(page)).isFocused();
    keys.press("Enter");
    tellsWhoRemovedItAndWhatStoodThere(page);
  }

  /** Goes on with the arrow from the first letter, as with the cursor that F7 shows. */
  private static void selectByKeyboard(Page page, Keys keys) {
    select(page, "pre.text", SENTENCE, SENTENCE.substring(0, 1));
    for (int i = 1; i < SENTENCE.length(); i++) {
      keys.press("Shift+ArrowRight");
    }
  }

  @Test
  void theKeyThatTheLinkNamesLeadsToTheHistoryToo() {
    Page page = visitor();
    open(page, "/scripts/film/versions/1?view=page");
    select(page, ".laid-out", SENTENCE, SENTENCE);
    assertThat(links(page)).hasAttribute("aria-keyshortcuts", "h");
    page.keyboard().press("h");
    tellsWhoRemovedItAndWhatStoodThere(page);
  }

  @Test
  void theLinkGoesOnEscapeAndWithTheSelection() {
    Page page = visitor();
    open(page, "/scripts/film/versions/1?view=source");
    select(page, "pre.text", SENTENCE, SENTENCE);
    assertThat(links(page)).hasCount(1);
    page.keyboard().press("Escape");
    assertThat(links(page)).hasCount(0);
    select(page, "pre.text", "It is night", "valley");
    assertThat(links(page)).hasCount(1);
    page.evaluate("() => getSelection().collapseToEnd()");
    assertThat(links(page)).hasCount(0);
    select(page, ".bar .said", "Reason 1", "Reason 1");
    page.keyboard().press("h");
    assertThat(page).hasURL(site().url("/scripts/film/versions/1?view=source"));
  }

  @Test
  void deletedTextLeadsToItsOwnHistory() {
    Page page = visitor();
    open(page, "/scripts/film/compare/1...2");
    select(page, ".passage", SENTENCE, SENTENCE);
    assertThat(passages(page)).containsExactly(SENTENCE);
    links(page).first().click();
    tellsWhoRemovedItAndWhatStoodThere(page);
  }

  @Test
  void whatWasChangedLeadsToHowItReadsNowAndHowItReadBefore() {
    Page page = visitor();
    open(page, "/scripts/verse/compare/1...2");
    leads(
        page,
        "climbs the",
        "the lamp",
        "climbs the dark stairs to the lamp",
        "climbs the long stairs to the lamp");
    assertThat(links(page).nth(1)).hasText("As it was before");
  }

  @Test
  void lineBreaksThatProseDoesNotShowAreStillInThePassage() {
    Page page = visitor();
    open(page, "/scripts/verse/compare/1...2");
    leads(page, "and counts", "them as he has", "and counts\nthem as he has");
    leads(page, "a coat.", "Nobody", "a coat.\n\nNobody");
    leads(page, "Nobody asks him.", "- two", "Nobody asks him.\n\n- one\n- two");
    links(page).first().click();
    assertThat(page.locator(".answer")).containsText("On main since v1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void inViewsOfLinesThePassageHasNoNumbersAndSigns(String view) {
    Page page = visitor();
    open(page, "/scripts/verse/compare/1...2?view=" + view);
    page.locator(".d2h-file-diff, .d2h-files-diff").waitFor();
    String selector =
        view.equals("unified") ? ".d2h-diff-tbody" : ".d2h-file-side-diff + .d2h-file-side-diff";
    select(page, selector, "them as", "nothing but");
    assertThat(passages(page))
        .containsExactly(
            "them as he has always done since the day that he came\nto this place with nothing but");
    select(page, selector, "- one", "- three");
    assertThat(passages(page)).first().isEqualTo("- one\n- two\n- three");
  }

  @Test
  void theLeftSideLeadsToHowItReadBefore() {
    Page page = visitor();
    open(page, "/scripts/verse/compare/1...2?view=side-by-side");
    page.locator(".d2h-files-diff").waitFor();
    select(page, ".d2h-file-side-diff:first-child", "climbs the", "and counts");
    assertThat(passages(page)).containsExactly("climbs the long stairs to the lamp, and counts");
  }

  @Test
  void whatIsNotShownInBetweenIsNoPassage() {
    Page page = visitor();
    open(page, "/scripts/far/compare/1...2");
    select(page, ".stretch, .change", "Paragraph 5", "Paragraph 5");
    assertThat(links(page)).hasCount(1);
    select(page, ".stretch, .change", "Paragraph 4", "Paragraph 29 says");
    assertThat(links(page)).hasCount(0);
  }

  @Test
  void aTextWithOtherLineEndingsIsFollowedOverTheChange() {
    Page page = visitor();
    open(page, "/scripts/verse/versions/3?view=source");
    select(page, "pre.text", "Nobody asks him.", "- one");
    links(page).first().click();
    assertThat(page.locator(".answer")).containsText("On main since v1.");
    assertThat(page.locator("#v3")).hasCount(0);
  }

  @Test
  void theHistoryTheBoardAndTheAnswerItselfLeadOnToo() {
    Page page = visitor(1440, 900);
    open(page, "/scripts/film?selected=2");
    select(page, "#panel .passage", SENTENCE, SENTENCE);
    assertThat(passages(page)).containsExactly(SENTENCE);
    open(page, "/scripts/film?selected=1");
    select(page, "#panel pre", "valley", "bridge");
    assertThat(passages(page)).containsExactly("valley.\n\nThe bridge");
    open(page, "/scripts/verse/board?branch=main&branch=other");
    select(page, "td pre", "Everybody", "asks him.");
    assertThat(passages(page)).first().isEqualTo("Everybody asks him.");
    open(page, "/scripts/film/phrase-history?q=valley");
    select(page, ".passage", "night", "valley");
    assertThat(passages(page)).containsExactly("night in the valley");
    open(page, "/scripts/film/rollback?to=1");
    select(page, ".passage", SENTENCE, SENTENCE);
    assertThat(passages(page)).containsExactly(SENTENCE);
  }

  @Test
  void whereWhoWroteWhatIsShownAPassageOfSeveralWritersLeadsToItsHistory() {
    Page page = visitor();
    open(page, "/scripts/film/versions/3/annotate");
    select(page, ".annotated .passage", "Nobody", "it sing.");
    assertThat(passages(page)).containsExactly(INSTEAD);
    open(page, "/scripts/verse/versions/2/annotate");
    select(page, ".annotated .passage", "climbs the", "the lamp");
    assertThat(passages(page)).containsExactly("climbs the dark stairs to the lamp");
    links(page).click();
    assertThat(page.locator("#v2 ins").first()).containsText("dark");
  }

  @Test
  void anAnnotatedTextIsSelectedByMouseAndAClickStillFollowsItsLink() {
    Page page = visitor(1440, 900);
    open(page, "/scripts/film/versions/1/annotate");
    drag(
        page,
        page.locator(".annotated .passage")
            .filter(new Locator.FilterOptions().setHasText(SENTENCE))
            .first(),
        SENTENCE);
    assertThat(passages(page)).containsExactly(SENTENCE);
    assertThat(page).hasURL(site().url("/scripts/film/versions/1/annotate"));
    select(page, ".annotated .passage", "valley.", "hums");
    assertThat(passages(page)).containsExactly("valley.\n\nThe bridge hums");
    page.locator(".annotated .run").first().click();
    assertThat(page).not().hasURL(site().url("/scripts/film/versions/1/annotate"));
  }

  @Test
  void whatIsBeingWrittenStaysOpenWhereAPassageOfItsPreviewIsLookedUp() {
    Page page = visitor(1440, 900);
    open(page, "/scripts/film/edit");
    page.locator("textarea[name=content]").fill(OPENING + "A lamp is lit." + ENDING);
    page.locator("#preview-changes del").first().waitFor();
    select(page, "#preview-changes .passage", INSTEAD, INSTEAD);
    Page history = page.waitForPopup(() -> links(page).last().click());
    assertThat(history.locator(".answer")).containsText("Since v2.");
    assertThat(page).hasURL(site().url("/scripts/film/edit"));
  }

  @Test
  void theTextsOfAConflictAndWhatAMergeComesToLeadOnToo() {
    Page page = visitor(1440, 900);
    open(page, "/scripts/verse/merge?from=other&into=main");
    select(page, ".conflicts pre", "Everybody", "asks him.");
    assertThat(passages(page)).first().isEqualTo("Everybody asks him.");
    select(page, "#outcome-shown .passage", "Everybody", "asks him.");
    assertThat(passages(page)).containsExactly("Nobody asks him.", "Everybody asks him.");
    open(page, "/scripts/film/restore?to=2");
    select(page, ".preview .passage", SENTENCE, SENTENCE);
    assertThat(passages(page)).containsExactly(SENTENCE);
  }

  @Test
  void onAPhoneTheLinkIsInTheWindow() {
    Page page = visitor(360, 740);
    open(page, "/scripts/film/versions/1?view=source");
    select(page, "pre.text", "It is night", "train comes.");
    links(page).first().waitFor();
    Object inside =
        links(page)
            .first()
            .evaluate(
                """
                (link) => {
                  const box = link.getBoundingClientRect();
                  return box.left >= 0 && box.top >= 0 && box.right <= innerWidth
                      && box.bottom <= innerHeight;
                }
                """);
    assertThat(inside).isEqualTo(true);
    links(page).first().click();
    assertThat(page.locator(".answer")).containsText("not since");
  }

  @Test
  void withoutJavaScriptThePhraseIsTyped() {
    Page page = visitor(1280, 900, ColorScheme.LIGHT, false);
    open(page, "/scripts/film/versions/3");
    page.getByLabel("More").click();
    page.getByText("Passage history").click();
    page.locator("textarea").fill("night in the valley.\n\n" + SENTENCE);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show history")).click();
    assertThat(page.locator(".answer")).containsText("removed in v2 by Bob");
    assertThat(page.locator("textarea")).hasValue("night in the valley.\n\n" + SENTENCE);
    page.getByText("Show only these in history").click();
    assertThat(page.locator(".versions li")).hasCount(2);
    page.locator(".timeline .hint").getByText("Passage history").click();
    assertThat(page.locator(".answer")).containsText("removed in v2 by Bob");
  }

  @Test
  void theLinksAndTheAnswerAreAccessible() {
    Page page = visitor();
    open(page, "/scripts/verse/compare/1...2");
    select(page, ".passage", "climbs the", "to the lamp");
    links(page).first().waitFor();
    isAccessibleInBothThemes(page, "the links beside a selection");
    open(page, "/scripts/verse/phrase-history?q=asks+him");
    isAccessibleInBothThemes(page, "the answer on two branches");
  }
}
