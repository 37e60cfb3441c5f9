package prismq.t.script.versioning.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

class HostileTextTest extends BrowserTest {
  private static final String LINE =
      "<script>alert(1)</script>\"'><img src=x onerror=alert(2)></textarea><svg onload=alert(3)>"
          + "{{7919*7919}}\u202eabc";

  private static final String TEXT =
      "@@ -1 +1 @@\n--- a\n+++ b\n" + LINE + "\n</script><script>alert(4)</script>\n";

  @Override
  void fill(Site site) {
    site.versions().createScript("hostile", LINE);
    for (int n = 1; n <= 3; n++) {
      String text = TEXT.repeat(n).replace("7919*7919", n + "*7919") + "word " + n;
      site.versions()
          .save(
              NewVersion.builder("hostile", ScriptText.of(text), Author.named(LINE), LINE)
                  .metadata(Metadata.of(Map.of("notes", TEXT, "model", LINE, LINE, LINE)))
                  .build());
    }
  }

  @Test
  void hostileTextNeverRuns() {
    Page page = visitor(1440, 900);
    for (String path :
        List.of(
            "/",
            "/scripts/hostile",
            "/scripts/hostile/versions/2",
            "/scripts/hostile/versions/2/annotate",
            "/scripts/hostile/compare/1...3",
            "/scripts/hostile/compare/1...3?view=side-by-side",
            "/scripts/hostile/compare/1...3?view=unified",
            "/scripts/hostile/compare/3...1",
            "/scripts/hostile/edit",
            "/scripts/hostile/rollback?to=1")) {
      open(page, path);
      assertThat(page.locator("body")).not().containsText("62710561");
      assertThat(page.locator("img[src=x], svg[onload]")).hasCount(0);
    }
  }

  @Test
  void hostileTextIsReadAsItIs() {
    Page page = visitor(1440, 900);
    open(page, "/scripts/hostile/compare/1...3");
    assertThat(page.locator("h1")).hasText("Compare v1 with v3 of " + LINE);
    assertThat(page.locator(".pieces")).containsText("+++ b");
    open(page, "/scripts/hostile/compare/1...3?view=unified");
    assertThat(page.locator(".drawn")).containsText("+++ b");
    open(page, "/scripts/hostile/edit");
    assertThat(page.locator("textarea"))
        .hasValue(TEXT.repeat(3).replace("7919*7919", "3*7919") + "word 3");
    open(page, "/scripts/hostile");
    page.locator("a.summary").nth(1).click();
    assertThat(page.locator("#panel")).containsText("Version v2");
    assertThat(page.locator("#panel .pieces")).containsText("<script>alert(4)</script>");
  }
}
