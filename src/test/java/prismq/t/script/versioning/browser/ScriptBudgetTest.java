package prismq.t.script.versioning.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.pages.Site;

/** How many bytes of script a page loads, before compression. */
class ScriptBudgetTest extends BrowserTest {
  private static final int BUDGET = 150_000;
  private static final int EDITOR_BUDGET = 350_000;

  @Override
  void fill(Site site) {
    site.script("bridge", "The bridge hums.\n", "The bridge hums at night.\n");
    site.branches().create("bridge", "alternate", 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/import",
        "/help/start",
        "/help/api",
        "/search?q=bridge",
        "/scripts/bridge",
        "/scripts/bridge?selected=2&saved=2",
        "/scripts/bridge/versions/1",
        "/scripts/bridge/versions/2/annotate",
        "/scripts/bridge/compare/1...2",
        "/scripts/bridge/compare/1...2?view=side-by-side",
        "/scripts/bridge/compare/1...2?view=unified",
        "/scripts/bridge/branches",
        "/scripts/bridge/labels",
        "/scripts/bridge/merge?from=main&into=alternate",
        "/scripts/bridge/rollback?to=1",
        "/scripts/bridge/restore?to=2",
        "/scripts/bridge/phrase-history?q=bridge",
        "/scripts/bridge/report",
        "/scripts/bridge/statistics",
        "/scripts/nothing-here"
      })
  void aPageLoadsLittleScript(String path) {
    assertThat(scriptBytes(path)).as("bytes of script on " + path).isLessThanOrEqualTo(BUDGET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/new", "/scripts/bridge/edit"})
  void thePagesWithTheEditorLoadNotMuchMore(String path) {
    assertThat(scriptBytes(path)).as("bytes of script on " + path).isBetween(1, EDITOR_BUDGET);
  }

  @Test
  void whatDrawsLinesIsLoadedWhereLinesAreShownFirst() {
    Page page = visitor();
    open(page, "/scripts/bridge/compare/1...2");
    assertThat(scriptsOf(page)).noneMatch(url -> url.contains("/lines/lines.js"));
    page.locator("#view-side-by-side").click();
    page.locator(".d2h-files-diff").waitFor();
    assertThat(scriptsOf(page)).anyMatch(url -> url.contains("/lines/lines.js"));
  }

  private int scriptBytes(String path) {
    Page page = visitor();
    Set<Response> scripts = ConcurrentHashMap.newKeySet();
    page.onResponse(
        response -> {
          if (response.request().resourceType().equals("script")) {
            scripts.add(response);
          }
        });
    page.navigate(path);
    if (path.contains("view=")) {
      page.locator(".d2h-code-line-ctn").first().waitFor();
    }
    return scripts.stream().mapToInt(response -> response.body().length).sum();
  }

  @SuppressWarnings("unchecked")
  private static List<String> scriptsOf(Page page) {
    return (List<String>)
        page.evaluate(
            """
            () => performance.getEntriesByType("resource").map((entry) => entry.name)
                .filter((name) => name.split("?")[0].endsWith(".js"))
            """);
  }
}
