package prismq.t.script.versioning.browser;

import com.microsoft.playwright.Page;

/** How far a page moved what it had painted, as browsers count it. */
final class LayoutShift {
  private static final String COUNTED =
      """
      window.shifted = 0;
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) {
          if (!shift.hadRecentInput) window.shifted += shift.value;
        }
      }).observe({ type: "layout-shift", buffered: true });
      """;

  private LayoutShift() {}

  /** Counts it on all pages that are opened from now on. */
  static void count(Page page) {
    page.addInitScript(COUNTED);
  }

  /** The shift so far, once all faces of fonts have arrived. */
  static double of(Page page) {
    page.waitForFunction("() => document.fonts.status === 'loaded'");
    return ((Number)
            page.evaluate(
                """
                () => new Promise((done) => requestAnimationFrame(() =>
                    requestAnimationFrame(() => done(window.shifted))))
                """))
        .doubleValue();
  }
}
