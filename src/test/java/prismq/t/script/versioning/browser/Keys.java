package prismq.t.script.versioning.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who has a keyboard only, and looks where the focus is. */
final class Keys {
  private static final int MAX_STOPS = 80;
  private static final String FOCUS_IS_SEEN =
      """
      () => {
        const element = document.activeElement;
        if (!element || element === document.body) return "nothing has the focus";
        element.scrollIntoView({ block: "nearest" });
        const box = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
            && box.top < innerHeight && box.left < innerWidth;
        return ring && inside ? "" : "the focus is not seen on " + element.outerHTML.slice(0, 200);
      }
      """;

  /** Of an editor the cursor is in, too. */
  private static final String HAS_FOCUS =
      "element => element === element.getRootNode().activeElement";

  private final Page page;

  Keys(Page page) {
    this.page = page;
  }

  /** Presses Tab until this has the focus, and sees the focus at every stop. */
  void tabTo(Locator target) {
    goTo(target, "Tab");
  }

  /** The same backwards. */
  void backTo(Locator target) {
    goTo(target, "Shift+Tab");
  }

  private void goTo(Locator target, String key) {
    target.waitFor();
    for (int stop = 0; stop < MAX_STOPS; stop++) {
      page.keyboard().press(key);
      if (Boolean.TRUE.equals(target.evaluate(HAS_FOCUS))) {
        assertThat(page.evaluate(FOCUS_IS_SEEN)).isEqualTo("");
        return;
      }
      Object atBody = page.evaluate("() => document.activeElement === document.body");
      if (!Boolean.TRUE.equals(atBody)) {
        assertThat(page.evaluate(FOCUS_IS_SEEN)).isEqualTo("");
      }
    }
    throw new AssertionError(key + " never reaches " + target);
  }

  /** Presses a key or a combination. */
  void press(String key) {
    page.keyboard().press(key);
  }

  /** Types a text. */
  void type(String text) {
    page.keyboard().type(text);
  }
}
