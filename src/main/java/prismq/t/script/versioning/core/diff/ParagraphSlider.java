package prismq.t.script.versioning.core.diff;

import java.util.List;
import java.util.Locale;

/**
 * Moves added or removed paragraphs that could be at several places, because they repeat those
 * before them, to where a scene, a chapter or a speech starts: a new scene is shown from its own
 * heading on, not from the text below it to the heading of the next one.
 */
final class ParagraphSlider {
  /** A longer line in capitals is not a heading or the name of who speaks. */
  private static final int MAX_HEADING_LENGTH = 60;

  private final Side from;
  private final int[] fromNumbers;
  private final Side to;
  private final int[] toNumbers;
  private final List<Pair> pairs;

  /**
   * @param pairs those that stayed in their order; changed here
   */
  ParagraphSlider(Side from, int[] fromNumbers, Side to, int[] toNumbers, List<Pair> pairs) {
    this.from = from;
    this.fromNumbers = fromNumbers;
    this.to = to;
    this.toNumbers = toNumbers;
    this.pairs = pairs;
  }

  void slide() {
    for (int k = 1; k <= pairs.size(); k++) {
      Pair before = pairs.get(k - 1);
      int fromEnd = k < pairs.size() ? pairs.get(k).fromStart() : from.size();
      int toEnd = k < pairs.size() ? pairs.get(k).toStart() : to.size();
      int removed = fromEnd - before.fromEnd();
      int added = toEnd - before.toEnd();
      if (removed == 0 && added > 0) {
        slide(k, to, toNumbers, before.toEnd(), toEnd, 0, added);
      } else if (added == 0 && removed > 0) {
        slide(k, from, fromNumbers, before.fromEnd(), fromEnd, removed, 0);
      }
    }
  }

  /** Moves a run before the k-th pair up, and the pairs above it down by its length. */
  private void slide(int k, Side side, int[] numbers, int start, int end, int fromBy, int toBy) {
    int up = 0;
    int best = 0;
    boolean isHeading = isHeading(side, start);
    while (!isHeading && canGoUp(k - up, numbers, start - up, end - up)) {
      up++;
      if (isHeading(side, start - up)) {
        best = up;
        isHeading = true;
      }
    }
    for (int i = k - best; i < k; i++) {
      Pair pair = pairs.get(i);
      pairs.set(
          i,
          new Pair(
              pair.fromStart() + fromBy,
              pair.fromEnd() + fromBy,
              pair.toStart() + toBy,
              pair.toEnd() + toBy));
    }
  }

  private boolean canGoUp(int k, int[] numbers, int start, int end) {
    if (k == 0 || start == 0 || numbers[start - 1] != numbers[end - 1]) {
      return false;
    }
    Pair above = pairs.get(k - 1);
    boolean isSingle =
        above.fromEnd() == above.fromStart() + 1 && above.toEnd() == above.toStart() + 1;
    int last = numbers == toNumbers ? above.toStart() : above.fromStart();
    return isSingle
        && last == start - 1
        && fromNumbers[above.fromStart()] == toNumbers[above.toStart()];
  }

  /** Whether a paragraph is a heading in Markdown or Fountain, or says who speaks. */
  private static boolean isHeading(Side side, int paragraph) {
    int length = side.keyLength(paragraph);
    if (length == 0 || length > MAX_HEADING_LENGTH) {
      return false;
    }
    String key = side.keys().get(paragraph);
    return key.charAt(0) == '#' || (key.equals(key.toUpperCase(Locale.ROOT)) && hasLetter(key));
  }

  private static boolean hasLetter(String key) {
    return key.chars().anyMatch(Character::isLetter);
  }
}
