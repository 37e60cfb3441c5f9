package prismq.t.script.versioning.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Holds pages against the rules of WCAG 2.2, A and AA, as axe knows them. */
final class Accessibility {
  private static final Map<String, Object> ALL_RULES =
      Map.of(
          "type",
          "tag",
          "values",
          List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"));

  /** Those that look at colors. A theme changes nothing else, which {@link ThemesTest} holds. */
  private static final Map<String, Object> COLOR_RULES =
      Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

  private static final String AXE = axe();

  // Neither what keeps the rules is told nor a selector of each place, which take half of the time.
  private static final String BROKEN_RULES =
      """
      async (rules) => {
        const results = await axe.run(document, {
          runOnly: rules, resultTypes: ["violations"], selectors: false });
        return results.violations.flatMap((rule) =>
            rule.nodes.map((node) => `${rule.id}: ${node.html} – ${node.failureSummary}`));
      }
      """;

  private Accessibility() {}

  private static String axe() {
    try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      return new String(BrowserTest.given(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails where the page breaks a rule in the theme that it has now. */
  static void check(Page page, String what) {
    check(page, ALL_RULES, what);
  }

  /** Fails where the page breaks a rule in light or in dark, and leaves it in light. */
  static void checkInBothThemes(Page page, String what) {
    check(page, ALL_RULES, what);
    setScheme(page, ColorScheme.DARK);
    check(page, COLOR_RULES, what + " in the dark");
    setScheme(page, ColorScheme.LIGHT);
  }

  private static void check(Page page, Map<String, Object> rules, String what) {
    if (!(boolean) page.evaluate("() => 'axe' in window")) {
      page.evaluate(AXE + ";null");
    }
    assertThat((List<?>) page.evaluate(BROKEN_RULES, rules))
        .as("rules of WCAG 2.2 AA broken by " + what)
        .isEmpty();
  }

  /** Lets the visitor's system be so, and waits until nothing on the page changes its color. */
  private static void setScheme(Page page, ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.waitForFunction(
        "() => document.getAnimations().every((each) => each.playState !== 'running')");
  }
}
