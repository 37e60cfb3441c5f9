package prismq.t.script.versioning.core.anchor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ByteRange;

/** Looks for words like a quote in text that nothing is known of: a guess, and said to be one. */
final class QuoteSearch {
  /** Share of the words that both have. */
  private static final double MIN_LIKENESS = 0.75;

  /** Fewer words are alike by chance. */
  private static final int MIN_WORDS = 4;

  private final TextTokens quote;
  private final Map<String, Integer> counts = new HashMap<>();

  QuoteSearch(TextTokens quote) {
    this.quote = quote;
    quote.folded().forEach(word -> counts.merge(word, 1, Integer::sum));
  }

  /** The likest stretch of a text; null where none is like enough. */
  @Nullable ByteRange in(TextTokens text) {
    int size = quote.size();
    if (size < MIN_WORDS || text.size() < MIN_LIKENESS * size) {
      return null;
    }
    ByteRange best = null;
    double most = MIN_LIKENESS;
    int width = Math.min(size, text.size());
    Map<String, Integer> left = new HashMap<>(counts);
    int same = 0;
    for (int end = 0; end < text.size(); end++) {
      same += left.merge(text.folded().get(end), -1, Integer::sum) >= 0 ? 1 : 0;
      if (end >= width) {
        same -= left.merge(text.folded().get(end - width), 1, Integer::sum) > 0 ? 1 : 0;
      }
      int first = end - width + 1;
      // The words in any order are as many or more, and quick to count.
      if (first >= 0 && 2.0 * same / (size + width) >= most) {
        double likeness = likeness(text.folded().subList(first, end + 1));
        if (likeness > most || (best == null && likeness >= most)) {
          most = likeness;
          best = text.words().get(first).span(text.words().get(end));
        }
      }
    }
    return best;
  }

  /** Twice the length of the longest common subsequence by the number of words of both. */
  private double likeness(List<String> words) {
    int[] lengths = new int[words.size() + 1];
    for (String word : quote.folded()) {
      int diagonal = 0;
      for (int j = 1; j <= words.size(); j++) {
        int above = lengths[j];
        lengths[j] =
            word.equals(words.get(j - 1)) ? diagonal + 1 : Math.max(lengths[j], lengths[j - 1]);
        diagonal = above;
      }
    }
    return 2.0 * lengths[words.size()] / (quote.size() + words.size());
  }
}
