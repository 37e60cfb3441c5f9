package prismq.t.script.versioning.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prismq.t.script.versioning.pages.Site;

/** A first visit paints a screenplay before the typewriter's font is there. */
class FontArrivalTest extends BrowserTest {
  @Override
  void fill(Site site) {
    StringBuilder scene = new StringBuilder("INT. MILL - NIGHT\n\n");
    for (int i = 0; i < 12; i++) {
      scene.append(Prose.paragraph(60, i)).append("\n\nKEEPER\n").append(Prose.paragraph(25, i));
      scene.append("\n\n");
    }
    String night = scene.toString();
    site.script("scene", night, night.replaceFirst("NIGHT", "DAWN") + "FADE OUT.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "/scripts/scene, 1366",
    "/scripts/scene/versions/2, 1366",
    "/scripts/scene/versions/2, 360",
    "/scripts/scene/compare/1...2, 1366",
    "/scripts/scene/compare/1...2, 360",
    "/scripts/scene/versions/2/annotate, 1366"
  })
  void theFontOfAScreenplayMovesNothingWhenItArrives(String path, int width) {
    Page page = visitor(width, 850);
    LayoutShift.count(page);
    List<Route> held = new ArrayList<>();
    page.route("**/courier-prime*.woff2", held::add);
    page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.waitForFunction("() => performance.getEntriesByType('paint').length > 0");
    page.waitForCondition(() -> !held.isEmpty());
    page.unroute("**/courier-prime*.woff2");
    held.forEach(Route::resume);
    assertThat(LayoutShift.of(page)).isLessThan(0.02);
  }
}
