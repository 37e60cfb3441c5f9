package prismq.t.script.versioning.search;

import java.util.List;
import java.util.stream.IntStream;
import prismq.t.script.versioning.core.text.CharacterRange;

/** Decides whether texts match the words of a search, and how well. */
final class Wanted {
  /** A word that is written to its end fits as well as so many more that go on. */
  private static final int WHOLE_WORD = 8;

  private final Finder wanted;
  private final Finder unwanted;
  private final Ranking ranking;

  Wanted(SearchQuery query, Ranking ranking) {
    this.wanted = new Finder(query.wanted());
    this.unwanted = new Finder(query.unwanted());
    this.ranking = ranking;
  }

  /**
   * How well texts that belong together fit.
   *
   * @return higher is better; 0 if a phrase is in none of them, or one that must not be is
   */
  double rank(List<String> texts) {
    int phrases = wanted.phrases().size();
    int[] counts = new int[phrases];
    int terms = 0;
    for (String text : texts) {
      Finder.Look look = wanted.in(text);
      terms += look.terms();
      for (int i = 0; i < phrases; i++) {
        int hits = look.byPhrase().get(i).size();
        counts[i] += hits + WHOLE_WORD * Math.min(hits, look.wholeWords()[i]);
      }
    }
    boolean fits = IntStream.of(counts).allMatch(count -> count > 0) && hasNoneUnwanted(texts);
    return fits ? ranking.rank(terms, counts) : 0;
  }

  /** Whether the search excludes any words. */
  boolean leavesOut() {
    return !unwanted.phrases().isEmpty();
  }

  /** Whether a text has none of the excluded words. */
  boolean hasNoneUnwanted(List<String> texts) {
    return !leavesOut() || texts.stream().noneMatch(text -> unwanted.in(text).hasAny());
  }

  /** The positions of the wanted phrases in a text. */
  List<CharacterRange> hits(String text) {
    return wanted.in(text).hits();
  }
}
