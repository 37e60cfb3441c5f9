package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.pages.Site;

/** From selected words to a review that is sent, answered and resolved, by the keyboard alone. */
class CommentJourneyTest extends BrowserTest {
  private static final String FIRST =
      """
      One night in June a bridge began to make a strange noise.

      Some of them telephoned the police.

      It was one note, long and level.
      """;

  private static final String SECOND =
      FIRST.replace("Some of them telephoned the police.", "Some of them telephoned.");

  private static final String SELECT =
      """
      ([selector, words]) => {
        const walker = document.createTreeWalker(
            document.querySelector(selector), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.data.indexOf(words);
          if (at >= 0) {
            getSelection().setBaseAndExtent(
                walker.currentNode, at, walker.currentNode, at + words.length);
            return;
          }
        }
        throw new Error("no such words");
      }
      """;

  @Override
  void fill(Site site) {
    site.script("bridge", FIRST, SECOND);
    site.script("sides", FIRST, SECOND);
  }

  private static void select(Page page, String selector, String words) {
    page.locator("form.new-note")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    page.evaluate(SELECT, List.of(selector, words));
  }

  private static Locator button(Locator in, String name) {
    return in.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Writes on the selected words, and sends it by the button of this name. */
  private static void write(Page page, String body, String button) {
    Keys keys = new Keys(page);
    keys.press("c");
    assertThat(page.locator(".new-note textarea")).isFocused();
    page.locator(".new-note textarea").fill(body);
    page.locator(".new-note [name=author]").fill("Ann");
    keys.tabTo(button(page.locator("form.new-note"), button));
    keys.press("Enter");
  }

  @Test
  void aReviewIsWrittenSentAnsweredAndResolvedByKeyboard() {
    Page page = visitor(1366, 850);
    Keys keys = new Keys(page);
    open(page, "/scripts/bridge/versions/1");
    select(page, "pre.text", "a strange noise");
    write(page, "Which *one*?", "Save draft");
    assertThat(page.locator(".note.draft")).containsText("seen only by you");
    assertThat(page.locator("mark.remark.draft")).hasText("a strange noise");
    select(page, "pre.text", "one note");
    write(page, "Which note?", "Save draft");
    keys.tabTo(button(page.locator(".margin"), "Send review (2)"));
    keys.press("Enter");
    assertThat(page.locator(".note.draft")).hasCount(0);
    assertThat(page.locator("mark.remark")).hasText(new String[] {"a strange noise", "one note"});
    isAccessibleInBothThemes(page, "a version with comments");

    keys.press("t");
    Locator opened = page.locator(".note.open");
    assertThat(opened).containsText("Which one?");
    keys.press("t");
    assertThat(opened).containsText("Which note?");
    keys.press("T");
    assertThat(opened).containsText("Which one?");
    keys.tabTo(opened.locator(".reply summary"));
    keys.press("Enter");
    opened.locator(".reply textarea").fill("The hum.");
    opened.locator(".reply textarea").blur();
    select(page, "pre.text", "the police");
    write(page, "Why them?", "Comment now");
    assertThat(opened).containsText("Why them?");
    page.locator("mark.remark").first().click();
    assertThat(opened.locator(".reply textarea")).hasValue("The hum.");
    keys.tabTo(button(opened, "Reply now"));
    keys.press("Enter");
    assertThat(opened).containsText("The hum.");
    keys.tabTo(button(opened, "Resolve"));
    keys.press("Enter");
    assertThat(button(opened, "Reopen")).isVisible();
    assertThat(page.locator("mark.remark.resolved")).hasText("a strange noise");
    keys.press("Escape");
    assertThat(opened).hasCount(0);
  }

  @Test
  void wordsOfBothSidesOfAComparisonAreCommentedOn() {
    Page page = visitor(1366, 850);
    open(page, "/scripts/sides/compare/1...2");
    select(page, ".prose-diff", "the police");
    write(page, "Keep them.", "Comment now");
    assertThat(page.locator(".note.open")).containsText("Keep them.");
    assertThat(page.locator("del mark.remark")).hasText("the police");
    select(page, ".prose-diff", "telephoned");
    write(page, "Whom?", "Comment now");
    assertThat(page.locator(".note.open")).containsText("Whom?");
    assertThat(page.locator("mark.remark")).hasText(new String[] {"telephoned", "the police"});
    open(page, "/scripts/sides/compare/1...2?view=side-by-side");
    assertThat(page.locator(".d2h-file-side-diff:first-child mark.remark")).hasText("the police");
    assertThat(page.locator(".d2h-file-side-diff:last-child mark.remark")).hasText("telephoned");
    page.locator("mark.remark").first().click();
    assertThat(page.locator(".note.open")).containsText("Keep them.");
    isAccessible(page, "a comparison with an open comment");
  }

  @Test
  void onAPhoneACommentComesUpOverTheFootOfThePage() {
    site().script("phone", FIRST);
    Page page = toucher(360, 740);
    open(page, "/scripts/phone/versions/1");
    select(page, "pre.text", "one note");
    button(page.locator(".passage-links"), "Comment").tap();
    page.locator(".new-note textarea").fill("Which?");
    page.locator(".new-note [name=author]").fill("Ann");
    button(page.locator("form.new-note"), "Comment now").tap();
    assertThat(page.locator(".note.open")).containsText("Which?");
    button(page.locator(".note.open"), "Close").tap();
    assertThat(page.locator(".note.open")).hasCount(0);
    page.locator("mark.remark").tap();
    assertThat(page.locator(".note.open")).containsText("Which?");
    isAccessible(page, "a comment on a phone");
  }

  @Test
  void wordsOfAPageAreFoundInItsSource() {
    String markdown =
        """
        # The bridge

        It *hums* when the [wind](https://example.org) is **right**.

        - One *long* note
        - Six calls
        """;
    site().versions().createScript("page", "Page");
    site().save("page", ScriptText.of(markdown));
    Page page = visitor(1600, 850);
    open(page, "/scripts/page/versions/1?view=page");
    select(page, "article.laid-out", "right");
    write(page, "Which wind?", "Comment now");
    assertThat(page.locator(".note.open")).containsText("Which wind?");
    assertThat(page.locator(".laid-out strong mark.remark")).hasText("right");
    select(page, "article.laid-out li:last-child", "Six calls");
    write(page, "Who?", "Comment now");
    // The selected words are marked before the comment is saved.
    assertThat(page.locator(".note.open")).containsText("Who?");
    assertThat(page.locator("mark.remark")).hasText(new String[] {"right", "Six calls"});
    open(page, "/scripts/page/versions/1?view=source");
    assertThat(page.locator("mark.remark")).hasText(new String[] {"right", "Six calls"});
  }
}
