package prismq.t.script.versioning.core.align;

import java.util.Arrays;

/**
 * The words and signs of one side.
 *
 * @param tokens which tokens they are
 * @param isFree whether they may belong to a move
 */
record MovableText(TokenSequence all, int[] tokens, int[] numbers, boolean[] isFree) {
  /** How many words in a row are looked for. */
  static final int WORDS_OF_GRAM = 3;

  /** How many tokens of a sentence are looked at before and behind what is surely of a move. */
  private static final int MAX_REST = 40;

  static MovableText of(TokenSequence all, int[] numbers, boolean[] free) {
    int[] tokens = new int[numbers.length];
    int[] own = new int[numbers.length];
    boolean[] isFree = new boolean[numbers.length];
    int size = 0;
    for (int token = 0; token < numbers.length; token++) {
      if (!all.isNeutral(token)) {
        tokens[size] = token;
        own[size] = numbers[token];
        isFree[size++] = free[token];
      }
    }
    return new MovableText(all, Arrays.copyOf(tokens, size), Arrays.copyOf(own, size), isFree);
  }

  int size() {
    return tokens.length;
  }

  /** The three free words that start there as a number; 0 where there are none. */
  long gram(int start) {
    if (!isFree[start] || !isWord(start)) {
      return 0;
    }
    long gram = 1;
    int words = 0;
    for (int at = start; at < size() && isFree[at]; at++) {
      if (isWord(at)) {
        gram = (gram ^ numbers[at]) * 0x9E3779B97F4A7C15L;
        gram ^= gram >>> 31;
        if (++words == WORDS_OF_GRAM) {
          return gram;
        }
      }
    }
    return 0;
  }

  int freeWords() {
    int words = 0;
    for (int at = 0; at < size(); at++) {
      words += isFree[at] && isWord(at) ? 1 : 0;
    }
    return words;
  }

  boolean isWord(int at) {
    return all.isWord(tokens[at]);
  }

  int words(int start, int end) {
    int words = 0;
    for (int at = start; at < end; at++) {
      words += isWord(at) ? 1 : 0;
    }
    return words;
  }

  boolean isFree(int start, int end) {
    for (int at = start; at < end; at++) {
      if (!isFree[at]) {
        return false;
      }
    }
    return true;
  }

  boolean startsWord(int at) {
    return at == size() || at == 0 || all.isAfterSpace(tokens[at]);
  }

  /** Where the sentence starts, as far as it is free and near. */
  int startBefore(int at) {
    int start = at;
    while (start > 0 && at - start < MAX_REST && !isBorder(start) && isFree[start - 1]) {
      start--;
    }
    return start;
  }

  /** Where the sentence ends, as far as it is free and near. */
  int endAfter(int at) {
    int end = at;
    while (end < size() && end - at < MAX_REST && !isBorder(end) && isFree[end]) {
      end++;
    }
    return end;
  }

  /** Whether a sentence or a paragraph starts there, or the text ends. */
  boolean isBorder(int at) {
    return at == 0
        || at == size()
        || all.isNeutral(tokens[at] - 1)
        || (all.endsSentence(tokens[at - 1]) && all.isAfterSpace(tokens[at]));
  }
}
