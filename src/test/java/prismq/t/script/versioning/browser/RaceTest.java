package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

/** Two who write at once, in a browser. */
class RaceTest extends BrowserTest {
  private static final String STAIRS = "The keeper climbs the long stairs to the lamp.\n\n";
  private static final String VILLAGE = "In the village nobody sleeps, for the boats are out.\n\n";
  private static final String ENDING = "The lamp goes out at dawn.\n";
  private static final String BASE = STAIRS + VILLAGE + ENDING;
  private static final String RUNS = STAIRS.replace("climbs", "runs up");
  private static final String FALLS = STAIRS.replace("climbs", "falls down");
  private static final String DAY = "It is day.\n";

  @Override
  void fill(Site site) {
    for (String scriptId :
        new String[] {"clean", "touch", "touch-plain", "twice", "leave", "look", "look-narrow"}) {
      site.script(scriptId, BASE);
    }
  }

  private void colleagueSaves(String scriptId, String text) {
    site()
        .versions()
        .save(
            NewVersion.builder(scriptId, ScriptText.of(text), Author.named("Ann"), "Hers").build());
  }

  private String saved(String scriptId, int version) {
    return site().versions().content(scriptId, version).display();
  }

  private int latest(String scriptId) {
    return site().versions().script(scriptId).latestVersion();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator choice(Page page, int passage, String name) {
    return page.locator(".conflict")
        .nth(passage - 1)
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(name));
  }

  private static void write(Page page, String scriptId, String text) {
    open(page, "/scripts/" + scriptId + "/edit");
    page.locator("textarea[name=content]").fill(text);
    page.getByLabel("Change description").fill("Mine");
    page.getByLabel("Author").fill("Bob");
  }

  private Page without(boolean javaScript) {
    return visitor(1280, 900, ColorScheme.LIGHT, javaScript);
  }

  @Test
  void changesThatDoNotTouchAreMergedBySavingAndTheDraftIsGone() {
    Page page = visitor();
    write(page, "clean", STAIRS + VILLAGE + DAY);
    colleagueSaves("clean", RUNS + VILLAGE + ENDING);
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page).hasURL(Pattern.compile("selected=3"));
    assertThat(page.locator("#panel")).containsText("Merged with version 2 by Ann.");
    assertThat(saved("clean", 3)).isEqualTo(RUNS + VILLAGE + DAY);
    open(page, "/scripts/clean/edit");
    assertThat(page.locator(".draft")).hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatBothChangedIsAskedAboutAndSavedAsChosen(boolean javaScript) {
    String scriptId = javaScript ? "touch" : "touch-plain";
    Page page = without(javaScript);
    write(page, scriptId, FALLS + VILLAGE + DAY);
    colleagueSaves(scriptId, RUNS + VILLAGE + ENDING);
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page.locator("h1")).hasText("Merge your text with version 2");
    assertThat(page.locator("textarea[name=content]")).isHidden();
    assertThat(page.locator(".conflict")).hasCount(1);
    assertThat(page.locator(".three section").nth(0)).containsText("runs up");
    assertThat(page.locator(".three section").nth(1)).containsText("climbs");
    assertThat(page.locator(".three section").nth(2)).containsText("falls down");
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page.locator(".conflict .error")).hasText("Choose the text.");
    assertThat(latest(scriptId)).isEqualTo(2);
    choice(page, 1, "Write my own").check();
    page.locator(".conflict textarea").fill("The keeper runs up the stairs, and falls.");
    button(page, "Update preview").click();
    assertThat(page.locator("#outcome ins").first()).containsText("falls");
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page).hasURL(Pattern.compile("selected=3"));
    assertThat(page.locator("#panel")).containsText("Merged with version 2 by Ann.");
    assertThat(saved(scriptId, 3))
        .isEqualTo("The keeper runs up the stairs, and falls.\n\n" + VILLAGE + DAY);
  }

  @Test
  void whoLosesTheRaceTwiceLosesNothing() {
    Page page = visitor();
    write(page, "twice", FALLS + VILLAGE + DAY);
    colleagueSaves("twice", RUNS + VILLAGE + ENDING);
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    choice(page, 1, "Write my own").check();
    page.locator(".conflict textarea").fill("Nobody climbs anything.");
    assertThat(page.locator("#outcome ins").first()).containsText("Nobody");
    colleagueSaves("twice", RUNS + VILLAGE + "The lamp goes out at noon.\n");
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Version 3 was saved meanwhile, again");
    assertThat(page.locator(".conflict")).hasCount(2);
    assertThat(choice(page, 1, "Write my own")).isChecked();
    assertThat(page.locator(".conflict textarea").first()).hasValue("Nobody climbs anything.");
    choice(page, 2, "Use mine").check();
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page).hasURL(Pattern.compile("selected=4"));
    assertThat(page.locator("#panel")).containsText("Merged with versions 2 and 3 by Ann.");
    assertThat(saved("twice", 4)).isEqualTo("Nobody climbs anything.\n\n" + VILLAGE + DAY);
  }

  @Test
  void whoLeavesTheQuestionsFindsTextAndAnswersAgain() {
    Page page = visitor();
    write(page, "leave", FALLS + VILLAGE + DAY);
    colleagueSaves("leave", RUNS + VILLAGE + ENDING);
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    choice(page, 1, "Write my own").check();
    page.locator(".conflict textarea").fill("Nobody climbs.");
    page.getByText("Discard").click();
    open(page, "/scripts/leave/edit");
    assertThat(page.locator(".draft")).hasCount(1);
    button(page, "Restore draft").click();
    page.getByLabel("Author").fill("Bob");
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page.locator(".conflict textarea")).hasValue("Nobody climbs.");
    assertThat(choice(page, 1, "Write my own")).isChecked();
    button(page, "Back to my text").click();
    assertThat(page.locator("textarea[name=content]")).hasValue(FALLS + VILLAGE + DAY);
    assertThat(latest("leave")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 360})
  void thePageIsAccessibleAndNothingSticksOut(int width) {
    String scriptId = width == 360 ? "look-narrow" : "look";
    Page page = visitor(width, 800);
    write(page, scriptId, FALLS + VILLAGE + Prose.ENDLESS_WORD + "\n");
    colleagueSaves(scriptId, RUNS + VILLAGE + ENDING);
    page.getByText(Pattern.compile("^Save as v\\d+")).click();
    assertThat(page.locator(".conflict")).hasCount(1);
    Accessibility.checkInBothThemes(page, "what both changed");
  }
}
