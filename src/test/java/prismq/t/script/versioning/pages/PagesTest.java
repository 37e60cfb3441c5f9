package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;

@TestInstance(Lifecycle.PER_CLASS)
class PagesTest {
  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("empty");
    site.script(
        "intro",
        "The bridge hums.\n",
        "The bridge hums at night.\n",
        "The bridge hums at night.\nNobody knows why.\n",
        "The bridge sings at night.\nNobody knows why.\n");
    site.branches().create("intro", "short", 2);
    site.versions()
        .save(
            NewVersion.builder("intro", ScriptText.of("It hums.\n"), Site.WRITER, "Cut to the bone")
                .branch("short")
                .build());
  }

  @AfterAll
  void close() {
    site.close();
  }

  @Test
  void theListShowsEveryScriptWithItsLastChange() {
    Answer page = site.get("/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.title()).isEqualTo("Scripts · Script Versioning");
    assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
    assertThat(page.text())
        .contains("Title of intro", "5 versions", "Cut to the bone", "Script editor")
        .contains("Title of empty", "No versions yet");
    assertThat(page.html()).contains("href=\"/scripts/intro\"");
  }

  @Test
  void aListWithoutScriptsSaysHowToStart(@TempDir Path folder) {
    try (Site empty = Site.open(folder)) {
      assertThat(empty.get("/").text()).contains("No scripts yet", "New script", "Import");
    }
  }

  @Test
  void theListIsFilteredSortedAndPagedByItsAddress(@TempDir Path folder) {
    try (Site many = Site.open(folder)) {
      for (int i = 1; i <= 60; i++) {
        many.versions().createScript("script-" + i, i == 7 ? "Éclair <7>" : "Film " + i);
      }
      many.versions().createScript("old", "Saved last, written first");
      for (int i = 0; i < 2; i++) {
        many.versions()
            .save(
                NewVersion.builder(
                        "old", ScriptText.of("Text " + i), Author.named("Ann"), "Change " + i)
                    .createdAt(Instant.parse("2001-02-03T04:05:06Z"))
                    .build());
      }
      Answer first = many.get("/");
      assertThat(first.text()).contains("61 scripts", "Next page →").doesNotContain("Saved last");
      assertThat(first.all("class=\"title\"")).hasSize(50);
      assertThat(many.get("/?page=2").text()).contains("Saved last, written first", "3 Feb 2001");
      assertThat(many.get("/?sort=versions").all("class=\"title\" href=\"([^\"]*)").get(0))
          .isEqualTo("/scripts/old");
      assertThat(many.get("/?sort=title").all("class=\"title\" href=\"([^\"]*)").get(0))
          .isEqualTo("/scripts/script-7");
      Answer filtered = many.get("/?q=ECLAIR");
      assertThat(filtered.text()).contains("1 of 61 scripts", "Éclair <7>");
      assertThat(filtered.field("q")).isEqualTo("ECLAIR");
      assertThat(many.get("/?q=film&sort=title").html())
          .contains("href=\"/?q=film&amp;sort=title&amp;page=2\"");
      assertThat(many.get("/?q=nowhere").text()).contains("0 of 61 scripts", "Search in all texts");
      assertThat(many.get("/?page=9").text()).contains("This page of the list no longer exists");
    }
  }

  @Test
  void theHistoryShowsEveryVersionNewestFirstWithTheChangesOfTheNewest() {
    Answer page = site.get("/scripts/intro");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.title()).isEqualTo("History of Title of intro · Script Versioning");
    assertThat(page.text())
        .contains("5 versions", "2 branches", "Cut to the bone", "short")
        .containsSubsequence("v5", "v4", "v3", "v2", "v1")
        .containsPattern("\\d{4}, 3 words 2 words, \\d");
  }

  @Test
  void theHistoryOfAScriptWithoutVersionsAsksForTheFirst() {
    assertThat(site.get("/scripts/empty").text()).contains("No versions yet", "Write version 1");
  }

  @Test
  void aVersionIsShownWithItsTextAndWhatIsKnownAboutIt() {
    Answer page = site.get("/scripts/intro/versions/3");
    assertThat(page.title()).isEqualTo("v3 of Title of intro · Script Versioning");
    assertThat(page.text())
        .contains("The bridge hums at night. Nobody knows why.", "Draft number 3", "8 words")
        .contains(site.versions().version("intro", 3).contentHash().hex());
  }

  @Test
  void theExactTextOfAVersionIsDownloaded() {
    Answer answer = site.get("/scripts/intro/versions/2/content");
    assertThat(answer.body())
        .isEqualTo("The bridge hums at night.\n".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"intro-v2.txt\"");
  }

  @Test
  void aComparisonShowsWhatCameAndWhatWent() {
    Answer page = site.get("/scripts/intro/compare/3...4");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.title()).isEqualTo("v3 to v4 of Title of intro · Script Versioning");
    assertThat(page.deleted()).containsExactly("hums");
    assertThat(page.inserted()).containsExactly("sings");
    assertThat(page.text()).contains("+1 word", "−1 word");
  }

  @Test
  void aVersionComparedWithItselfIsTheSame() {
    Answer page = site.get("/scripts/intro/compare/3...3");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("This is one version compared with itself.");
  }

  @Test
  void aComparisonWithAnOlderVersionSaysThatItGoesBack() {
    Answer page = site.get("/scripts/intro/compare/4...3");
    assertThat(page.deleted()).containsExactly("sings");
    assertThat(page.inserted()).containsExactly("hums");
    assertThat(page.text()).contains("The older version is on the right", "Swap sides");
  }

  @Test
  void versionsOfDifferentBranchesAreComparedAndNamed() {
    Answer page = site.get("/scripts/intro/compare/4...5");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("main").contains("short");
  }

  @Test
  void theTwoPickedVersionsLeadToTheAddressOfTheirComparison() {
    Answer answer = site.get("/scripts/intro/compare?from=2&to=4");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/scripts/intro/compare/2...4");
  }

  @Test
  void theSideBySideViewSaysThatItNeedsJavaScript() {
    assertThat(site.get("/scripts/intro/compare/3...4?view=side-by-side").text())
        .contains("Side by side needs JavaScript, so the lines stand one below the other.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3..4",
        "3...",
        "...4",
        "a...b",
        "3...4...5",
        "-1...2",
        "0...1",
        "1...6",
        "99999999999...1",
        "1...%3Cb%3E"
      })
  void aRangeThatIsNoneIsNotFoundAndThePageSaysWhatIs(String range) {
    Answer page = site.get("/scripts/intro/compare/" + range);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("its versions are 1 to 5", "See the history of intro");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/scripts/nope",
        "/scripts/nope/versions/1",
        "/scripts/nope/versions/1/content",
        "/scripts/nope/compare/1...2",
        "/scripts/nope/compare",
        "/scripts/nope/edit",
        "/scripts/nope/rollback?to=1"
      })
  void aScriptThatDoesNotExistIsNotFoundAndThePageLeadsToThoseThatDo(String path) {
    Answer page = site.get(path);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.heading()).isEqualTo("Not found");
    assertThat(page.text())
        .contains("There is no script “nope”. The scripts are intro, empty.", "See all scripts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/scripts/intro/versions/9",
        "/scripts/intro/versions/0",
        "/scripts/intro/versions/-1",
        "/scripts/intro/versions/two",
        "/scripts/intro/versions/99999999999",
        "/scripts/intro/versions/9/content",
        "/scripts/intro?selected=9",
        "/scripts/intro/edit?from=9",
        "/scripts/intro/rollback?to=9"
      })
  void aVersionThatDoesNotExistIsNotFoundAndThePageSaysWhichDo(String path) {
    Answer page = site.get(path);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("its versions are 1 to 5", "See the history of intro");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/scripts/intro?branch=nope",
        "/scripts/intro/edit?branch=nope",
        "/scripts/intro/rollback?to=1&branch=nope"
      })
  void aBranchThatDoesNotExistIsNotFoundAndThePageSaysWhichDo(String path) {
    Answer page = site.get(path);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("it has main, short");
  }

  @ParameterizedTest
  @CsvSource({
    "/?page=0, page",
    "/?page=x, page",
    "/scripts/intro?before=-3, before",
    "/scripts/intro?selected=zwei, selected",
    "/scripts/intro?from=yesterday, from",
    "/scripts/intro?until=2026-13-40, until",
    "/scripts/intro/compare?from=x&to=2, from",
    "/scripts/intro/compare/1...2?piece=0, piece",
    "/scripts/intro/compare/1...2?piece=999999999999, piece",
    "/scripts/intro/versions/1/annotate?color=blue, color",
    "/scripts/intro/versions/1/annotate?part=0, part",
    "/scripts/intro/versions/1/annotate?part=last, part",
    "/scripts/intro/edit?from=0, from",
    "/scripts/intro/rollback, to",
    "/scripts/intro/rollback?to=, to",
    "/scripts/intro/rollback?to=first, to"
  })
  void aParameterThatMakesNoSenseIsABadRequestThatNamesIt(String path, String name) {
    Answer page = site.get(path);
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.heading()).isEqualTo("Invalid request");
    assertThat(page.text()).contains("The parameter " + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/scripts",
        "/static/css/nope.css",
        "/%7B%7B",
        "/scripts/intro/versions/1/nope"
      })
  void anAddressWithNothingBehindItAnswersWithTheErrorPage(String path) {
    Answer page = site.get(path);
    assertThat(page.status()).isIn(404, 405);
    assertThat(page.text()).contains("There is nothing at this address", "See all scripts");
    assertThat(page.title()).endsWith("· Script Versioning");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/scripts/intro/versions", "/scripts/intro/labels?before=0"})
  void whatIsRefusedOfAScriptLeadsBackToTheScript(String path) {
    Answer page = site.get(path);
    assertThat(page.status()).isIn(400, 405);
    assertThat(page.text()).contains("See the history of intro").doesNotContain("See all scripts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%zz",
        "/scripts/%c3%28",
        "/scripts/..%2f..%2fetc",
        "/scripts/a%00b",
        "/scripts/intro?q=%zz",
        "/scripts/a;b=c",
        "//",
        "/scripts//versions/1"
      })
  void anAddressThatIsBrokenNeverBreaksTheServer(String path) throws Exception {
    String answer = Raw.request(site.port(), "GET " + path + " HTTP/1.1", "Host: 127.0.0.1");
    assertThat(answer).matches("(?s)HTTP/1\\.1 (200|400|404) .*").doesNotContain("at org.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void otherMethodsAreAnsweredWithTheErrorPage(String method) {
    Answer page = site.ask(method, "/scripts/intro", BodyPublishers.noBody());
    assertThat(page.status()).isIn(404, 405);
    assertThat(page.text()).contains("There is nothing at this address for this kind of request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/new",
        "/scripts/intro",
        "/scripts/intro/versions/1",
        "/scripts/intro/versions/1/content",
        "/scripts/intro/versions/1/annotate",
        "/scripts/intro/versions/1/annotate.txt",
        "/scripts/intro/compare/1...2",
        "/scripts/intro/edit",
        "/scripts/intro/rollback?to=1",
        "/healthz"
      })
  void headAnswersLikeGetWithoutTheBody(String path) {
    Answer head = site.head(path);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("Content-Type")).isEqualTo(site.get(path).header("Content-Type"));
  }

  @Test
  void headOfWhatDoesNotExistIsNotFound() {
    assertThat(site.head("/scripts/nope").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/scripts/intro",
        "/scripts/intro/versions/1",
        "/scripts/intro/compare/1...2"
      })
  void aPageThatHasNotChangedIsNotSentAgain(String path) {
    String etag = site.get(path).header("ETag");
    assertThat(etag).isNotEmpty();
    Answer again = site.get(path, "If-None-Match", etag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(site.get(path, "If-None-Match", "W/\"another\"").status()).isEqualTo(200);
  }

  @Test
  void aPageIsSentAnewAfterTheNextSave(@TempDir Path folder) {
    try (Site own = Site.open(folder)) {
      own.script("diary", "one\n");
      String etag = own.get("/scripts/diary").header("ETag");
      own.save("diary", ScriptText.of("two\n"));
      Answer page = own.get("/scripts/diary", "If-None-Match", etag);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).contains("2 versions");
    }
  }

  @Test
  void anErrorIsNeverAnsweredAsNotModified() {
    Answer error = site.get("/scripts/nope", "If-None-Match", "*");
    assertThat(error.status()).isEqualTo(404);
    assertThat(error.header("ETag")).isEmpty();
  }

  @Test
  void theFormsForARollbackAndANewVersionAreFilledIn() {
    Answer edit = site.get("/scripts/intro/edit?from=1");
    assertThat(edit.textField()).isEqualTo("The bridge hums.\n");
    assertThat(edit.text()).contains("starts from the text of version 1, not of the latest");
    Answer rollback = site.get("/scripts/intro/rollback?to=2");
    assertThat(rollback.heading()).isEqualTo("Restore v2");
    assertThat(rollback.field("change_description")).isEqualTo("Restored version 2");
  }

  @Test
  void fromAVersionOfABranchAllLeadsToTheHeadOfThatBranch(@TempDir Path folder) {
    try (Site own = Site.open(folder)) {
      own.script("intro", "one\n", "two\n");
      own.branches().create("intro", "short", 1);
      for (String text : new String[] {"1\n", "2\n"}) {
        own.versions()
            .save(
                NewVersion.builder("intro", ScriptText.of(text), Site.WRITER, "Shorter")
                    .branch("short")
                    .build());
      }
      assertThat(own.get("/scripts/intro/versions/1").html()).contains("/compare/1...2\"");
      assertThat(own.get("/scripts/intro/versions/3").html()).contains("/compare/3...4\"");
      assertThat(own.get("/scripts/intro/versions/2").text())
          .contains("main , latest version", "Compare with v1");
      assertThat(own.get("/scripts/intro/versions/2").html())
          .doesNotContain("Compare with current</a>");
      assertThat(own.get("/scripts/intro?selected=1").html())
          .contains("/compare/1...2\">Compare with current");
      assertThat(own.get("/scripts/intro?selected=2").html())
          .doesNotContain("Compare with current</a>");
      Answer edit = own.get("/scripts/intro/edit?from=3");
      assertThat(edit.text()).contains("Based on v4 (short)");
      assertThat(edit.field("branch")).isEqualTo("short");
      assertThat(own.get("/scripts/intro/edit?from=3&branch=main").field("branch"))
          .isEqualTo("main");
      Answer rollback = own.get("/scripts/intro/rollback?to=3");
      assertThat(rollback.html()).contains("<option value=\"short\" selected=\"selected\">");
      assertThat(rollback.field("base_version")).isEqualTo("4");
    }
  }

  @Test
  void bringingBackWhatTheHeadHasAlreadySaysSo() {
    assertThat(site.get("/scripts/intro/rollback?to=4").text())
        .contains("Version 4 already has this text", "There is nothing to restore on main.");
  }

  @Test
  void aLongTextIsWrittenInTheDirectionOfItsFirstLetter() {
    site.script("long", "“1. Night.\n".repeat(40_000));
    site.script("lang", "“1. לילה.\n".repeat(40_000));
    site.script("short", "לילה.\n");
    assertThat(site.get("/scripts/long/edit").html()).contains("rows=\"24\" dir=\"ltr\"");
    assertThat(site.get("/scripts/lang/edit").html()).contains("rows=\"24\" dir=\"rtl\"");
    assertThat(site.get("/scripts/short/edit").html()).contains("rows=\"24\" dir=\"auto\"");
  }
}
