package prismq.t.script.versioning.core.scene;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import prismq.t.script.versioning.core.text.Words;

/**
 * The words of a scene's body as numbers.
 *
 * @param sorted each as often as it is there
 * @param pairs of words that follow each other, each once and sorted
 */
record SceneWords(int[] sorted, long[] pairs) {
  private static final int SHIFT = 32;

  /** Gives equal words of two texts the same number, whatever their case. */
  static final class Numbering {
    private final Map<String, Integer> numbers = new HashMap<>();

    SceneWords of(String body) {
      int[] words = new int[16];
      int count = 0;
      Words cutter = Words.in(body);
      int at = 0;
      while (at < body.length()) {
        int end = cutter.end(at);
        if (Words.isWord(body, at)) {
          String word = body.substring(at, end).toLowerCase(Locale.ROOT);
          words = count == words.length ? Arrays.copyOf(words, count * 2) : words;
          words[count++] = numbers.computeIfAbsent(word, any -> numbers.size());
        }
        at = end;
      }
      return SceneWords.of(Arrays.copyOf(words, count));
    }
  }

  private static SceneWords of(int[] words) {
    long[] pairs = new long[Math.max(0, words.length - 1)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = ((long) words[i] << SHIFT) | words[i + 1];
    }
    int[] sorted = words.clone();
    Arrays.sort(sorted);
    return new SceneWords(sorted, Arrays.stream(pairs).sorted().distinct().toArray());
  }

  int count() {
    return sorted.length;
  }

  /** How many words both have. */
  int common(SceneWords other) {
    return common(sorted, other.sorted);
  }

  private static int common(int[] some, int[] others) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < some.length && j < others.length) {
      if (some[i] == others[j]) {
        common++;
        i++;
        j++;
      } else if (some[i] < others[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  /** Which part of all words both have, from 0 to 1. */
  double overlap(SceneWords other) {
    int all = count() + other.count();
    return all == 0 ? 0 : 2.0 * common(other) / all;
  }

  /** Which part of the pairs here another has too. */
  double within(SceneWords other) {
    return pairs.length == 0 ? 0 : commonPairs(other) / (double) pairs.length;
  }

  /** Which part of the pairs here one has and another has not. */
  double withinOnly(SceneWords one, SceneWords another) {
    int found = 0;
    for (long pair : pairs) {
      found += one.has(pair) && !another.has(pair) ? 1 : 0;
    }
    return pairs.length == 0 ? 0 : found / (double) pairs.length;
  }

  private int commonPairs(SceneWords other) {
    int found = 0;
    for (long pair : pairs) {
      found += other.has(pair) ? 1 : 0;
    }
    return found;
  }

  private boolean has(long pair) {
    return Arrays.binarySearch(pairs, pair) >= 0;
  }

  /** The words of both together. */
  SceneWords and(SceneWords other) {
    int[] all = Arrays.copyOf(sorted, sorted.length + other.sorted.length);
    System.arraycopy(other.sorted, 0, all, sorted.length, other.sorted.length);
    Arrays.sort(all);
    return new SceneWords(all, pairs);
  }
}
