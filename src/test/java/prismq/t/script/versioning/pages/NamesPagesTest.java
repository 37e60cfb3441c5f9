package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;

/** The page on which admins say whose names are, and what all other pages show then. */
class NamesPagesTest {
  private static final String TEXT = "The keeper climbs the stairs.\n\nThe lamp is lit.\n";

  private Site site;
  private Team team;
  private Visitor admin;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    team = Team.on(site);
    admin = team.signedIn(Role.ADMIN);
    site.versions().createScript("film", "Film");
    save("ann", TEXT);
    save("A. Lee", TEXT.replace("lit", "dark") + "\nNight.\n");
    save("Ben", TEXT.replace("lit", "out") + "\nNight falls.\n");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void save(String author, String text) {
    save(new Author(author, ""), text);
  }

  private void save(Author author, String text) {
    site.versions()
        .save(NewVersion.builder("film", ScriptText.of(text), author, "Why it changed").build());
  }

  /** The number of a name, as a box or a button of the page has it. */
  private String number(String name) {
    String html = admin.get("/people/names?q=" + encoded(name)).html();
    Matcher row =
        Pattern.compile("<li>(?:(?!</li>).)*?<bdi>" + Pattern.quote(name) + "</bdi>.*?</li>", 32)
            .matcher(html.substring(html.indexOf("id=\"field-author\"")));
    assertThat(row.find()).as(name).isTrue();
    Matcher value =
        Pattern.compile("name=\"(?:author|untie)\"[^>]*?value=\"(\\d+)\"", 32).matcher(row.group());
    assertThat(value.find()).as(row.group()).isTrue();
    return value.group(1);
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String accountOf(Role role) {
    return "account-" + team.accounts().find(role.word() + "@example.org").orElseThrow().id();
  }

  private Answer tie(String owner, String shown, String... names) {
    Form form = new Form().with("owner", owner).with("shown", shown);
    for (String name : names) {
      form.with("author", number(name));
    }
    return admin.post("/people/names/tie", form);
  }

  @Test
  void namesAreListedWithTheirVersionsAndFilteredAndAPageHasAHundred() {
    for (int i = 0; i < 220; i++) {
      save(new Author("Writer " + i, "w" + i + "@example.org"), TEXT + i + "\n");
    }
    String html = admin.get("/people/names").html();
    assertThat(html).contains("ann", "1 version in 1 script", "Next page");
    assertThat(html.split("type=\"checkbox\"", -1)).hasSize(101);
    assertThat(admin.get("/people/names?page=3").html())
        .contains("Previous page")
        .doesNotContain("Next page");
    assertThat(admin.get("/people/names?page=999").html()).contains("Writer");
    assertThat(admin.get("/people/names?q=W7%40example").html())
        .contains("Writer 7<")
        .doesNotContain("Writer 8<");
    assertThat(admin.get("/people/names?q=nobody").html()).contains("No results");
    assertThat(admin.get("/people/names?show=tied").html()).contains("No results");
    assertThat(admin.get("/people").html()).contains("href=\"/people/names\"");
  }

  @Test
  void everyPageShowsThePersonAndNotTheNames() {
    List<String> pages =
        List.of(
            "/",
            "/scripts/film",
            "/scripts/film?author=The+admin",
            "/scripts/film?author=ann",
            "/scripts/film/versions/1",
            "/scripts/film/versions/2/annotate?color=author",
            "/scripts/film/versions/2/annotate.txt",
            "/scripts/film/compare/1...2",
            "/scripts/film/compare/1...2.txt",
            "/scripts/film/phrase-history?q=dark",
            "/scripts/film/board",
            "/scripts/film/branches",
            "/scripts/film/labels",
            "/scripts/film/report",
            "/api/v1/scripts/film/report?format=md",
            "/scripts/film/feed.atom",
            "/feed.atom",
            "/search?q=author:%22A.+Lee%22",
            "/search?q=dark");
    admin.post("/scripts/film/labels", new Form().with("name", "Sent").with("version", "2"));
    site.branches().create("film", "dark", 2);
    pages.forEach(path -> admin.get(path));
    assertThat(tie(accountOf(Role.ADMIN), "", "ann", "A. Lee").status()).isEqualTo(303);
    for (String path : pages) {
      String text = admin.get(path).text();
      if (!path.equals("/")) {
        assertThat(text).as(path).contains("The admin");
      }
      assertThat(text.replace("saved under the name “ann”", ""))
          .as(path)
          .doesNotContain(">ann<", "A. Lee</bdi>", ">A. Lee<", "by A. Lee", "by ann");
    }
    assertThat(admin.get("/scripts/film/versions/1").html()).contains("saved under the name “ann”");
    String options = admin.get("/scripts/film").html();
    assertThat(options.split(">The admin</option>", -1)).hasSize(2);
    assertThat(admin.get("/scripts/film?author=ann").html())
        .containsPattern("<option[^>]*selected[^>]*>The admin</option>");
  }

  @Test
  void authorshipHasOneColourAndOneShareForOnePerson() {
    tie(accountOf(Role.ADMIN), "", "ann", "A. Lee");
    String json = admin.get("/api/v1/scripts/film/versions/2/annotations").text();
    assertThat(json).contains("{\"author\":\"The admin\",\"words\":10,\"share\":100.0}");
  }

  @Test
  void jsonHasTheNameAsSavedAndThePerson() {
    tie(accountOf(Role.ADMIN), "", "ann");
    long account = team.accounts().find("admin@example.org").orElseThrow().id();
    assertThat(admin.get("/api/v1/scripts/film/versions/1").text())
        .contains(
            "\"author\":\"ann\",\"person\":{\"name\":\"The admin\",\"account\":" + account + "}");
    assertThat(admin.get("/api/v1/scripts/film/versions/3").text())
        .contains("\"author\":\"Ben\",\"person\":{\"name\":\"Ben\",\"account\":null}");
    assertThat(admin.get("/api/v1/scripts/film/versions?author=The+admin").text())
        .contains("\"version_number\":1")
        .doesNotContain("\"version_number\":2");
    assertThat(admin.get("/api/v1/scripts/film/report?format=csv").text())
        .contains("author,person,")
        .contains("ann,The admin,");
  }

  @Test
  void searchFindsAllNamesOfThePerson() {
    tie("together", "Annie", "ann", "A. Lee");
    for (String author : List.of("ann", "%22A.+Lee%22", "Annie")) {
      assertThat(admin.get("/api/v1/search?q=author:" + author).text())
          .as(author)
          .contains("\"total\":2");
    }
    assertThat(admin.get("/api/v1/search?q=author:Ben").text()).contains("\"total\":1");
  }

  @Test
  void aNameIsUntiedAgainAndTheAuditLogTellsOfBoth() {
    String before = admin.get("/scripts/film").html();
    tie("together", "", "ann", "A. Lee");
    assertThat(admin.get("/people/names?show=tied").html()).contains("shown as", "Untie");
    assertThat(admin.post("/people/names/untie", new Form().with("untie", number("ann"))).status())
        .isEqualTo(303);
    assertThat(withoutTokens(admin.get("/scripts/film").html())).isEqualTo(withoutTokens(before));
    assertThat(admin.get("/audit").html())
        .contains("Tied names of authors", "Untied a name of an author", "“ann”");
  }

  private static String withoutTokens(String html) {
    return html.replaceAll("name=\"form_token\" value=\"[^\"]*\"", "")
        .replaceAll("\\d+ (?:second|minute)s? ago|just now", "");
  }

  @Test
  void whatCannotBeTiedIsSaidAndWhatWasTickedIsKept() {
    Answer none = admin.post("/people/names/tie", new Form().with("owner", "together"));
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.html()).contains("Tick the names first.", "Nothing was tied.");
    Answer nobody = tie("", "", "ann");
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.html()).contains("Choose whose the names are.", "checked");
    Answer account = tie("together", "The admin", "ann", "Ben");
    assertThat(account.html()).contains("The admin has an account.", "value=\"The admin\"");
    for (String odd : List.of("-1", "x", "99999999999999999999", "' OR 1=1 --", "")) {
      Form form = new Form().with("owner", "together").with("author", odd).with("untie", odd);
      assertThat(admin.post("/people/names/tie", form).status()).as(odd).isEqualTo(422);
      assertThat(admin.post("/people/names/untie", form).status()).as(odd).isEqualTo(422);
    }
    assertThat(tie("account-99999", "", "ann").status()).isEqualTo(404);
  }

  @Test
  void aSuggestionIsTakenByOneButton() {
    save("ANN", TEXT + "Ann.\n");
    save("the  ADMIN", TEXT + "Admin.\n");
    String html = admin.get("/people/names").html();
    assertThat(html).contains("look like one person", "looks like The admin");
    Matcher both = Pattern.compile("name=\"author\"\\s+value=\"(\\d+,\\d+)\"").matcher(html);
    assertThat(both.find()).isTrue();
    Form form = new Form().with("author", both.group(1)).with("owner", "together");
    assertThat(admin.post("/people/names/tie", form).status()).isEqualTo(303);
    assertThat(admin.get("/people/names").html()).doesNotContain("look like one person");
  }

  @Test
  void hostileNamesAreShownAsText() {
    for (String hostile :
        List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "${7*7}", "{0}")) {
      save(hostile, TEXT + hostile + "\n");
      save(hostile.toUpperCase(java.util.Locale.ROOT), TEXT + hostile + "!\n");
    }
    Answer page = admin.get("/people/names");
    assertThat(page.html())
        .contains("&lt;script&gt;alert(1)", "${7*7}")
        .doesNotContain("<script>alert", "<img src=x", "<IMG SRC");
    assertThat(tie("together", "<b>x</b>", "${7*7}", "Ben").status()).isEqualTo(303);
    assertThat(admin.get("/scripts/film").html())
        .contains("&lt;b&gt;x&lt;/b&gt;")
        .doesNotContain("<b>x</b>");
  }

  @Test
  void onALoneComputerNamesAreTiedToEachOther(@TempDir Path folder) {
    try (Site lone = Site.open(folder)) {
      lone.script("intro", "one\n");
      Visitor person = Visitor.of(lone);
      assertThat(person.get("/people/names").html())
          .contains(Site.WRITER.name(), "Once people have accounts");
    }
  }
}
