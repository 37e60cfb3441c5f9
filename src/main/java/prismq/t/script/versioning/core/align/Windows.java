package prismq.t.script.versioning.core.align;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what lies between stretches that are surely kept: those with three words or more that tell
 * something. Since kept words divide marks, windows can be aligned each for itself.
 */
final class Windows {
  private static final int SOLID_WORDS = 3;

  private Windows() {}

  /**
   * The windows of a range in which something is not kept, in their order.
   *
   * @param partners where the tokens of the left side go, −1 where nowhere
   */
  static List<Window> of(SequencePair pair, int[] partners, Window range) {
    List<Window> windows = new ArrayList<>();
    int aAt = range.aStart();
    int bAt = range.bStart();
    int i = range.aStart();
    while (i < range.aEnd()) {
      if (partners[i] < 0) {
        i++;
        continue;
      }
      int start = i;
      int heavy = 0;
      do {
        heavy += pair.isHeavy(i) ? 1 : 0;
        i++;
      } while (i < range.aEnd() && partners[i] == partners[i - 1] + 1);
      boolean isWhole = start == aAt && partners[start] == bAt;
      if (heavy >= SOLID_WORDS || isWhole) {
        add(windows, new Window(aAt, start, bAt, partners[start]));
        aAt = i;
        bAt = partners[i - 1] + 1;
      }
    }
    add(windows, new Window(aAt, range.aEnd(), bAt, range.bEnd()));
    return windows;
  }

  private static void add(List<Window> windows, Window window) {
    if (window.rows() > 0 || window.columns() > 0) {
      windows.add(window);
    }
  }
}
