package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.pages.Site;

/** An alternate from its start to its merge and back, by keyboard alone. */
class AlternateJourneyTest extends BrowserTest {
  private static final String STAIRS = "The keeper climbs the long stairs to the lamp.";
  private static final String VILLAGE = "In the village nobody sleeps, for the boats are out.";
  private static final String ENDING = "The lamp goes out at dawn.";

  @Override
  void fill(Site site) {
    String text = STAIRS + "\n\n" + VILLAGE + "\n\n" + ENDING + "\n";
    site.script("film", "One.\n", "Two.\n", "Three.\n", "Four.\n", text, "Six.\n", text);
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Replaces words of the text on an edit page and saves. */
  private static void edit(Page page, String branch, String old, String changed, String why) {
    Keys keys = new Keys(page);
    open(page, "/scripts/film/edit?branch=" + branch);
    Locator text = page.locator("textarea");
    keys.tabTo(page.locator(".cm-content"));
    String written = text.inputValue();
    keys.press("Control+A");
    page.keyboard().insertText(written.replace(old, changed));
    keys.tabTo(page.getByLabel("Change description"));
    keys.type(why);
    keys.tabTo(page.getByLabel("Author"));
    keys.press("Control+A");
    keys.type("Kim Keys");
    keys.tabTo(page.getByText(Pattern.compile("^Save as v\\d+")));
    keys.press("Enter");
    assertThat(page.locator(".versions li").first()).containsText(why);
  }

  private Version version(int number) {
    return site().versions().version("film", number);
  }

  private String text(int number) {
    return site().versions().content("film", number).display();
  }

  @Test
  void anAlternateIsBranchedOffEditedSeenBesideMainMergedAndRolledBack() {
    Page page = visitor();
    Keys keys = new Keys(page);

    open(page, "/scripts/film/versions/5");
    keys.tabTo(page.locator(".bar .menu summary, #panel .menu summary").last());
    keys.press("Enter");
    keys.tabTo(link(page, "New branch from here"));
    keys.press("Enter");
    keys.tabTo(page.locator("#new-branch input[name=name]"));
    keys.type("dark-ending");
    keys.press("Enter");
    assertThat(page.locator("#branch-2")).containsText(Pattern.compile("from\\s+v5"));

    edit(page, "dark-ending", ENDING, "The lamp goes out for good.", "A darker end");
    edit(page, "dark-ending", "nobody sleeps", "nobody dares to sleep", "A darker village");
    edit(page, "main", ENDING, "The lamp goes out at last.", "A softer end");
    edit(page, "main", "climbs", "runs up", "A faster start");

    open(page, "/scripts/film/branches");
    keys.tabTo(page.locator("#branch-1 input[name=branch][type=checkbox]"));
    keys.press("Space");
    keys.tabTo(page.locator("#branch-2 input[name=branch][type=checkbox]"));
    keys.press("Space");
    keys.backTo(button(page, "Compare selected"));
    keys.press("Enter");
    assertThat(page.locator("h1")).hasText("Branches side by side");
    assertThat(page.locator(".alternates thead th")).hasCount(2);
    assertThat(page.locator(".alternates tbody tr:not(.shared)")).hasCount(3);
    assertThat(page.locator(".alternates ins").last()).hasText("added: for good");

    open(page, "/scripts/film/branches");
    keys.tabTo(page.locator("#branch-2").getByText("Merge into main…"));
    keys.press("Enter");
    assertThat(page.locator("h1")).hasText("Merge dark-ending into main");
    assertThat(page.locator("#conflicts-title")).hasText("One passage was changed on both sides");
    keys.tabTo(
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Use main, v11")));
    keys.press("ArrowDown");
    assertThat(page.locator("#outcome ins").first()).containsText("dares to");
    keys.tabTo(button(page, "Merge into main"));
    keys.press("Enter");

    assertThat(page).hasURL(site().url("/scripts/film?selected=12"));
    Locator merged = page.locator(".versions li").first();
    assertThat(merged).containsText("merges v9");
    assertThat(merged.locator("circle.merge")).isVisible();
    assertThat(merged.locator("path")).hasCount(1);
    assertThat(version(12).parentVersion()).isEqualTo(11);
    assertThat(version(12).mergeParentVersion()).isEqualTo(9);
    assertThat(text(12))
        .isEqualTo(
            STAIRS.replace("climbs", "runs up")
                + "\n\n"
                + VILLAGE.replace("nobody sleeps", "nobody dares to sleep")
                + "\n\nThe lamp goes out for good.\n");

    open(page, "/scripts/film/versions/11");
    keys.tabTo(link(page, "Restore"));
    keys.press("Enter");
    keys.tabTo(page.locator("button.primary"));
    keys.press("Enter");
    assertThat(page.locator(".versions li").first()).containsText("restores v11");
    assertThat(text(13)).isEqualTo(text(11));
    assertThat(version(13).parentVersion()).isEqualTo(12);
  }
}
