package prismq.t.script.versioning.core.text;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Counts the words of a text by those of one that has most of its lines. */
final class WordDifference {
  private WordDifference() {}

  /**
   * What {@link Words#count} gives for a text. No word goes on behind a line feed, so that lines at
   * the start and end that both texts have need not be counted.
   *
   * @param beforeWords what it gives for the other text
   */
  static int count(String before, int beforeWords, String after) {
    int shorter = Math.min(before.length(), after.length());
    int start = 0;
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    if (start == before.length() && start == after.length()) {
      return beforeWords;
    }
    int lineStart = before.lastIndexOf('\n', start - 1) + 1;
    int most = shorter - lineStart;
    int end = 0;
    while (end < most
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    int lineEnd = before.indexOf('\n', before.length() - end);
    int linesEnd = lineEnd < 0 ? 0 : before.length() - 1 - lineEnd;
    String removed = before.substring(lineStart, before.length() - linesEnd);
    String added = after.substring(lineStart, after.length() - linesEnd);
    return beforeWords + difference(removed, added);
  }

  /** The words of lines that only one of two texts has; those of others are as many in both. */
  private static int difference(String before, String after) {
    Map<String, Integer> lines = new HashMap<>();
    forEachLine(before, line -> lines.merge(line, 1, Integer::sum));
    int[] words = new int[1];
    forEachLine(
        after,
        line -> {
          Integer same = lines.get(line);
          if (same == null || same == 0) {
            words[0] += Words.count(line);
          } else {
            lines.put(line, same - 1);
          }
        });
    lines.forEach((line, count) -> words[0] -= count == 0 ? 0 : count * Words.count(line));
    return words[0];
  }

  private static void forEachLine(String text, Consumer<String> consumer) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start) + 1;
      end = end == 0 ? text.length() : end;
      consumer.accept(text.substring(start, end));
      start = end;
    }
  }
}
