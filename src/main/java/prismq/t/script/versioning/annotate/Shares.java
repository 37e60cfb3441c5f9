package prismq.t.script.versioning.annotate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import prismq.t.script.versioning.core.text.CharacterPositions;
import prismq.t.script.versioning.core.text.CharacterRange;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.Words;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.search.Annotation;
import prismq.t.script.versioning.search.Annotation.Attribution;

/**
 * The words of a text by author and by source, those with most words first.
 *
 * @param words number of words of the text
 * @param authors by name, everybody who wrote some of it
 */
public record Shares(int words, List<Share<String>> authors, List<Share<Source>> sources) {
  /** All words, in tenths of a percent. */
  static final int WHOLE = 1_000;

  /**
   * One share.
   *
   * @param of whom or what the words are from
   * @param tenths of a percent; those of all shares together are 1,000, unless there are no words
   */
  public record Share<T>(T of, int words, int tenths) {
    /** The same in percent, with at most one digit after the point. */
    public double percent() {
      return tenths / 10.0;
    }
  }

  /** The shares in a version. */
  public static Shares of(AnnotatedVersion annotated) {
    Map<Integer, Integer> byOrigin = words(annotated.annotation());
    int words = byOrigin.values().stream().mapToInt(Integer::intValue).sum();
    return new Shares(
        words,
        shares(annotated, byOrigin, words, version -> version.person().name()),
        shares(annotated, byOrigin, words, version -> Source.of(version.metadata())));
  }

  /** Words by the version that wrote them; the one that wrote its first letter wrote a word. */
  private static Map<Integer, Integer> words(Annotation annotation) {
    byte[] bytes = annotation.text().read();
    List<Attribution> runs = annotation.runs();
    List<CharacterRange> characters =
        CharacterPositions.of(bytes, runs.stream().map(Attribution::bytes).toList());
    int[] words = new int[runs.size()];
    // Not the text for display, which is without the byte order mark.
    Pieces pieces = Words.split(new String(bytes, StandardCharsets.UTF_8));
    int run = 0;
    for (int i = 0; i < pieces.size(); i++) {
      int start = pieces.start(i);
      if (Words.isWord(pieces.text(), start)) {
        while (characters.get(run).end() <= start) {
          run++;
        }
        words[run]++;
      }
    }
    Map<Integer, Integer> byOrigin = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      byOrigin.merge(runs.get(i).versionNumber(), words[i], Integer::sum);
    }
    return byOrigin;
  }

  private static <T extends Comparable<? super T>> List<Share<T>> shares(
      AnnotatedVersion annotated,
      Map<Integer, Integer> byOrigin,
      int words,
      Function<Version, T> of) {
    Map<T, Integer> counts = new HashMap<>();
    byOrigin.forEach(
        (origin, count) -> counts.merge(of.apply(annotated.origin(origin)), count, Integer::sum));
    List<Map.Entry<T, Integer>> most =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<T, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    int[] tenths = tenths(most.stream().mapToInt(Map.Entry::getValue).toArray(), words);
    List<Share<T>> shares = new ArrayList<>();
    for (int i = 0; i < tenths.length; i++) {
      shares.add(new Share<>(most.get(i).getKey(), most.get(i).getValue(), tenths[i]));
    }
    return shares;
  }

  /**
   * Parts of a whole in tenths of a percent that are {@value #WHOLE} together: each rounded down,
   * and what is left over given to those that lost most by it.
   */
  private static int[] tenths(int[] parts, int whole) {
    int[] tenths = new int[parts.length];
    if (whole == 0) {
      return tenths;
    }
    List<Integer> byLoss = new ArrayList<>();
    int left = WHOLE;
    for (int i = 0; i < parts.length; i++) {
      tenths[i] = (int) ((long) parts[i] * WHOLE / whole);
      left -= tenths[i];
      byLoss.add(i);
    }
    byLoss.sort(Comparator.comparing(i -> -((long) parts[i] * WHOLE % whole)));
    for (int i = 0; i < left; i++) {
      tenths[byLoss.get(i)]++;
    }
    return tenths;
  }
}
