package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class SecurityPagesTest {
  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "one\n", "two\n", "three\n");
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static Form change() {
    return Form.version("by somebody else\n", "Mallory", "Taken over", 3);
  }

  private void nothingWasSaved() {
    assertThat(site.versions().script("intro").latestVersion()).isEqualTo(3);
    assertThat(site.versions().scriptCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/new",
        "/api",
        "/scripts/intro",
        "/scripts/intro/versions/1",
        "/scripts/intro/versions/1/content",
        "/scripts/intro/compare/1...2",
        "/scripts/intro/compare?from=1&to=2",
        "/scripts/intro/edit",
        "/scripts/intro/rollback?to=1",
        "/healthz",
        "/static/css/page.css",
        "/static/icon.svg",
        "/static/nope.js",
        "/nope",
        "/scripts/nope",
        "/scripts/intro?before=x",
        "/scripts"
      })
  void everyAnswerHasTheSecurityHeaders(String path) {
    Answer answer = site.get(path);
    assertThat(answer.header("Content-Security-Policy"))
        .contains(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'")
        .doesNotContain("unsafe", "*", "data:", "http");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Server")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/new",
        "/scripts/intro",
        "/scripts/intro/versions/1",
        "/scripts/intro/compare/1...2",
        "/scripts/intro/compare/1...2?view=side-by-side",
        "/scripts/intro/edit",
        "/scripts/intro/rollback?to=1",
        "/scripts/intro/branches",
        "/nope"
      })
  void noPageHasScriptsOrStylesInItself(String path) {
    String html = site.get(path).html();
    Matcher scripts = Pattern.compile("(?s)<script([^>]*)>(.*?)</script>").matcher(html);
    while (scripts.find()) {
      boolean data = scripts.group(1).contains("type=\"application/json\"");
      assertThat(data || scripts.group(2).isBlank()).as(scripts.group()).isTrue();
    }
    String markup = html.replaceAll("(?s)<(script|pre|textarea)\\b.*?</\\1>", "");
    assertThat(markup)
        .doesNotContain("<style", "javascript:")
        .doesNotContainPattern("<[a-z][^>]*\\s(style|on[a-z]+)=");
  }

  @Test
  void aWriteThatAnotherSiteSendsIsRefusedAndNothingIsSaved() {
    for (String from : new String[] {"cross-site", "same-site"}) {
      Answer page = site.post("/scripts/intro/versions", change(), "Sec-Fetch-Site", from);
      assertThat(page.status()).isEqualTo(403);
      assertThat(page.text()).contains("This was sent from another site. Nothing was saved.");
    }
    nothingWasSaved();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "http://127.0.0.1:1",
        "http://127.0.0.1.evil.example",
        "not an origin"
      })
  void aWriteWithAForeignOriginIsRefused(String origin) {
    assertThat(site.post("/scripts/intro/versions", change(), "Origin", origin).status())
        .isEqualTo(403);
    Form rollback =
        new Form()
            .with("to_version", "1")
            .with("base_version", "3")
            .with("branch", "main")
            .with("author", "M");
    assertThat(site.post("/scripts/intro/rollbacks", rollback, "Origin", origin).status())
        .isEqualTo(403);
    Form script = new Form().with("title", "T").with("script_id", "t");
    assertThat(site.post("/scripts", script, "Origin", origin).status()).isEqualTo(403);
    nothingWasSaved();
  }

  @Test
  void aWriteFromAPageOfThisServerIsTaken(@TempDir Path folder) {
    try (Site own = Site.open(folder)) {
      own.script("intro", "one\n");
      Form form = Form.version("two\n", "Script editor", "Counted", 1);
      Answer answer =
          own.post(
              "/scripts/intro/versions",
              form,
              "Origin",
              own.url(""),
              "Sec-Fetch-Site",
              "same-origin");
      assertThat(answer.status()).isEqualTo(303);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:80",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "192.168.0.7"
      })
  void aServerThatIsCalledByAForeignNameShowsNothing(String host) throws Exception {
    String answer = Raw.request(site.port(), "GET /scripts/intro HTTP/1.1", "Host: " + host);
    assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContain("Draft number");
    assertThat(answer).contains("This server answers only to localhost and 127.0.0.1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
  void aServerAnswersToTheNamesOfThisMachine(String host) throws Exception {
    String answer =
        Raw.request(
            site.port(), "GET /scripts/intro HTTP/1.1", "Host: " + host + ":" + site.port());
    assertThat(answer).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void aHeaderMakesNoOtherMethodOfARequest() {
    for (String method : List.of("DELETE", "POST", "PATCH", "HEAD")) {
      Answer answer = site.get("/scripts/intro", "X-HTTP-Method-Override", method);
      assertThat(answer.status()).as(method).isEqualTo(200);
      assertThat(answer.html()).as(method).contains("three");
    }
    Answer call =
        site.ask(
            "GET",
            "/api/v1/scripts/intro/versions",
            BodyPublishers.ofString("{\"content\":\"x\",\"author\":\"A\"}"),
            "X-HTTP-Method-Override",
            "POST",
            "Content-Type",
            "application/json");
    assertThat(call.status()).isEqualTo(200);
    nothingWasSaved();
  }

  @Test
  void aFileUnderTheAddressOfAnotherReleaseIsNotKeptForGood() {
    for (String address : List.of("/static/css/page.css", "/static/css/page.css?v=000000000000")) {
      Answer answer = site.get(address);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Cache-Control")).doesNotContain("immutable");
    }
  }

  @Test
  void styleSheetsAreKeptByTheBrowserForGood() {
    Matcher sheet =
        Pattern.compile("href=\"(/static/css/page\\.css\\?v=[^\"]+)\"")
            .matcher(site.get("/").html());
    assertThat(sheet.find()).isTrue();
    Answer answer = site.get(sheet.group(1));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).contains("immutable");
  }

  @ParameterizedTest
  @CsvSource({
    "css/page.css, text/css",
    "js/theme.js, text/javascript",
    "icon.svg, image/svg+xml",
    "vendor/htmx.org/dist/htmx.min.js, text/javascript"
  })
  void staticFilesSayWhatTheyAre(String file, String type) {
    Answer answer = site.get("/static/" + file);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..%2fapi%2fopenapi.yaml", "../templates/layout.html", "css", "", "css/"})
  void onlyStaticFilesAreHandedOutAsSuch(String file) {
    assertThat(site.get("/static/" + file).status()).isIn(400, 404);
  }
}
