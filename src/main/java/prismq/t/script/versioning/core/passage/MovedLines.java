package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.CommonRange;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Finds lines that a diff of paragraphs shows as new although the earlier text has them elsewhere,
 * such as an item that moved to another list.
 */
final class MovedLines {
  /** Shorter lines may be equal by chance, as in {@code git blame -M}: letters and digits. */
  private static final int MIN_LENGTH = 20;

  private final Pieces from;
  private final Pieces to;
  private final List<CommonRange> commonRanges = new ArrayList<>();
  private @Nullable Map<String, Integer> starts;

  private MovedLines(Pieces from, Pieces to) {
    this.from = from;
    this.to = to;
  }

  /**
   * What a text shares with the earlier one, moved lines included.
   *
   * @param commonRanges what the diff shows, in the order of the right text
   * @param from the lines before
   * @param to the lines after
   */
  static List<CommonRange> addedTo(List<CommonRange> commonRanges, Pieces from, Pieces to) {
    MovedLines lines = new MovedLines(from, to);
    int line = 0;
    for (CommonRange stretch : commonRanges) {
      line = lines.addBetween(line, stretch.toStart());
      lines.commonRanges.add(stretch);
      int end = stretch.toStart() + stretch.length();
      while (line < to.size() && to.start(line) < end) {
        line++;
      }
    }
    lines.addBetween(line, to.text().length());
    return lines.commonRanges;
  }

  /** Adds the lines from one on that end up to a position; returns the line after them. */
  private int addBetween(int first, int end) {
    int line = first;
    for (; line < to.size() && to.end(line) <= end; line++) {
      int start = to.start(line);
      if (isLong(to, line)) {
        Integer before = starts().get(to.get(line));
        if (before != null) {
          commonRanges.add(new CommonRange(before, start, to.end(line) - start));
        }
      }
    }
    return line;
  }

  private Map<String, Integer> starts() {
    Map<String, Integer> known = starts;
    if (known == null) {
      known = new HashMap<>();
      for (int line = 0; line < from.size(); line++) {
        if (isLong(from, line)) {
          known.putIfAbsent(from.get(line), from.start(line));
        }
      }
      starts = known;
    }
    return known;
  }

  private static boolean isLong(Pieces lines, int line) {
    int letters = 0;
    for (int i = lines.start(line); i < lines.end(line) && letters < MIN_LENGTH; i++) {
      char exact = lines.text().charAt(i);
      letters += exact >= 128 || Character.isLetterOrDigit(exact) ? 1 : 0;
    }
    return letters == MIN_LENGTH;
  }
}
