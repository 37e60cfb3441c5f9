package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

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
    return new Form()
        .with("first_line", Integer.toString(firstLine))
        .with("last_line", Integer.toString(lastLine))
        .with("author", "Ann")
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
}
