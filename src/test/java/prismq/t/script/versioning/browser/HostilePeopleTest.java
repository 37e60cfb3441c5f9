package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.pages.Site;
import prismq.t.script.versioning.token.NewToken;
import prismq.t.script.versioning.token.TokenRight;
import prismq.t.script.versioning.token.Tokens;

/** What people call themselves, their tokens and their scripts is text on every page. */
class HostilePeopleTest extends BrowserTest {
  private static final String PASSWORD = "seven grey herons at noon";

  /** What may end the place that a text stands in. */
  private static final List<String> ENDS =
      List.of(
          "",
          "\"",
          "'",
          "\">",
          "'>",
          "-->",
          "]]>",
          "</title>",
          "</textarea>",
          "</select>",
          "</script>",
          "</style>",
          "</button>",
          "`",
          "${",
          "[[",
          "\\",
          "&quot;>",
          "%22%3E",
          "\u202E");

  /** What would run, or show up as more than text. */
  private static final List<String> WORK =
      List.of(
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<svg onload=alert(1)>",
          " autofocus onfocus=alert(1) x=",
          "<iframe srcdoc='<script>alert(1)</script>'>",
          "<a href=javascript:alert(1) id=hostile>x</a>",
          "<body onpageshow=alert(1)>",
          "<details open ontoggle=alert(1)>",
          "<meta http-equiv=refresh content='0;url=/nowhere'>",
          "<base href=//evil.example/>",
          "<form action=//evil.example id=hostile><button>x",
          "<style>*{display:none}</style>",
          "<div hx-get=/nowhere hx-trigger=load>",
          "{{7919*7919}}${7919*7919}[[${7919*7919}]]#{layout.product}",
          "<link rel=stylesheet href=/nowhere.css>");

  private static final List<String> TEXTS =
      ENDS.stream().flatMap(end -> WORK.stream().map(work -> end + work)).toList();

  private static final String LAST = TEXTS.get(TEXTS.size() - 1);

  @Override
  void fill(Site site) {
    site.script("bridge", "The bridge hums.\n");
    Clock clock = Clock.systemUTC();
    Accounts accounts = new Accounts(site.database(), new Links(site.database(), clock), clock);
    Account admin =
        accounts.add(new NewAccount("Script admin", "admin@example.org", PASSWORD), Role.ADMIN);
    Account writer =
        accounts.add(new NewAccount("Script writer", "writer@example.org", PASSWORD), Role.EDITOR);
    Tokens tokens = new Tokens(site.database(), accounts, clock);
    for (int i = 0; i < TEXTS.size(); i++) {
      String text = TEXTS.get(i);
      rename(accounts, writer, text);
      tokens.make(admin, new NewToken(text, TokenRight.READ, List.of(), List.of(), null));
      site.versions().createScript("hostile-" + i, text);
    }
    rename(accounts, admin, "admin " + LAST);
  }

  private static void rename(Accounts accounts, Account account, String name) {
    accounts.change(
        account.id(),
        before ->
            new Account(
                before.id(),
                Account.checkedName(name),
                before.email(),
                before.timeZone(),
                before.language(),
                before.role(),
                false));
  }

  private static void isText(Page page, String path) {
    assertThat(page.locator("body")).not().containsText("62710561");
    assertThat(
            page.locator(
                "img[src=x], svg[onload], #hostile, iframe, details[ontoggle], [hx-get='/nowhere'],"
                    + " base, meta[http-equiv], main style, [onfocus]"))
        .hasCount(0);
    assertThat(page.url()).as(path).doesNotContain("nowhere", "evil");
  }

  @Test
  void nothingThatPeopleCallSomethingRuns() {
    assertThat(TEXTS).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
    Page page = visitor(1366, 900);
    page.navigate("/sign-in");
    page.getByLabel(Pattern.compile("^E-mail")).fill("admin@example.org");
    page.getByLabel(Pattern.compile("^Password")).fill(PASSWORD);
    page.locator("button.primary").click();
    assertThat(page.locator(".person .name")).hasText("admin " + LAST);
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/people",
                "/people/tokens",
                "/account",
                "/account/tokens",
                "/scripts/bridge",
                "/scripts/bridge/people",
                "/scripts/bridge/edit",
                "/scripts/bridge/labels",
                "/scripts/bridge/report",
                "/search?q=script%3Ahostile-1",
                "/search?q=alert",
                "/new",
                "/import",
                "/help"));
    for (int i = 0; i < TEXTS.size(); i += 7) {
      paths.add("/scripts/hostile-" + i);
    }
    for (String path : paths) {
      open(page, path);
      isText(page, path);
    }
    isTextOnEveryPage(page, "/", 10);
    isTextOnEveryPage(page, "/audit", 30);
  }

  /** Follows the link to more, which is the last one in what the page lists. */
  private static void isTextOnEveryPage(Page page, String path, int most) {
    open(page, path);
    for (int i = 0; i < most; i++) {
      isText(page, path);
      Locator more = page.locator("a[rel=next]");
      if (more.count() == 0) {
        return;
      }
      more.first().click();
    }
  }
}
