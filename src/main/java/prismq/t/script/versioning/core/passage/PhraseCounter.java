package prismq.t.script.versioning.core.passage;

import prismq.t.script.versioning.core.text.ExactText;
import prismq.t.script.versioning.core.text.Folding;
import prismq.t.script.versioning.core.text.LineEnds;

/**
 * Counts a phrase in every version of a script: without overlap, leftmost first, over the whole
 * text. What lies within passages is counted once for each distinct passage; only what reaches over
 * the end of one is looked for in the versions.
 */
public final class PhraseCounter {
  private final String phrase;
  private final PhraseMatch match;

  /** Occurrences within each passage. */
  private final int[] counts;

  private final ReachingOver reachingOver;

  private PhraseCounter(PassageHistory history, String phrase, PhraseMatch match) {
    this.phrase = phrase;
    this.match = match;
    this.counts = new int[history.passageCount()];
    this.reachingOver = new ReachingOver(history, phrase, match == PhraseMatch.FOLDED ? ' ' : '\n');
  }

  /**
   * How often a phrase occurs in each version.
   *
   * @return by version number; 0 where a version cannot be read
   */
  public static int[] count(PassageHistory history, String phrase, PhraseMatch match) {
    boolean folds = match == PhraseMatch.FOLDED;
    String searched = folds ? Folding.foldSpaces(phrase).strip() : Folding.asSeen(phrase);
    if (searched.isEmpty()) {
      return new int[history.latest() + 1];
    }
    PhraseCounter counter = new PhraseCounter(history, searched, match);
    PassageTexts.forEach(history, counter::add);
    return counter.reachingOver.addTo(history.sums(counter.counts), counter.counts);
  }

  private void add(int passage, String exact) {
    String decoded = LineEnds.withLineFeeds(ExactText.decoded(exact));
    String text =
        match == PhraseMatch.FOLDED ? Folding.foldSpaces(decoded) : Folding.asSeen(decoded);
    for (int at = text.indexOf(phrase); at >= 0; ) {
      counts[passage]++;
      at = text.indexOf(phrase, at + phrase.length());
    }
    reachingOver.add(text);
  }
}
