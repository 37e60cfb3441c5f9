package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;

@TestInstance(Lifecycle.PER_CLASS)
class CommentPagesTest {
  private static final String HUM = "One night in June a bridge began to make a strange noise.\n";
  private static final String CALLS = "Some of them telephoned the police about the noise.\n";

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static String comments(String scriptId, int version) {
    return "/scripts/" + scriptId + "/versions/" + version + "/comments";
  }

  private Answer page(String scriptId, int version, String query) {
    Answer page = site.get(comments(scriptId, version) + query);
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return page;
  }

  private static Form about(int firstLine, int lastLine, String body) {
    return about(firstLine, lastLine, "Ann", body);
  }

  private static Form about(int firstLine, int lastLine, String author, String body) {
    return new Form()
        .with("first_line", Integer.toString(firstLine))
        .with("last_line", Integer.toString(lastLine))
        .with("author", author)
        .with("body", body);
  }

  /** Comments, and gives the number of the thread. */
  private String comment(String scriptId, int version, Form form) {
    Answer answer = site.post(comments(scriptId, version), form);
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    return answer.header("Location").replaceFirst(".*#thread-", "");
  }

  private Answer act(String scriptId, String path, Form form) {
    return site.post("/scripts/" + scriptId + "/threads/" + path, form.with("version", "1"));
  }

  @Test
  void linesAreCommentedOnWithoutScriptsAndMarkedInTheText() {
    site.script("lines", HUM + "\n" + CALLS);
    assertThat(page("lines", 1, "").text()).contains("No comments yet");
    String thread = comment("lines", 1, about(3, 3, "*Who* did?"));
    Answer page = page("lines", 1, "");
    assertThat(page.html())
        .contains("href=\"#thread-" + thread + "\">Some of them telephoned")
        .contains("<em>Who</em> did?")
        .contains("id=\"at-" + thread + "\"");
    assertThat(page.text()).doesNotContain("No comments yet");
  }

  @Test
  void selectedWordsAreToldByTheLettersBeforeThemWhateverEndsLines() {
    site.script("selected", "\uFEFFFirst\r\nsecond line\r\n");
    int start = "First".length();
    comment(
        "selected",
        1,
        about(1, 1, "b")
            .with("start", Integer.toString(start))
            .with("end", Integer.toString(start + 6)));
    assertThat(page("selected", 1, "").html()).contains(">second</a> line");
  }

  @Test
  void wordsThatAreGoneAreListedWithTheChangeThatRemovedThem() {
    site.script("gone", HUM + "\n" + CALLS, HUM);
    comment("gone", 1, about(3, 3, "Who did?"));
    Answer page = page("gone", 2, "?show=without-place");
    assertThat(page.text())
        .contains("Without a place")
        .contains("telephoned the police")
        .contains("These words are gone since v2");
    assertThat(page.html()).contains("/scripts/gone/compare/1...2");
    assertThat(page("gone", 1, "?show=without-place").text()).contains("No comments to show here");
    assertThat(page("gone", 1, "?show=mine").text()).contains("No comments to show here");
  }

  @Test
  void aThreadIsAnsweredEditedDeletedResolvedAndReopened() {
    site.script("acts", HUM);
    String thread = comment("acts", 1, about(1, 1, "First"));
    Form reply = new Form().with("author", "Ben").with("body", "Second");
    assertThat(act("acts", thread + "/comments", reply).status()).isEqualTo(303);
    assertThat(page("acts", 1, "").text()).contains("Ben", "Second");
    String second = page("acts", 1, "").all("id=\"comment-(\\d+)\"").get(1);
    Form edited = new Form().with("body", "Third");
    act("acts", thread + "/comments/" + second + "/edit", edited);
    assertThat(page("acts", 1, "").text()).contains("Third", "edited").doesNotContain("Second");
    act("acts", thread + "/comments/" + second + "/delete", new Form());
    assertThat(page("acts", 1, "").text()).contains("Deleted").doesNotContain("Third");
    act("acts", thread + "/resolve", new Form());
    assertThat(page("acts", 1, "").text()).contains("Resolved");
    assertThat(page("acts", 1, "?show=open").text()).doesNotContain("First");
    act("acts", thread + "/reopen", new Form());
    assertThat(page("acts", 1, "?show=open").text()).contains("First");
  }

