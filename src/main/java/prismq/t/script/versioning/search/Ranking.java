package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * How well a text matches a search: BM25 (Robertson and Zaragoza, 2009). The number of all texts
 * and their mean length are fixed, so that a rank depends on nothing but the text and on how rare
 * the words are.
 */
final class Ranking {
  private static final double TEXTS = 1_000_000;
  private static final double MEAN_LENGTH = 50;
  private static final double SATURATION = 1.2;
  private static final double LENGTH_WEIGHT = 0.75;

  private final List<Double> weights = new ArrayList<>();

  /**
   * Weighs phrases by their rarest terms.
   *
   * @param textsWith the number of texts that have a term
   */
  Ranking(List<Phrase> phrases, ToIntFunction<String> textsWith) {
    Map<String, Integer> known = new HashMap<>();
    for (Phrase phrase : phrases) {
      int fewest = Integer.MAX_VALUE;
      int last = phrase.terms().size() - 1;
      for (int i = 0; i <= last; i++) {
        int texts = known.computeIfAbsent(phrase.terms().get(i), textsWith::applyAsInt);
        // How a word begins is often no word itself, and then says nothing about how rare it is.
        if (i < last || !phrase.prefix() || texts > 0) {
          fewest = Math.min(fewest, texts);
        }
      }
      weights.add(Math.log(1 + TEXTS / (Math.min(fewest, TEXTS) + 0.5)));
    }
  }

  /** The rank of a text; higher is better. */
  double rank(int terms, int[] counts) {
    double length = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * terms / MEAN_LENGTH);
    double rank = 0;
    for (int i = 0; i < weights.size(); i++) {
      rank += weights.get(i) * counts[i] * (SATURATION + 1) / (counts[i] + length);
    }
    return rank;
  }
}
