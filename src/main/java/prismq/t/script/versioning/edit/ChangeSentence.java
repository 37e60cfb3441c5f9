package prismq.t.script.versioning.edit;

import java.util.List;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.compare.WordCounts;
import prismq.t.script.versioning.language.Messages;

/** A change in one sentence, for those who hear the page. */
final class ChangeSentence {
  private ChangeSentence() {}

  /** For example “12 words added, 3 words removed.” */
  static String of(DiffView diff) {
    if (diff.isEmpty()) {
      return Messages.text("edit.change.nothing");
    }
    List<String> counts = WordCounts.of(diff.statistics());
    return counts.isEmpty()
        ? Messages.text("edit.change.no_words")
        : Messages.text("edit.change.words", Messages.series(counts));
  }
}
