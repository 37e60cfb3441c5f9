package prismq.t.script.versioning.edit;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.web.Numbers;

/** A change in one sentence, for those who hear the page. */
final class ChangeSentence {
  private static final Numbers NUMBERS = new Numbers();

  private ChangeSentence() {}

  /** For example “12 words added, 3 removed.” */
  static String of(DiffView diff) {
    if (diff.isEmpty()) {
      return "Nothing has changed.";
    }
    Diff.Statistics statistics = diff.statistics();
    List<String> parts = new ArrayList<>();
    add(parts, statistics.wordsInserted(), "added");
    add(parts, statistics.wordsDeleted(), "removed");
    add(parts, statistics.wordsMoved(), "moved");
    return parts.isEmpty()
        ? "No words added or removed; only what stands between words changed."
        : String.join(", ", parts) + ".";
  }

  /** Only the first number has its unit. */
  private static void add(List<String> parts, int words, String verb) {
    if (words > 0) {
      String number = parts.isEmpty() ? NUMBERS.count(words, "word") : NUMBERS.whole(words);
      parts.add(number + " " + verb);
    }
  }
}
