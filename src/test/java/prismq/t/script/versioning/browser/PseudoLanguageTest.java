package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.LinkPurpose;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.draft.DraftFields;
import prismq.t.script.versioning.draft.DraftKeys;
import prismq.t.script.versioning.draft.DraftPlace;
import prismq.t.script.versioning.draft.Drafts;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.RollbackHandler;
import prismq.t.script.versioning.history.RollbackHandler.Rollback;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.language.PseudoLanguage;
import prismq.t.script.versioning.pages.Site;
import prismq.t.script.versioning.person.Owner;
import prismq.t.script.versioning.person.People;
import prismq.t.script.versioning.person.SavedName;
import prismq.t.script.versioning.token.NewToken;
import prismq.t.script.versioning.token.TokenRight;
import prismq.t.script.versioning.token.Tokens;

/**
 * Pages in a language that nothing is written in: all words on them must come from the messages,
 * and must have the room that a longer language needs. All data is Cyrillic, and ids have one Latin
 * letter, so two Latin letters in a row are English left in a template, in code, in a script or in
 * a style sheet.
 *
 * <p>A page is added by its address among {@link #PAGES}; one that needs a form sent or a button
 * pressed by a test of its own that ends in {@link #isAllInTheLanguage}. What is the same in every
 * language goes into {@link #SAME_EVERYWHERE}, as the whole word.
 */
class PseudoLanguageTest extends BrowserTest {
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");

