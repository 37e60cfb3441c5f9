package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.pages.Site;

class EditorTest extends BrowserTest {
  private static final String TEXT = "The bridge hums.\n\nNobody knows why.\n";
  private static final String KEPT = "Draft kept in this browser";
  private static final String HOSTILE =
      "<img src=x onerror=alert(1)></p><script>alert(2)</script>\"'>${7*7}";

  private int scripts;
  private String scriptId = "";

  @Override
  void fill(Site site) {}

  @BeforeEach
  void aScriptOfItsOwn() {
    scripts++;
    scriptId = "script-" + scripts;
    site().script(scriptId, TEXT);
  }

  private String history() {
    return "/scripts/" + scriptId;
  }

  private String editor() {
    return history() + "/edit";
  }

  private Page writer() {
    Page page = visitor();
    open(page, editor());
    return page;
  }

  private static Page nextPageOf(Page page, String path) {
    Page next = page.context().newPage();
    open(next, path);
    return next;
  }

  private static Locator text(Page page) {
    return page.locator("textarea");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator said(Page page) {
    return page.locator("#preview-said");
  }

  private static Locator offers(Page page) {
    return page.locator(".draft");
  }

  /** Types at the end of the text. */
  private static void goOn(Page page, String words) {
    text(page).press("Control+End");
    page.keyboard().type(words);
  }

  private static void write(Page page, String words) {
    goOn(page, words);
    assertThat(page.locator("[data-draft-state]")).hasText(KEPT);
    // It says so from the first letters on.
    page.waitForFunction(
        "() => Object.values(localStorage).some((kept) =>"
            + " kept.includes(JSON.stringify(document.querySelector('textarea').value)))");
  }

  private static void signAndSave(Page page) {
    page.getByLabel("Change description").fill("Went on");
    page.getByLabel("Author").fill("Script editor");
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
  }

  private static void discard(Page page) {
    page.getByLabel("More").click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Discard")).click();
  }

  private static List<String> previewsAskedFor(Page page) {
    List<String> asked = new ArrayList<>();
    page.onRequest(
        request -> {
          if (request.method().equals("POST") && !request.isNavigationRequest()) {
            asked.add(request.url());
          }
        });
    return asked;
  }

  @Test
  void whatIsTypedIsPreviewedJustAsTheButtonPreviewsIt() {
    Page page = writer();
    goOn(page, "It sings at night.");
    assertThat(page.locator("#preview ins")).containsText("It sings at night.");
    assertThat(said(page)).hasText("4 words added.");
    assertThat(page.locator("[role=alert], .error")).hasCount(0);
    String live = page.locator("#preview .diff").innerText();
    button(page, "Preview changes").click();
    assertThat(page.locator("#previewed")).isVisible();
    assertThat(page.locator("#preview .diff").innerText()).isEqualTo(live);
  }

  @Test
  void wordsThatGoAreToldToo() {
    Page page = writer();
    text(page).fill("The bridge sings.\n\nNobody knows why.\n");
    assertThat(said(page)).hasText("1 word added, 1 word removed.");
    text(page).fill(TEXT);
    assertThat(said(page)).hasText("Nothing has changed.");
  }

  @Test
  void whatIsPastedIsPreviewed() {
    Page page = writer();
    Locator description = page.getByLabel("Change description");
    description.fill("pasted words");
    description.press("Control+A");
    description.press("Control+X");
    text(page).press("Control+End");
    page.keyboard().press("Control+V");
    assertThat(page.locator("#preview ins")).containsText("pasted words");
  }

  @Test
  void aChosenFileIsPreviewed() {
    Page page = writer();
    byte[] file = "The bridge roars.\n".getBytes(StandardCharsets.UTF_8);
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("draft.md", "text/markdown", file));
    assertThat(page.locator("#preview ins").first()).containsText("roars");
  }

  @Test
  void typingAsksTheServerOnlyWhenItPauses() {
    Page page = visitor();
    page.clock().install(new Clock.InstallOptions().setTime(0));
    open(page, editor());
    page.clock().pauseAt(3_600_000);
    List<String> asked = previewsAskedFor(page);
    text(page).press("Control+End");
    text(page).pressSequentially("Thirty characters, no more now");
    assertThat(asked).as("asked before time goes on").isEmpty();
    page.clock().resume();
    assertThat(said(page)).hasText("5 words added.");
    assertThat(asked).hasSize(1);
  }