  @Test
  void whatCannotBeSavedIsShownAgainWithWhatWasTyped() {
    site.script("again", HUM);
    Answer wrong = site.post(comments("again", 1), about(7, 7, "Kept words"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("This version has lines 1 to 1", "Kept words");
    assertThat(site.post(comments("again", 1), about(1, 1, " ")).status()).isEqualTo(422);
    String thread = comment("again", 1, about(1, 1, "A"));
    Answer unnamed =
        act("again", thread + "/comments", new Form().with("author", "").with("body", "My reply"));
    assertThat(unnamed.status()).isEqualTo(422);
    assertThat(unnamed.text()).contains("My reply");
    assertThat(act("again", "999/resolve", new Form()).status()).isEqualTo(404);
  }

  @Test
  void nothingHostileInACommentRuns() {
    site.script("hostile", "<b>text</b> & more\n");
    comment(
        "hostile",
        1,
        about(1, 1, "<img src=x onerror=alert(1)> [l](javascript:alert(1)) ![p](https://e.org/p)")
            .with("author", "<i>"));
    String html = page("hostile", 1, "").html();
    assertThat(html)
        .doesNotContain("<img src=x", "href=\"javascript", "src=\"https://e.org", "<b>text")
        .contains("&lt;img src=x", "&lt;b&gt;text");
  }

  private static Form draft(Form form) {
    return form.with("action", "draft");
  }

  @Test
  void draftsAreShownToNobodyElseUntilTheReviewIsSent() {
    site.script("drafts", HUM + "\n" + CALLS);
    assertThat(site.post(comments("drafts", 1), draft(about(1, 1, "First one"))).status())
        .isEqualTo(303);
    site.post(comments("drafts", 1), draft(about(3, 3, "Second one")));
    Answer page = page("drafts", 1, "");
    assertThat(page.text()).contains("Your drafts", "First one", "Send review (2)");
    assertThat(page.html()).doesNotContain("id=\"at-");
    String drafts = "/scripts/drafts/comment-drafts/";
    String first = page.all("comment-drafts/(\\d+)/edit").get(0);
    Form edited = new Form().with("version", "1").with("body", "First, edited");
    assertThat(site.post(drafts + first + "/edit", edited).status()).isEqualTo(303);
    site.post(drafts + "send", new Form().with("version", "1"));
    Answer sent = page("drafts", 1, "");
    assertThat(sent.text()).contains("First, edited", "Second one").doesNotContain("Your drafts");
    assertThat(sent.html()).contains("id=\"at-");
    assertThat(site.post(drafts + first + "/discard", edited).status()).isEqualTo(404);
  }

  @Test
  void whatIsDoneFromAMarginIsAnsweredWithTheMargin() {
    site.script("margin", HUM + "\n" + CALLS, HUM);
    String margin = "/scripts/margin/versions/2/threads?from=1";
    assertThat(site.get(margin).status()).isEqualTo(302);
    String thread = comment("margin", 1, about(3, 3, "Who did?"));
    Answer notes = site.get(margin, "HX-Request", "true");
    assertThat(notes.html())
        .contains("id=\"note-" + thread + "\"", "data-side=\"from\"")
        .doesNotContain("<html");
    Answer alone = site.get("/scripts/margin/versions/2/threads", "HX-Request", "true");
    assertThat(alone.text()).contains("Without a place (1)");
    Answer opened = site.get(margin + "&open=" + thread, "HX-Request", "true");
    assertThat(opened.html()).contains("/threads/" + thread + "/resolve");
    assertThat(site.get("/scripts/margin/threads/" + thread).header("Location"))
        .isEqualTo("/scripts/margin/versions/2/comments?thread=" + thread + "#thread-" + thread);
  }

  @Test
  void pagesTellHowManyCommentsAreOpen() {
    site.script("counted", HUM, HUM + "\n" + CALLS);
    String thread = comment("counted", 1, about(1, 1, "First"));
    comment("counted", 2, about(3, 3, "Second"));
    assertThat(site.get("/scripts/counted/versions/2").text()).contains("Comments&#160; 2");
    assertThat(site.get("/scripts/counted/compare/1...2").text()).contains("Comments&#160; 2");
    assertThat(site.get("/scripts/counted").text()).contains("1 comment");
    act("counted", thread + "/resolve", new Form());
    assertThat(site.get("/scripts/counted/versions/2").text()).contains("Comments&#160; 1");
  }

  @Test
  void commentsAreListedByPersonAndByVersion() {
    site.script("chosen", HUM, HUM + "\n" + CALLS);
    comment("chosen", 1, about(1, 1, "By Ann"));
    comment("chosen", 2, about(3, 3, "Ben", "By Ben"));
    assertThat(page("chosen", 2, "?by=Ben").text()).contains("By Ben").doesNotContain("By Ann");
    assertThat(page("chosen", 2, "?version=1").text()).contains("By Ann").doesNotContain("By Ben");
    assertThat(page("chosen", 2, "?by=Ben&version=1").text()).contains("No comments to show here");
  }

  @Test
  void commentsAreFoundByTheirWordsAndByPerson() {
    site.script("sought", HUM);
    comment("sought", 1, about(1, 1, "Zoë", "Which **Ostrich** is it?"));
    assertThat(site.get("/search?q=ostrich").text())
        .contains("Which **Ostrich** is it?", "On “One night")
        .doesNotContain("No results");
    assertThat(site.get("/search?q=ostrich+author%3Azoe").text()).contains("Ostrich** is");
    assertThat(site.get("/search?q=ostrich+author%3Aann").text()).doesNotContain("Ostrich** is");
    assertThat(site.get("/search?q=ostrich+-which").text()).doesNotContain("Ostrich** is");
  }

  @Test
  void peopleAreNamedUnderTheNameThatTheyHaveNow(@TempDir Path folder) {
    try (Site own = Site.open(folder)) {
      own.script("intro", HUM);
      own.script("hidden", HUM);
      Team team = Team.on(own);
      Account ben = team.add("ben", Role.EDITOR);
      team.restrict("hidden");
      Visitor admin = team.signedIn(Role.ADMIN);
      String name = ben.name();
      Form form = new Form().with("first_line", "1").with("body", "@" + name + ", who did?");
      assertThat(admin.post(comments("intro", 1), form).status()).isEqualTo(303);
      admin.post(comments("hidden", 1), form);
      String link = "by=" + name.replace(" ", "%20") + "\">@" + name + "</a>, who did?";
      assertThat(admin.get(comments("intro", 1)).html().replace("+", "%20")).contains(link);
      assertThat(admin.get(comments("hidden", 1)).html()).contains("<p>@" + name + ", who did?");
      team.accounts().change(ben.id(), account -> renamed(account, "Benjamin"));
      assertThat(admin.get(comments("intro", 1)).html()).contains("\">@Benjamin</a>, who did?");
    }
  }

  private static Account renamed(Account account, String name) {
    return new Account(
        account.id(),
        name,
        account.email(),
        account.timeZone(),
        account.language(),
        account.role(),
        account.isDisabled());
  }

  @Test
  void draftsOfOthersAreSeenByNobody(@TempDir Path folder) {
    try (Site own = Site.open(folder)) {
      own.script("intro", HUM);
      Team team = Team.on(own);
      team.add(Role.COMMENTER);
      Visitor commenter = team.signedIn(Role.COMMENTER);
      Visitor admin = team.signedIn(Role.ADMIN);
      Form form = draft(new Form().with("first_line", "1").with("body", "Ostrich"));
      assertThat(commenter.post(comments("intro", 1), form).status()).isEqualTo(303);
      Answer page = commenter.get(comments("intro", 1));
      assertThat(page.text()).contains("Ostrich");
      for (String path :
          List.of(comments("intro", 1), "/search?q=ostrich", "/scripts/intro/versions/1")) {
        assertThat(admin.get(path).html()).as(path).doesNotContain("Ostrich<", "Ostrich</p>");
      }
      String draft = page.all("comment-drafts/(\\d+)/edit").get(0);
      Form edit = new Form().with("version", "1").with("body", "Mine");
      String edited = "/scripts/intro/comment-drafts/" + draft + "/edit";
      assertThat(admin.post(edited, edit).status()).isEqualTo(404);
      admin.post("/scripts/intro/comment-drafts/send", new Form().with("version", "1"));
      assertThat(commenter.get(comments("intro", 1)).text()).contains("Your drafts", "Ostrich");
    }
  }
}