  /**
   * The first branch, units, encodings, formats, a field of searches; months are written by the
   * Java library.
   */
  private static final Set<String> SAME_EVERYWHERE =
      Set.of(
          "main",
          "UTC",
          "kB",
          "MB",
          "GB",
          "HTML",
          "PDF",
          "CSV",
          "JSON",
          "Markdown",
          "author",
          "UTF",
          "Chrome",
          "Linux",
          "API",
          "Jan",
          "Feb",
          "Mar",
          "Apr",
          "May",
          "Jun",
          "Jul",
          "Aug",
          "Sep",
          "Oct",
          "Nov",
          "Dec",
          "January",
          "February",
          "March",
          "April",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  /**
   * What diff2html draws above lines and never shows, the topics of the help, languages by their
   * own names, and commands.
   */
  private static final String NOT_OF_THE_LANGUAGE =
      ".d2h-file-header, [lang='en'], option[lang], .command";

  private static final String PASSWORD = "семь серых цапель в полдень";

  private static final int[] WIDTHS = {360, 1366};

  private static final Author ANNA = Author.named("Анна Петрова");
  private static final Author BORIS = Author.named("Борис");
  private static final String FIRST =
      "Мост гудит ночью.\n\nНикто в деревне не знает почему.\n\nСмотритель молчит.\n";
  private static final String SECOND =
      "Мост гудит и днём.\n\nНикто в деревне не знает почему.\n\nСмотритель говорит.\n";

  private static final List<String> PAGES =
      List.of(
          "/",
          "/?q=%D0%9C",
          "/?q=%D1%8F%D1%8F",
          "/?page=9",
          "/scripts/e",
          "/scripts/s",
          "/scripts/s?selected=1",
          "/scripts/s?compare_from=2",
          "/scripts/s?compare_from=2&selected=5",
          "/scripts/s?q=%D0%BC%D0%BE%D1%81%D1%82",
          "/scripts/s?q=%D1%8F%D1%8F%D1%8F",
          "/scripts/s?passage=%D0%BC%D0%BE%D1%81%D1%82",
          "/scripts/s?saved=5",
          "/scripts/m",
          "/scripts/m?before=20",
          "/scripts/s/versions/1",
          "/scripts/s/versions/5",
          "/scripts/s/versions/6",
          "/scripts/s/versions/5/annotate",
          "/scripts/s/versions/5/annotate?color=author",
          "/scripts/s/versions/5/annotate?color=source",
          "/scripts/m/versions/60/annotate",
          "/scripts/s/versions/6/annotate",
          "/scripts/e/labels",
          "/scripts/m/labels",
          "/scripts/s/labels",
          "/scripts/e/statistics",
          "/scripts/s/statistics",
          "/scripts/s/statistics/settings",
          "/scripts/s/labels?removed=%D0%AF&version=2",
          "/scripts/s/board",
          "/scripts/s/board?branch=main&branch=n-1",
          "/scripts/s/phrase-history",
          "/scripts/s/phrase-history?q=%D0%BC%D0%BE%D0%BB%D1%87%D0%B8%D1%82",
          "/scripts/s/phrase-history?q=%D0%9C%D0%BE%D1%81%D1%82",
          "/scripts/s/phrase-history?q=%D0%BC%D0%BE%D1%81%D1%82",
          "/scripts/s/phrase-history?q=%D1%8F%D1%8F&fold=true",
          "/scripts/m/phrase-history?q=59+%D1%80%D0%B0%D0%B7&order=newest",
          "/scripts/s/compare/1...2",
          "/scripts/s/compare/1...2?view=side-by-side",
          "/scripts/s/compare/1...2?view=unified&hunks=show&context=0",
          "/scripts/s/compare/2...1",
          "/scripts/s/compare/2...2",
          "/scripts/s/compare/1...6",
          "/scripts/m/compare/30...60",
          "/scripts/c/compare/1...5",
          "/scripts/c/compare/1...5?view=unified",
          "/scripts/c/compare/1...5?case=ignore",
          "/scripts/s/rollback?to=1",
          "/scripts/s/rollback?to=2",
          "/scripts/s/merge",
          "/scripts/s/merge?from=n-1&into=main",
          "/scripts/c/merge?from=n-1&into=main",
          "/scripts/s/pick",
          "/scripts/s/pick?version=3&into=main",
          "/scripts/s/restore?to=2",
          "/scripts/s/restore?from=1&to=4",
          "/scripts/c/restore?to=2",
          "/new",
          "/scripts/e/branches",
          "/scripts/s/branches",
          "/scripts/m/branches",
          "/scripts/s/compare/1...2?view=unified",
          "/scripts/s/compare/3...6",
          "/scripts/m/compare/1...60",
          "/scripts/e/edit",
          "/scripts/s/edit",
          "/scripts/s/edit?from=1",
          "/search",
          "/search?q=%D0%BC%D0%BE%D1%81%D1%82",
          "/search?q=%D0%BC%D0%BE%D1%81%D1%82+%D0%B2%D0%B5%D1%87%D0%B5%D1%80",
          "/search?q=%D1%8F%D1%8F%D1%8F",
          "/search?q=author:%D1%8F",
          "/import",
          "/import/1",
          "/audit",
          "/audit?person=%D1%8F",
          "/people/groups",
          "/people/names",
          "/people/names?show=untied&q=%D1%8F%D1%8F",
          "/people/names?show=tied",
          "/projects",
          "/help?q=%D1%8F%D1%8F",
          "/scripts/e/report",
          "/scripts/s/report?changes=true&texts=true&review=true",
          "/scripts/x",
          "/scripts/s/versions/99",
          "/scripts/s/compare/1...99",
          "/x");

  @Override
  void fill(Site site) {
    PseudoLanguage.offer();
    site.versions().createScript("e", "Пусто");
    site.versions().createScript("s", "Мост, который гудит");
    save("s", "main", FIRST, ANNA, "Первый набросок");
    save("s", "main", SECOND, BORIS, "");
    site.branches().create("s", "n-1", 2, "А если он поёт?");
    save("s", "n-1", SECOND + "\nКонец.\n", ANNA, "Другой конец");
    save("s", "main", FIRST, ANNA, "Смотритель снова молчит");
    new RollbackHandler(site.versions())
        .rollback(new Rollback("s", 2, "main", BORIS, "Как было", null));
    site.versions().labelManager().give("s", "Прочитано вслух", 2);
    save("s", "n-1", "", BORIS, "");
    site.versions().createScript("c", "Спор");
    save("c", "main", FIRST, ANNA, "");
    save("c", "main", FIRST.replace("Мост", "Старый мост"), BORIS, "Старый");
    site.branches().create("c", "n-1", 1, "");
    save("c", "n-1", FIRST.replace("Мост", "Новый мост"), ANNA, "Новый");
    save("c", "main", FIRST.replace("Мост", "Каменный мост"), ANNA, "Каменный");
    String moved = "Никто в деревне не знает почему.";
    save("c", "main", moved + "\n\nМост ГУДИТ ночью.\n\nСмотритель молчит.", BORIS, "Иначе");
    site.versions().createScript("v", "Вера");
    for (String name : List.of("Вера П.", "Вера", "ГЛЕБ", "Глеб")) {
      save("v", "main", name, Author.named(name), "");
    }
    tieNames(site);
    site.versions().createScript("m", "Много версий");
    for (int i = 0; i < 60; i++) {
      save("m", "main", (i + " раз ").repeat(i + 1) + "\n", i % 9 == 0 ? ANNA : BORIS, "Набросок");
    }
  }

  private static void tieNames(Site site) {
    Database database = site.database();
    Accounts accounts =
        new Accounts(database, new Links(database, Clock.systemUTC()), Clock.systemUTC());
    People people = new People(database, accounts, AuditLog.of(database));
    // The log keeps what was done in the language of who did it.
    Messages.speak(Language.of(PseudoLanguage.TAG).orElseThrow());
    people.tie(
        people.names().stream()
            .filter(name -> name.name().startsWith("Вера"))
            .map(SavedName::author)
            .toList(),
        new Owner.OfNames("Вера"));
    Messages.speak(Language.ENGLISH);
  }

  private void save(String scriptId, String branch, String text, Author author, String why) {
    NewVersion.Builder version =
        NewVersion.builder(scriptId, ScriptText.of(text), author, why).branch(branch);
    if (author.equals(BORIS)) {
      version.metadata(
          Metadata.of(Map.of("source", "ai", "model", "м-1", "review_score", 71.5, "notes", "Да")));
    }
    site().versions().save(version.build());
  }

  /** By one visitor, because a browser that knows nothing yet takes most of the time. */
  @Test
  void everyPageIsAllInTheLanguage() {
    Page page = visitorFrom(PseudoLanguage.TAG);
    assertAll(PAGES.stream().map(path -> () -> isAllInTheLanguage(page, path)));
  }

  private static void isAllInTheLanguage(Page page, String path) {
    page.navigate(path);
    isAllInTheLanguage(page);
  }

  @Test
  void whatIsUndoneIsSaidInTheLanguage() {
    Page page = visitorFrom(PseudoLanguage.TAG);
    page.navigate("/scripts/c/compare/1...2");
    page.navigate(page.locator("a.restore").first().getAttribute("href"));
    isAllInTheLanguage(page);
  }

  @Test
  void whatOthersSavedMeanwhileIsAskedAboutInTheLanguage() {
    site().versions().createScript("r", "Спешка");
    save("r", "main", FIRST, ANNA, "");
    Page page = visitorFrom(PseudoLanguage.TAG);
    page.navigate("/scripts/r/edit");
    page.locator("textarea[name=content]").fill(FIRST.replace("Мост", "Мокрый мост"));
    page.locator("#field-author").fill("Вера");
    save("r", "main", FIRST.replace("Мост", "Сухой мост"), BORIS, "");
    page.locator("button.primary").click();
    page.locator(".conflict").waitFor();
    isAllInTheLanguage(page);
    page.locator("button.primary").click();
    page.locator(".conflict .error").waitFor();
    isAllInTheLanguage(page);
  }

  @Test
  void whatScriptsShowIsInTheLanguage() {
    Page page = visitorFrom(PseudoLanguage.TAG);
    open(page, "/scripts/s/versions/1?view=source");
    page.evaluate("() => getSelection().selectAllChildren(document.querySelector('pre.text'))");
    assertThat(page.locator(".passage-links a")).isVisible();
    isAllInTheLanguage(page);
    open(page, "/scripts/s/versions/5/annotate");
    page.locator(".run").first().focus();
    assertThat(page.locator(".origin-card")).isVisible();
    isAllInTheLanguage(page);
    page.setViewportSize(800, 800);
    page.navigate("/scripts/s/compare/1...2?view=side-by-side");
    assertThat(page.locator(".gave-way")).isVisible();
    assertThat(english(page)).isEmpty();
  }

  @Test
  void writingIsAllInTheLanguage() {
    Page page = visitorFrom(PseudoLanguage.TAG);
    open(page, "/scripts/s/edit");
    page.locator("[data-find]").click();
    page.locator(".cm-search").waitFor();
    isAllInTheLanguage(page);
    page.locator(".cm-content").fill("# Мост\n\nОн гудит.");
    assertThat(page.locator("[data-outline]")).isVisible();
    assertThat(page.locator("[data-draft-state]")).not().isEmpty();
    assertThat(page.locator(".go-to").first()).isAttached();
    isAllInTheLanguage(page);
    Page other = page.context().newPage();
    other.navigate("/scripts/s/edit");
    assertThat(other.locator(".draft")).isVisible();
    isAllInTheLanguage(other);
    other.locator("[data-see]").click();
    assertThat(other.locator("#preview-said")).not().isEmpty();
    isAllInTheLanguage(other);
    other.locator("[data-throw]").click();
    isAllInTheLanguage(other);
    page.locator("button.primary").click();
    assertThat(page.locator(".problems")).isVisible();
    isAllInTheLanguage(page);
  }

  /** On a site of its own, because everybody has to sign in from the first account on. */
  @Test
  void thePagesOfPeopleAreAllInTheLanguage(@TempDir Path folder) {
    try (Site people = Site.open(folder)) {
      people.versions().createScript("s", "Мост");
      people
          .versions()
          .save(NewVersion.builder("s", ScriptText.of(FIRST), ANNA, "Набросок").build());
      Page page = visitorFrom(PseudoLanguage.TAG);
      page.navigate(people.url("/set-up"));
      isAllInTheLanguage(page);
      Clock clock = Clock.systemUTC();
      Links links = new Links(people.database(), clock);
      page.navigate(people.url(LinkPurpose.SET_UP.path(links.setUp())));
      isAllInTheLanguage(page);
      Accounts accounts = new Accounts(people.database(), links, clock);
      Account anna = accounts.addFirst(new NewAccount("Анна", "a@b.c", PASSWORD));
      Account vera = accounts.add(new NewAccount("Вера", "v@b.c", PASSWORD), Role.EDITOR);
      accounts.change(vera.id(), account -> account.disabled(true));
      Tokens tokens = new Tokens(people.database(), accounts, clock);
      for (TokenRight right : TokenRight.values()) {
        tokens.make(anna, new NewToken("Труба", right, List.of("s"), List.of(), 3));
      }
      Drafts drafts = new Drafts(people.database(), clock);
      DraftFields typed = new DraftFields("Море", "", "Мост молчит.\n", "", 1, 1, null);
      drafts.keep(new DraftPlace(anna.id(), "s", 1), DraftKeys.of("a"), 1, typed);
      drafts.keep(DraftPlace.ofNewScript(anna.id()), DraftKeys.of("a"), 1, typed);
      page.navigate(people.url("/sign-in"));
      isAllInTheLanguage(page);
      page.locator("[name=email]").fill("a@b.c");
      page.locator("[name=password]").fill(PASSWORD);
      page.locator("button.primary").click();
      for (String path :
          List.of(
              "/account",
              "/account?done=password",
              "/account/drafts",
              "/for-you",
              "/notifications",
              "/notifications/webhooks",
              "/scripts/s/watch",
              "/account/drafts/1",
              "/account/drafts/9",
              "/scripts/s/edit",
              "/new",
              "/account/tokens",
              "/people/tokens")) {
        page.navigate(people.url(path));
        isAllInTheLanguage(page);
      }
      page.locator("main a").first().click();
      page.locator("[name=name]").fill("Новая");
      page.locator("button.primary").click();
      assertThat(page.locator(".made")).isVisible();
      isAllInTheLanguage(page);
      page.navigate(people.url("/scripts/s/versions/1/suggestions?first_line=1"));
      isAllInTheLanguage(page);
      page.locator("[name=replacement]").fill("Новая");
      page.locator(".new-suggestion button:not([formmethod])").click();
      assertThat(page.locator(".suggestion")).isVisible();
      isAllInTheLanguage(page);
      page.locator(".decide button.primary").click();
      assertThat(page.locator(".notice[role=alert]")).isVisible();
      isAllInTheLanguage(page);
      page.navigate(people.url("/scripts/s/reviews"));
      isAllInTheLanguage(page);
      page.navigate(people.url("/scripts/s/versions/1/reviews"));
      isAllInTheLanguage(page);
      page.locator("button.primary").click();
      assertThat(page.locator(".problems")).isVisible();
      isAllInTheLanguage(page);
      page.locator("[name=person]").first().check();
      page.locator("[name=deadline]").fill("2099-01-31");
      page.locator("button.primary").click();
      page.locator(".verdict [name=verdict]").nth(2).check();
      isAllInTheLanguage(page);
      page.locator("button.primary").click();
      for (String path : List.of("/scripts/s/versions/1", "/scripts/s", "/scripts/s/reviews")) {
        page.navigate(people.url(path));
        assertThat(page.locator(".label.verdict").first()).isVisible();
        isAllInTheLanguage(page);
      }
      people.versions().labelManager().give("s", "Готово", 1);
      for (String path :
          List.of("reviews/1", "review-report", "labels/rules", "labels/record?name=Готово")) {
        page.navigate(people.url("/scripts/s/" + path));
        isAllInTheLanguage(page);
      }
      page.locator("button.primary").click();
      page.navigate(people.url("/scripts/s/labels/rules"));
      page.locator("[name=name]").last().fill("Готово");
      page.locator("[name=approvals]").fill("2");
      page.locator("button.primary").click();
      assertThat(page.locator(".rows .facts")).isVisible();
      for (String path :
          List.of(
              "/scripts/s/labels/log",
              "/scripts/s/labels",
              "/scripts/s/revisions",
              "/people/technical")) {
        page.navigate(people.url(path));
        isAllInTheLanguage(page);
      }
      page.navigate(people.url("/people"));
      isAllInTheLanguage(page);
      page.locator("button.primary").click();
      assertThat(page.locator(".made")).isVisible();
      isAllInTheLanguage(page);
      page.navigate(people.url(LinkPurpose.INVITATION.path(links.invite(Role.VIEWER))));
      isAllInTheLanguage(page);
      page.navigate(people.url(LinkPurpose.RESET.path(links.reset(anna))));
      isAllInTheLanguage(page);
      page.context().clearCookies();
      page.navigate(people.url("/account"));
      isAllInTheLanguage(page);
    }
  }

  @Test
  void thePagesOfShareLinksAreAllInTheLanguage(@TempDir Path folder) {
    try (Site shared = Site.open(folder)) {
      shared.versions().createScript("s", "Мост");
      for (String text : List.of(FIRST, SECOND)) {
        shared
            .versions()
            .save(NewVersion.builder("s", ScriptText.of(text), ANNA, "Набросок").build());
      }
      Clock clock = Clock.systemUTC();
      Accounts accounts =
          new Accounts(shared.database(), new Links(shared.database(), clock), clock);
      accounts.addFirst(new NewAccount("Анна", "a@b.c", PASSWORD));
      Page page = visitorFrom(PseudoLanguage.TAG);
      page.navigate(shared.url("/sign-in"));
      page.locator("[name=email]").fill("a@b.c");
      page.locator("[name=password]").fill(PASSWORD);
      page.locator("button.primary").click();
      for (String path : List.of("/account/links", "/people/links", "/scripts/s/share-links")) {
        page.navigate(shared.url(path));
        isAllInTheLanguage(page);
      }
      page.navigate(shared.url("/scripts/s/share?version=2"));
      page.locator("details.more-terms").evaluate("(details) => (details.open = true)");
      isAllInTheLanguage(page);
      page.locator("[name=note]").fill("Для Веры");
      page.locator("[name=end_date]").evaluate("(day) => (day.value = '2020-01-01')");
      page.locator("main form").last().evaluate("(form) => (form.noValidate = true)");
      page.locator("[name=ends][value=date]").check();
      page.locator("main button.primary").click();
      assertThat(page.locator(".problems")).isVisible();
      isAllInTheLanguage(page);
      page.locator("[name=ends][value='30']").check();
      page.locator("[name=comments]").check();
      page.locator("main button.primary").click();
      assertThat(page.locator(".made")).isVisible();
      isAllInTheLanguage(page);
      String url = page.locator("#made").inputValue();
      page.navigate(shared.url(url.substring(url.indexOf("/s/"))));
      isAllInTheLanguage(page);
      page.locator("button.primary").click();
      page.waitForURL("**/shared/**");
      isAllInTheLanguage(page);
      for (String path : List.of("/account/links", "/people/links", "/scripts/s/share-links")) {
        page.navigate(shared.url(path));
        isAllInTheLanguage(page);
      }
      page.locator(".rows a").first().click();
      page.locator("details.more-terms").evaluate("(details) => (details.open = true)");
      isAllInTheLanguage(page);
      page.locator("main button.primary").click();
      assertThat(page.locator(".notice.good")).isVisible();
      isAllInTheLanguage(page);
      page.locator("main form[action$=revoke] button").click();
      assertThat(page.locator("main form")).hasCount(0);
      isAllInTheLanguage(page);
    }
  }

  /** Fails where words of the page are English still, or have too little room. */
  private static void isAllInTheLanguage(Page page) {
    isInTheLanguage(page);
    for (int width : WIDTHS) {
      page.setViewportSize(width, 800);
      page.waitForFunction("(width) => innerWidth === width", width);
      hasRoom(page);
    }
  }

  private static void isInTheLanguage(Page page) {
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(PseudoLanguage.TAG);
    assertThat(english(page)).as("English on " + page.url()).isEmpty();
  }

  private static void hasRoom(Page page) {
    page.waitForFunction("() => document.fonts.status === 'loaded'");
    assertThat(Words.beyond(page)).as("what stands out of " + page.url()).isEmpty();
    assertThat(Words.cut(page, PseudoLanguage.ACCENTED))
        .as("words cut off at %d pixels on %s", page.viewportSize().width, page.url())
        .isEmpty();
  }

  private static List<String> english(Page page) {
    List<String> english = new ArrayList<>();
    for (String said : Words.of(page, NOT_OF_THE_LANGUAGE)) {
      String text = said.substring(said.indexOf(": ") + 2);
      if (LATIN
          .matcher(text)
          .results()
          .map(MatchResult::group)
          .anyMatch(word -> !SAME_EVERYWHERE.contains(word))) {
        english.add(said);
      }
    }
    return english;
  }
}
