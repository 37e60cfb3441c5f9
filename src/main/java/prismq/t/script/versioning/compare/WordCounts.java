package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Numbers;

/** How many words a comparison added, removed and moved, for a sentence. */
public final class WordCounts {
  private static final Numbers NUMBERS = new Numbers();

  private WordCounts() {}

  /** One for each of the three that there are any of: “12 words added”. */
  public static List<String> of(Diff.Statistics statistics) {
    List<String> counts = new ArrayList<>();
    add(counts, "common.words_added", statistics.wordsInserted());
    add(counts, "common.words_removed", statistics.wordsDeleted());
    add(counts, "common.words_moved", statistics.wordsMoved());
    return counts;
  }

  private static void add(List<String> counts, String key, int words) {
    if (words > 0) {
      counts.add(Messages.count(key, words, NUMBERS.whole(words)));
    }
  }
}