  @Test
  void whatIsBeingTypedStaysWhereItIs() {
    for (int width : new int[] {1440, 360}) {
      Page page = visitor(width, 700);
      open(page, editor());
      Locator description = page.getByLabel("Change description");
      description.focus();
      String place =
          "() => JSON.stringify([scrollY, document.activeElement.getBoundingClientRect()])";
      Object before = page.evaluate(place);
      // The text changes without losing the place, as an answer does that comes late.
      text(page)
          .evaluate(
              "field => { field.value += 'word\\n\\n'.repeat(200);"
                  + " field.dispatchEvent(new Event('input', { bubbles: true })); }");
      assertThat(said(page)).hasText("200 words added.");
      assertThat(description).isFocused();
      assertThat(page.evaluate(place)).as("the place at width " + width).isEqualTo(before);
    }
  }

  @Test
  void theCursorStaysInTheTextWhileThePreviewComes() {
    Page page = writer();
    text(page).press("Control+Home");
    page.keyboard().type("Tonight ");
    assertThat(said(page)).hasText("1 word added.");
    page.keyboard().type("again ");
    assertThat(text(page)).hasValue("Tonight again " + TEXT);
  }

  @Test
  void whatIsNotATextIsNamedQuietlyAndTypingGoesOn() {
    expectComplaint("answer: 422");
    Page page = writer();
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("a.png", "image/png", new byte[] {1, 0, 2}));
    assertThat(said(page))
        .hasText(
            "This is not plain text: there is a NUL byte at position 1. Documents of Word and Final"
                + " Draft can be imported instead.");
    page.locator("input[type=file]").setInputFiles(new FilePayload[0]);
    goOn(page, "More.");
    assertThat(page.locator("#preview ins")).containsText("More.");
    assertThat(said(page)).hasText("1 word added.");
  }

  @Test
  void aServerThatCannotBeReachedIsNamedQuietlyAndTheNextChangeIsTried() {
    expectComplaint("request failed");
    expectComplaint("console: htmx");
    Page page = writer();
    page.route(Pattern.compile("/versions$"), Route::abort);
    goOn(page, "One ");
    assertThat(said(page)).containsText("The server cannot be reached");
    page.unroute(Pattern.compile("/versions$"));
    goOn(page, "two.");
    assertThat(said(page)).hasText("2 words added.");
    assertThat(text(page)).hasValue(TEXT + "One two.");
  }

  @ParameterizedTest
  @ValueSource(ints = {413, 500, 503})
  void aPageAboutAnErrorIsNotShownAsThePreview(int status) {
    expectComplaint("answer: " + status);
    Page page = writer();
    goOn(page, "One ");
    assertThat(said(page)).hasText("1 word added.");
    String error = "<!DOCTYPE html><html><body><h1>An error page</h1></body></html>";
    page.route(
        Pattern.compile("/versions$"),
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(status)
                    .setContentType("text/html")
                    .setBody(error)));
    goOn(page, "two.");
    assertThat(said(page)).containsText("could not be compared");
    assertThat(page.locator("#preview")).not().containsText("An error page");
    assertThat(page.locator("#preview ins")).containsText("One");
  }

  @Test
  void aHugeTextIsLeftToTheButton() {
    Page page = writer();
    List<String> asked = previewsAskedFor(page);
    text(page)
        .evaluate(
            "field => { field.value = 'A long line of prose.\\n'.repeat(25_000);"
                + " field.dispatchEvent(new Event('input', { bubbles: true })); }");
    assertThat(said(page)).containsText("too long to compare as you write");
    button(page, "Preview changes").click();
    page.locator("#previewed .diff").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    assertThat(asked).isEmpty();
  }

  @Test
  void aTextOfAnOlderVersionIsPreviewedFromTheStart() {
    site().save(scriptId, ScriptText.of("Something else.\n"));
    Page page = visitor();
    open(page, editor() + "?from=1");
    assertThat(page.locator("#preview ins").first()).isVisible();
  }

  @Test
  void whoWritesWhileSomebodySavesIsToldInThePreview() {
    Page page = writer();
    site().save(scriptId, ScriptText.of(TEXT + "Meanwhile.\n"));
    goOn(page, "Mine.");
    assertThat(page.locator("#preview .notice")).containsText("Version 2 was saved meanwhile.");
    assertThat(page.locator("#preview ins")).containsText("Mine.");
  }

  @Test
  void aDraftOutlivesItsPageAndIsTakenUp() {
    Page page = writer();
    page.getByLabel("Change description").fill("Made it sing");
    write(page, "It sings.");
    page.close();
    Page next = nextPageOf(page, editor());
    assertThat(text(next)).hasValue(TEXT);
    assertThat(offers(next))
        .containsText("A draft saved just now, based on v1, is kept in this browser.");
    button(next, "Restore draft").click();
    assertThat(text(next)).hasValue(TEXT + "It sings.");
    assertThat(next.locator(".cm-content")).isFocused();
    assertThat(next.getByLabel("Change description")).hasValue("Made it sing");
    assertThat(next.locator("#preview ins")).containsText("It sings.");
  }

  @Test
  void whatADraftChangesIsSeenBeforeItIsTakenUp() {
    Page page = writer();
    write(page, "It sings.");
    page.close();
    Page next = nextPageOf(page, editor());
    button(next, "Show its changes").click();
    assertThat(next.locator("#preview ins")).containsText("It sings.");
    assertThat(next.locator("#preview h2")).hasText("Changes in the draft");
    assertThat(text(next)).hasValue(TEXT);
    goOn(next, "Else.");
    assertThat(next.locator("#preview ins")).containsText("Else.");
    assertThat(next.locator("#preview h2")).hasText("Your changes");
  }

  @Test
  void aDraftThatIsThrownAwayIsGone() {
    Page page = writer();
    write(page, "It sings.");
    page.close();
    Page next = nextPageOf(page, editor());
    button(next, "Discard draft").click();
    assertThat(offers(next)).containsText("Draft discarded.");
    assertThat(button(next, "Undo")).isFocused();
    next.reload();
    assertThat(text(next)).hasValue(TEXT);
    assertThat(offers(next)).hasCount(0);
  }

  @Test
  void aDraftThatIsThrownAwayByMistakeIsKeptAfterAll() {
    Page page = writer();
    write(page, "It sings.");
    page.close();
    Page next = nextPageOf(page, editor());
    button(next, "Discard draft").click();
    button(next, "Undo").click();
    assertThat(offers(next)).containsText("based on v1");
    next.reload();
    assertThat(offers(next)).hasCount(1);
  }

  @Test
  void aDraftIsGoneOnceItIsSaved() {
    Page page = writer();
    write(page, "It sings.");
    signAndSave(page);
    assertThat(page).hasURL(site().url(history() + "?selected=2"));
    assertThat(page.evaluate("() => Object.keys(localStorage).join()")).isEqualTo("");
    open(page, editor());
    assertThat(text(page)).hasValue(TEXT + "It sings.");
    assertThat(offers(page)).hasCount(0);
  }

  @Test
  void aDraftThatWasSavedUnnoticedIsNotOffered() {
    Page page = writer();
    write(page, "It sings.");
    page.close();
    site().save(scriptId, ScriptText.of(TEXT + "It sings."));
    Page next = nextPageOf(page, editor());
    assertThat(text(next)).hasValue(TEXT + "It sings.");
    assertThat(offers(next)).hasCount(0);
  }

  @Test
  void aDraftIsKeptWhereTheFormIsRefused() {
    Page page = writer();
    write(page, "It sings.");
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page.locator("[role=alert]")).isVisible();
    assertThat(page.locator("#preview ins")).containsText("It sings.");
    assertThat(offers(page)).hasCount(0);
    page.close();
    Page next = nextPageOf(page, editor());
    assertThat(offers(next)).hasCount(1);
    button(next, "Restore draft").click();
    signAndSave(next);
    assertThat(next).hasURL(Pattern.compile("selected=2"));
    open(next, editor());
    assertThat(offers(next)).hasCount(0);
  }

  @Test
  void anAnsweredFormThatIsAskedForAgainOffersItsDraft() {
    Page page = writer();
    write(page, "It sings.");
    button(page, "Preview changes").click();
    assertThat(page.locator("#previewed ins")).containsText("It sings.");
    String address = page.url();
    page.close();
    Page next = nextPageOf(page, address.substring(site().url("").length()));
    assertThat(text(next)).hasValue(TEXT);
    assertThat(offers(next)).hasCount(1);
  }

  @Test
  void aDraftOnAnOldHeadIsToldToBeSoAndSavingItAsksFirst() {
    Page page = writer();
    write(page, "It sings.");
    page.close();
    site().save(scriptId, ScriptText.of(TEXT + "Meanwhile.\n"));
    Page next = nextPageOf(page, editor());
    assertThat(offers(next)).containsText("based on v1");
    assertThat(offers(next)).containsText("Version 2 was saved since.");
    button(next, "Restore draft").click();
    signAndSave(next);
    assertThat(next.getByRole(AriaRole.ALERT)).containsText("Your text is still here");
    assertThat(next.locator(".conflict")).hasCount(1);
    assertThat(next.locator("[name=content]")).hasValue(TEXT + "It sings.");
    next.close();
    Page last = nextPageOf(page, editor());
    assertThat(offers(last)).hasCount(1);
    assertThat(site().versions().script(scriptId).latestVersion()).isEqualTo(2);
  }

  @Test
  void leavingWithUnsavedTextIsAskedAboutFirst() {
    expectComplaint("a dialog opened: beforeunload");
    Page page = writer();
    goOn(page, "It sings.");
    discard(page);
    assertThat(text(page)).hasValue(TEXT + "It sings.");
    assertThat(page).hasURL(site().url(editor()));
  }

  @Test
  void leavingIsNotAskedAboutWhereNothingIsUnsaved() {
    Page page = writer();
    goOn(page, "x");
    page.keyboard().press("Backspace");
    discard(page);
    assertThat(page).hasURL(site().url(history()));
    open(page, editor());
    goOn(page, "It sings.");
    button(page, "Preview changes").click();
    assertThat(page.locator("#previewed")).isVisible();
    signAndSave(page);
    assertThat(page).hasURL(Pattern.compile("selected=2"));
    open(page, "/new");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Scripts").setExact(true))
        .click();
    assertThat(page).hasURL(site().url("/"));
  }

  @Test
  void leavingARefusedFormIsAskedAboutFirst() {
    expectComplaint("a dialog opened: beforeunload");
    Page page = writer();
    goOn(page, "It sings.");
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page.locator("[role=alert]")).isVisible();
    page.getByLabel("Author").click();
    discard(page);
    assertThat(text(page)).hasValue(TEXT + "It sings.");
  }

  @Test
  void twoTabsKeepADraftEach() {
    Page one = writer();
    Page other = nextPageOf(one, editor());
    write(one, "From one.");
    write(other, "From the other.");
    one.close();
    other.close();
    Page next = nextPageOf(one, editor());
    assertThat(offers(next)).hasCount(2);
    button(next, "Restore draft").first().click();
    assertThat(text(next)).hasValue(TEXT + "From the other.");
    button(next, "Restore draft").first().click();
    assertThat(text(next)).hasValue(TEXT + "From one.");
    // What it replaced is still there to be had.
    button(next, "Restore draft").first().click();
    assertThat(text(next)).hasValue(TEXT + "From the other.");
  }

  @Test
  void aTabWhoseDraftIsTakenUpElsewhereLosesNothing() {
    Page one = visitor();
    one.clock().install();
    open(one, editor());
    write(one, "Begun here.");
    Page other = nextPageOf(one, editor());
    button(other, "Restore draft").click();
    write(other, " Went on there.");
    write(one, " Went on here.");
    // Whatever a tab keeps or drops after a while, it does now.
    one.clock().runFor(10_000);
    one.close();
    other.close();
    Page next = nextPageOf(one, editor());
    assertThat(offers(next)).hasCount(2);
    button(next, "Show its changes").first().click();
    assertThat(next.locator("#preview ins")).containsText("Begun here. Went on");
    button(next, "Restore draft").first().click();
    String first = text(next).inputValue();
    button(next, "Restore draft").first().click();
    assertThat(List.of(first, text(next).inputValue()))
        .containsExactlyInAnyOrder(
            TEXT + "Begun here. Went on there.", TEXT + "Begun here. Went on here.");
  }

  @Test
  void aDraftIsOfOneBranchOfOneScript() {
    site().branches().create(scriptId, "ending", 1);
    site().script("other-than-" + scriptId, TEXT);
    Page page = writer();
    write(page, "It sings.");
    page.close();
    Page next = nextPageOf(page, editor() + "?branch=ending");
    assertThat(offers(next)).hasCount(0);
    open(next, "/scripts/other-than-" + scriptId + "/edit");
    assertThat(offers(next)).hasCount(0);
    open(next, editor());
    assertThat(offers(next)).hasCount(1);
  }

  @Test
  void aNewScriptHasADraftUntilItIsCreated() {
    Page page = visitor();
    open(page, "/new");
    Locator title = page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true));
    title.fill("A draft of " + scriptId);
    write(page, "It hums.");
    page.close();
    Page next = nextPageOf(page, "/new");
    assertThat(offers(next)).containsText("“A draft of " + scriptId + "”");
    button(next, "Restore draft").click();
    assertThat(text(next)).hasValue("It hums.");
    next.getByLabel("Author").fill("Script editor");
    button(next, "Create script").click();
    assertThat(next.locator("h1")).hasText("History of A draft of " + scriptId);
    open(next, "/new");
    assertThat(offers(next)).hasCount(0);
  }

  @Test
  void aFullStorageIsToldAndWritingGoesOn() {
    Page page = visitor();
    page.addInitScript(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };");
    open(page, editor());
    goOn(page, "It sings.");
    assertThat(page.locator("[data-draft-state]")).containsText("No draft can be kept");
    assertThat(page.locator("#preview ins")).containsText("It sings.");
    signAndSave(page);
    assertThat(page).hasURL(Pattern.compile("selected=2"));
  }

  @Test
  void aBrowserThatRefusesStorageIsWrittenInAllTheSame() {
    Page page = visitor();
    page.addInitScript(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
            + " { get() { throw new DOMException('', 'SecurityError'); } });");
    open(page, editor());
    goOn(page, "It sings.");
    assertThat(page.locator("[data-draft-state]")).containsText("No draft can be kept");
    assertThat(page.locator("#preview ins")).containsText("It sings.");
    signAndSave(page);
    assertThat(page).hasURL(Pattern.compile("selected=2"));
  }

  @Test
  void hostileTextInADraftStaysText() {
    Page page = visitor();
    open(page, "/new");
    page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true)).fill(HOSTILE);
    write(page, HOSTILE);
    page.close();
    Page next = nextPageOf(page, "/new");
    assertThat(offers(next)).containsText(HOSTILE);
    open(next, editor());
    text(next).fill(HOSTILE);
    assertThat(next.locator("#preview ins").first()).containsText("<img src=x");
    assertThat(next.locator("main img, main p script")).hasCount(0);
    next.close();
  }

  @Test
  void aDraftIsTakenUpByKeyboard() {
    Page page = writer();
    write(page, "It sings.");
    page.close();
    Page next = nextPageOf(page, editor());
    Keys keys = new Keys(next);
    keys.tabTo(button(next, "Show its changes"));
    keys.press("Enter");
    assertThat(next.locator("#preview ins")).containsText("It sings.");
    keys.backTo(button(next, "Restore draft"));
    keys.press("Space");
    assertThat(next.locator(".cm-content")).isFocused();
    assertThat(text(next)).hasValue(TEXT + "It sings.");
  }

  @Test
  void withoutJavaScriptThePreviewIsShownByItsButtonOnly() {
    Page page = visitor(1280, 900, ColorScheme.LIGHT, false);
    open(page, editor());
    assertThat(page.getByText("“Preview changes” shows them here.")).isVisible();
    text(page).fill(TEXT + "It sings.");
    button(page, "Preview changes").click();
    assertThat(page.locator("#preview ins")).containsText("It sings.");
    signAndSave(page);
    assertThat(page).hasURL(site().url(history() + "?selected=2&saved=2"));
  }

  private static Locator editing(Page page) {
    return page.locator(".cm-content");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Many lines of prose, as in a book.\n", "One line without an end. "})
  void aLongTextIsWrittenInAndSavedWhole(String piece) {
    String book = piece.repeat(250_000 / piece.length());
    site().save(scriptId, ScriptText.of(book));
    Page page = writer();
    editing(page).press("Control+End");
    page.keyboard().type("The end.");
    signAndSave(page);
    assertThat(page).hasURL(Pattern.compile("selected=3"));
    assertThat(site().versions().content(scriptId, 3).display()).isEqualTo(book + "The end.");
  }

  @Test
  void aVeryLongTextIsWrittenInWithoutEverBeingLaidOutAsAField() {
    String book = "A short line of it.\n".repeat(20_000);
    site().save(scriptId, ScriptText.of(book));
    Page page = writer();
    assertThat(page.locator(".awaits-editor")).hasCount(0);
    assertThat(text(page)).hasCSS("content-visibility", "hidden");
    editing(page).press("Control+End");
    page.keyboard().type("The end.");
    assertThat(page.locator("[data-draft-state]")).not().isEmpty();
    signAndSave(page);
    assertThat(page).hasURL(Pattern.compile("selected=3"));
    assertThat(site().versions().content(scriptId, 3).display()).isEqualTo(book + "The end.");
  }

  @Test
  void aVeryLongLineIsWrittenInAPlainFieldAndSavedWhole() {
    String book = "One line without an end. ".repeat(40_000);
    site().save(scriptId, ScriptText.of(book));
    Page page = writer();
    assertThat(editing(page)).hasCount(0);
    goOn(page, "The end.");
    signAndSave(page);
    assertThat(page).hasURL(Pattern.compile("selected=3"));
    assertThat(site().versions().content(scriptId, 3).display()).isEqualTo(book + "The end.");
  }

  @Test
  void aVeryLongTextIsShownInItsFieldWhereNoEditorComes() {
    expectComplaint("request failed");
    String book = "Many lines of prose, as in a book.\n".repeat(10_000);
    site().save(scriptId, ScriptText.of(book));
    Page page = visitor();
    page.route(Pattern.compile("/editor\\.js"), Route::abort);
    open(page, editor());
    assertThat(text(page)).hasCSS("content-visibility", "visible");
    goOn(page, "The end.");
    signAndSave(page);
    assertThat(page).hasURL(Pattern.compile("selected=3"));
    assertThat(site().versions().content(scriptId, 3).display()).isEqualTo(book + "The end.");
  }

  @Test
  void aVeryLongTextIsShownInItsFieldWhereNoScriptComes() {
    expectComplaint("request failed");
    String book = "Many lines of prose, as in a book.\n".repeat(10_000);
    site().save(scriptId, ScriptText.of(book));
    Page page = visitor();
    page.route(Pattern.compile("\\.js(\\?|$)"), Route::abort);
    open(page, editor());
    assertThat(text(page)).hasCSS("content-visibility", "hidden");
    text(page).evaluate("field => field.getAnimations().forEach(animation => animation.finish())");
    assertThat(text(page)).hasCSS("content-visibility", "visible");
  }

  @Test
  void withoutJavaScriptAVeryLongTextIsShownAtOnce() {
    String book = "Many lines of prose, as in a book.\n".repeat(10_000);
    site().save(scriptId, ScriptText.of(book));
    Page page = visitor(1280, 900, ColorScheme.LIGHT, false);
    open(page, editor());
    text(page).press("Control+End");
    page.keyboard().type("The end.");
    signAndSave(page);
    assertThat(page).hasURL(Pattern.compile("selected=3"));
    assertThat(site().versions().content(scriptId, 3).display()).isEqualTo(book + "The end.");
  }

  @Test
  void wordsAreFoundAndReplaced() {
    Page page = writer();
    editing(page).press("Control+F");
    page.locator(".cm-search [name=search]").fill("hums");
    page.locator(".cm-search input[name=replace]").fill("sings");
    isAccessibleInBothThemes(page, "find and replace");
    page.locator(".cm-search [name=replaceAll]").click();
    assertThat(text(page)).hasValue(TEXT.replace("hums", "sings"));
    page.keyboard().press("Escape");
    assertThat(page.locator(".cm-search")).hasCount(0);
    button(page, "Find").click();
    assertThat(page.locator(".cm-search [name=search]")).isFocused();
  }

  @Test
  void theKeyToSaveLeadsToTheLineOnTheChangeAndSavesFromThere() {
    Page page = writer();
    page.getByLabel("Author").fill("Script editor");
    goOn(page, "It sings.");
    page.keyboard().press("Control+S");
    Locator line = page.getByLabel("Change description");
    assertThat(line).isFocused();
    assertThat(line).hasAttribute("placeholder", "1 paragraph added");
    page.keyboard().press("Control+S");
    assertThat(page.locator(".saved")).containsText("Saved as v2");
    assertThat(page).hasURL(site().url(history() + "?selected=2"));
    assertThat(site().versions().version(scriptId, 2).changeDescription())
        .isEqualTo("1 paragraph added");
    page.reload();
    assertThat(page.locator(".saved")).hasCount(0);
  }

  @Test
  void whatWasSavedIsUndoneFromTheNotice() {
    Page page = writer();
    goOn(page, "It sings.");
    signAndSave(page);
    button(page, "Undo").click();
    assertThat(page.locator(".saved")).containsText("Saved as v3");
    assertThat(site().versions().content(scriptId, 3).display()).isEqualTo(TEXT);
  }

  @Test
  void aChangeLeadsToItsPlaceInTheText() {
    String far = "A paragraph.\n\n".repeat(200) + "It ends.\n";
    site().save(scriptId, ScriptText.of(far));
    Page page = writer();
    text(page)
        .evaluate(
            "field => { field.value = field.value.replace('It ends.', 'It goes on.');"
                + " field.dispatchEvent(new Event('input', { bubbles: true })); }");
    assertThat(page.locator("#preview ins")).containsText("goes on");
    page.locator("#preview .go-to").click();
    assertThat(editing(page)).isFocused();
    page.keyboard().type("Here: ");
    assertThat(text(page)).hasValue(far.replace("It ends.", "Here: It goes on."));
  }

  @Test
  void scenesAndHeadingsLeadToTheirPlaces() {
    String speech = "\n\nKEEPER\nThe lamp is dark.\n\n";
    String play = "INT. LAMP ROOM - DUSK" + speech + "EXT. SEA - NIGHT" + speech;
    site().save(scriptId, ScriptText.of(play));
    Page page = writer();
    page.getByText("Scenes").click();
    isAccessibleInBothThemes(page, "the scenes of a screenplay");
    Locator sea = page.locator(".outline button").nth(1);
    assertThat(sea).hasText("2 EXT. SEA - NIGHT 5 wordsKEEPER");
    sea.click();
    page.keyboard().type(".");
    assertThat(text(page)).hasValue(play.replace("EXT.", ".EXT."));
    site().save(scriptId, ScriptText.of("# One\n\nIt hums.\n\n## Two\n\nIt sings.\n"));
    page = visitor();
    open(page, editor());
    page.getByText("Headings").click();
    assertThat(page.locator(".outline .heading")).hasText(new String[] {"One", "Two"});
  }

  @Test
  void wordsAndMinutesAreCounted() {
    site().save(scriptId, ScriptText.of("word ".repeat(299) + "end"));
    Page page = writer();
    assertThat(page.locator("[data-length]")).hasText("300 words, about 2 min");
    goOn(page, " of it");
    assertThat(page.locator("[data-length]")).hasText("302 words, about 2 min");
  }

  @Test
  void theTextIsCheckedForSpellingAndCalledByItsName() {
    Page page = writer();
    assertThat(editing(page)).hasAttribute("spellcheck", "true");
    assertThat(editing(page)).hasAttribute("aria-label", "Text");
    assertThat(editing(page)).hasAttribute("aria-multiline", "true");
  }

  @Test
  void savingOfflineLosesNothing() {
    expectComplaint("request failed");
    Page page = writer();
    write(page, "It sings.");
    page.getByLabel("Author").fill("Script editor");
    // So that nothing is still asked for when the connection is lost.
    assertThat(page.locator("#preview ins").first()).isVisible();
    page.context().setOffline(true);
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("You are offline");
    assertThat(text(page)).hasValue(TEXT + "It sings.");
    page.context().setOffline(false);
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page).hasURL(site().url(history() + "?selected=2"));
  }

  @Test
  void theEditorIsAccessibleAndFits() {
    for (int width : new int[] {1440, 360}) {
      Page page = visitor(width, 800);
      open(page, editor());
      isAccessibleInBothThemes(page, "the editor before anything is written");
      write(page, Prose.paragraph(60, 1) + "\n\n" + Prose.ENDLESS_WORD);
      assertThat(page.locator("#preview ins").first()).isVisible();
      isAccessibleInBothThemes(page, "the editor with a preview");
      fits(page, width);
      page.close();
      Page next = nextPageOf(page, editor());
      assertThat(offers(next)).hasCount(1);
      isAccessibleInBothThemes(next, "the editor with a draft");
      fits(next, width);
      button(next, "Discard draft").click();
      isAccessibleInBothThemes(next, "the editor with a draft thrown away");
      open(next, "/new");
      next.getByLabel("Title", new Page.GetByLabelOptions().setExact(true))
          .fill(Prose.ENDLESS_WORD.substring(0, 190));
      write(next, "It hums.");
      next.close();
      Page last = nextPageOf(page, "/new");
      assertThat(offers(last)).hasCount(1);
      isAccessibleInBothThemes(last, "a new script with a draft");
      fits(last, width);
    }
  }

  private static void fits(Page page, int width) {
    assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
        .as("width")
        .isEqualTo(width);
  }
}
