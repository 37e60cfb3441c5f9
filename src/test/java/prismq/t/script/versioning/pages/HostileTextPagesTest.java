package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;

/** Text that tries to be markup, a template or a diff, in every field that takes text. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileTextPagesTest {
  /** Each of these must never stand on a page as it is. */
  private static final String SCRIPT = "<script>alert(1)</script>";

  private static final String LINE =
      SCRIPT
          + "\"'><img src=x onerror=alert(2)></textarea></script></title>${7*7}[[${7*7}]]\u202eabc";

  private static final String TEXT =
      "@@ -1 +1 @@\n--- a\n+++ b\n" + LINE + "\n<!-- ]]> -->\n&lt;b&gt;\u2028\n";

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.versions().createScript("hostile", LINE);
    for (int n = 1; n <= 3; n++) {
      site.versions()
          .save(
              NewVersion.builder(
                      "hostile",
                      ScriptText.of(TEXT.repeat(n) + "word " + n),
                      Author.named(LINE),
                      LINE + "\n" + TEXT)
                  .metadata(
                      Metadata.of(
                          Map.of("notes", TEXT, "model", LINE, LINE, LINE, "more", List.of(LINE))))
                  .build());
    }
    site.branches().create("hostile", "__proto__/..x", 1);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static void isHarmless(Answer page) {
    assertThat(page.html())
        .doesNotContain(
            "<script>alert", "<img src=x", "'><img", "</textarea></script>", "</script></title>")
        .doesNotContain("<!-- ]]>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/scripts/hostile",
        "/scripts/hostile?selected=1",
        "/scripts/hostile?branch=__proto__%2F..x",
        "/scripts/hostile/versions/1",
        "/scripts/hostile/versions/3",
        "/scripts/hostile/versions/3/annotate",
        "/scripts/hostile/versions/3/annotate?color=author",
        "/scripts/hostile/statistics?version=3&since=1",
        "/scripts/hostile/compare/1...2",
        "/scripts/hostile/compare/3...1?view=side-by-side",
        "/scripts/hostile/edit",
        "/scripts/hostile/phrase-history?q=word",
        "/scripts/hostile/rollback?to=1"
      })
  void hostileTextIsShownAsTextOnEveryPage(String path) {
    Answer page = site.get(path);
    assertThat(page.status()).isEqualTo(200);
    isHarmless(page);
    assertThat(page.html())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${7*7}[[${7*7}]]")
        .doesNotContain("[[49]]", ">49<");
  }

  @Test
  void aHostileFilterComesBackAsTextInTheForm() {
    String encoded = URLEncoder.encode(LINE, StandardCharsets.UTF_8);
    Answer page = site.get("/scripts/hostile?q=" + encoded + "&author=" + encoded);
    isHarmless(page);
    assertThat(page.field("q")).isEqualTo(LINE);
  }

  @Test
  void aHostileAddressComesBackAsTextOnTheErrorPage() {
    String encoded = URLEncoder.encode(LINE, StandardCharsets.UTF_8).replace("+", "%20");
    for (String path :
        List.of(
            "/scripts/" + encoded.replace("%2F", "_"),
            "/scripts/hostile/versions/" + encoded.replace("%2F", "_"),
            "/scripts/hostile/edit?branch=" + encoded,
            "/scripts/hostile?from=" + encoded)) {
      Answer page = site.get(path);
      assertThat(page.status()).isIn(400, 404);
      isHarmless(page);
      assertThat(page.html()).contains("&lt;script&gt;");
    }
  }

  @Test
  void aHostileFormComesBackAsItWasTyped() {
    Form form = Form.version(TEXT, LINE, LINE, 2).with("file_name", "").with("action", "preview");
    Answer page = site.post("/scripts/hostile/versions", form);
    assertThat(page.status()).isEqualTo(200);
    isHarmless(page);
    assertThat(page.textField()).isEqualToNormalizingNewlines(TEXT);
    assertThat(page.field("author")).isEqualTo(LINE);
    assertThat(page.field("change_description")).isEqualTo(LINE);
    Answer script =
        site.post(
            "/scripts",
            new Form().with("title", LINE).with("script_id", LINE).with("content", TEXT));
    assertThat(script.status()).isEqualTo(422);
    isHarmless(script);
    assertThat(script.field("title")).isEqualTo(LINE);
    assertThat(script.field("script_id")).isEqualTo(LINE);
  }

  @Test
  void aHostileFileNameIsShownAsText() {
    Form form =
        Form.version("", "Script editor", "File", 3)
            .upload("<script>alert(1)</script>.txt", new byte[] {'a'})
            .with("action", "preview");
    Answer page = site.post("/scripts/hostile/versions", form);
    isHarmless(page);
    assertThat(page.html()).contains("&lt;script&gt;alert(1)&lt;/script&gt;.txt");
  }
}
