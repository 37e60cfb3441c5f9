package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import prismq.t.script.versioning.pages.Site;

/** A team from the first account on; each test goes on from the one before. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeopleJourneyTest extends BrowserTest {
  private static final String PASSWORD = "seven grey herons at noon";

  private static final Pattern NAME = Pattern.compile("^Name");
  private static final Pattern EMAIL = Pattern.compile("^E-mail");
  private static final Pattern PASSWORD_FIELD = Pattern.compile("^Password");

  private String invitation = "";

  @Override
  void fill(Site site) {
    site.script("bridge", "The bridge hums.\n", "The old bridge hums.\n");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static void fill(Page page, String name, String email, String password) {
    page.getByLabel(NAME).fill(name);
    page.getByLabel(EMAIL).fill(email);
    page.getByLabel(PASSWORD_FIELD).fill(password);
    button(page, "Make account").click();
  }

  private static void signIn(Page page, String email) {
    page.getByLabel(EMAIL).fill(email);
    page.getByLabel(PASSWORD_FIELD).fill(PASSWORD);
    button(page, "Sign in").click();
  }

  private static void isWithinTheScreen(Page page) {
    assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth")).isZero();
  }

  @Test
  @Order(1)
  void theFirstAccountIsMadeFromAnyPageAndInvitesAnother() {
    Page page = visitor(1366, 800);
    open(page, "/scripts/bridge");
    assertThat(page.locator(".top")).containsText("Only on this computer");
    page.getByText("Add people…").click();
    isAccessibleInBothThemes(page, "the form for the first account");
    page.getByLabel(NAME).fill("Script admin");
    page.getByLabel(EMAIL).fill("admin@example.org");
    page.getByLabel(PASSWORD_FIELD).fill("passwordpassword");
    button(page, "Make account").click();
    assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("This password is easy to guess");
    assertThat(page.getByLabel(NAME)).hasValue("Script admin");
    isAccessibleInBothThemes(page, "its errors");
    page.getByLabel(PASSWORD_FIELD).fill(PASSWORD);
    button(page, "Make account").click();
    assertThat(page).hasURL(Pattern.compile("/people$"));
    assertThat(page.locator(".top .person .name")).hasText("Script admin");
    isAccessibleInBothThemes(page, "the page of people");
    button(page, "Make an invitation link").click();
    Locator link = page.getByLabel("Link", new Page.GetByLabelOptions().setExact(true)).last();
    assertThat(link).hasValue(Pattern.compile("/invitations/"));
    invitation = link.inputValue();
    isAccessibleInBothThemes(page, "the page of people with a link");
  }

  @Test
  @Order(2)
  void whoIsInvitedWritesUnderTheirNameAndSignsOut() {
    Page page = visitor();
    page.navigate(invitation);
    assertThat(page.locator("main")).containsText("You were invited as editor");
    fill(page, "Script writer", "writer@example.org", PASSWORD);
    assertThat(page).hasURL(Pattern.compile("/$"));
    open(page, "/scripts/bridge/edit");
    assertThat(page.getByLabel("Author")).hasCount(0);
    page.getByLabel("Change description").fill("Signed");
    page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Text"))
        .fill("The bridge sings.\n");
    page.locator("button.primary").click();
    assertThat(page).hasURL(Pattern.compile("selected=3"));
    assertThat(page.locator("#panel .facts")).containsText("Script writer");
    page.locator(".person summary").click();
    isAccessibleInBothThemes(page, "the menu of a person");
    button(page, "Sign out").click();
    assertThat(page).hasURL(Pattern.compile("/sign-in$"));
    assertThat(site().versions().version("bridge", 3).author().name()).isEqualTo("Script writer");
  }

  @Test
  @Order(3)
  void whoIsNotSignedInSignsInAndGoesOnWhereTheyWanted() {
    Page page = visitor(360, 780, ColorScheme.DARK, false);
    page.navigate("/scripts/bridge/versions/2");
    assertThat(page).hasURL(Pattern.compile("/sign-in\\?next="));
    isWithinTheScreen(page);
    page.getByLabel(EMAIL).fill("writer@example.org");
    page.getByLabel(PASSWORD_FIELD).fill("not the password");
    button(page, "Sign in").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("is wrong");
    signIn(page, "writer@example.org");
    assertThat(page).hasURL(Pattern.compile("/scripts/bridge/versions/2$"));
    isWithinTheScreen(page);
  }

  @Test
  @Order(4)
  void thePagesOfPeopleFitEveryScreen() {
    Page page = visitor(1920, 1000);
    page.navigate("/sign-in?next=/people");
    isAccessibleInBothThemes(page, "the page to sign in");
    signIn(page, "admin@example.org");
    assertThat(page).hasURL(Pattern.compile("/people$"));
    for (String path :
        List.of(
            "/people",
            "/people/names",
            "/account",
            "/account/tokens",
            "/people/tokens",
            "/scripts/bridge")) {
      for (int width : new int[] {360, 560, 768, 1024, 1366, 1920}) {
        page.setViewportSize(width, 800);
        open(page, path);
        isWithinTheScreen(page);
      }
    }
    open(page, "/people/names");
    isAccessibleInBothThemes(page, "the page of names");
    open(page, "/account");
    isAccessibleInBothThemes(page, "the page of an account");
    page.setViewportSize(360, 800);
    isAccessibleInBothThemes(page, "the page of an account on a phone");
  }

  @Test
  @Order(5)
  void aTokenIsMadeCopiedOnceAndRevoked() {
    Page page = visitor(1366, 800);
    page.navigate("/sign-in");
    signIn(page, "writer@example.org");
    page.locator(".person summary").click();
    page.getByText("API tokens").click();
    isAccessibleInBothThemes(page, "the page of tokens");
    page.getByLabel(NAME).fill("Pipeline");
    button(page, "Make token").click();
    Locator made = page.locator(".made input");
    assertThat(made).hasValue(Pattern.compile("^sv_[A-Za-z0-9_-]{43}$"));
    assertThat(made).isFocused();
    isAccessibleInBothThemes(page, "the page with a token just made");
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    button(page, "Copy token").click();
    assertThat(button(page, "Token copied")).isVisible();
    assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(made.inputValue());
    page.setViewportSize(360, 800);
    isWithinTheScreen(page);
    page.navigate("/account/tokens");
    assertThat(made).hasCount(0);
    assertThat(page.locator(".rows")).containsText("Pipeline");
    button(page, "Revoke the token Pipeline").click();
    assertThat(page.locator("main")).containsText("No tokens yet");
  }

  @Test
  @Order(5)
  void anAdminKeepsAScriptToSomePeople() {
    Page page = visitor(1366, 800);
    page.navigate("/sign-in?next=/scripts/bridge");
    signIn(page, "admin@example.org");
    page.locator(".bar .menu summary[aria-label]").click();
    page.getByText("People on this script").click();
    isAccessibleInBothThemes(page, "the page of people on a script");
    page.locator("#field-account").selectOption("Script writer (editor)");
    page.locator("#field-right").selectOption("read");
    button(page, "Add").click();
    assertThat(page.locator("main")).containsText("Named here: reads it");
    button(page, "Restrict to people named here").click();
    assertThat(page.locator("main")).containsText("Only these people may read it");
    isAccessibleInBothThemes(page, "the page of people on a restricted script");
    page.setViewportSize(360, 800);
    isWithinTheScreen(page);
    open(page, "/scripts/bridge");
    assertThat(page.locator(".only-for")).hasText("Only for 1 person");
    isWithinTheScreen(page);
    open(page, "/");
    assertThat(page.locator(".only-for")).hasText("Only for 1 person");
    isAccessibleInBothThemes(page, "the list with a restricted script");
    isWithinTheScreen(page);
  }
}
