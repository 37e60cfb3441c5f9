package prismq.t.script.versioning.core.align;

import java.util.BitSet;

/**
 * The tokens of two texts as numbers, which are equal where the tokens are.
 *
 * @param kinds all numbers are from 0 to this − 1
 * @param light the words that stand everywhere and so hold nothing together, by their numbers
 */
record SequencePair(
    TokenSequence left, TokenSequence right, int[] a, int[] b, int kinds, BitSet light) {
  /** A word that is every so many-th token of both texts tells nothing. */
  private static final int LIGHT_SHARE = 250;

  private static final int MIN_LIGHT_COUNT = 8;

  static SequencePair of(TokenSequence left, TokenSequence right, TokenNumbers numbers) {
    int[] a = left.numbers();
    int[] b = right.numbers();
    int kinds = numbers.kinds();
    BitSet light = new BitSet(kinds);
    int[] countsLeft = new int[kinds];
    mark(left, a, countsLeft, light);
    int[] countsRight = new int[kinds];
    mark(right, b, countsRight, light);
    for (int kind = 0; kind < kinds; kind++) {
      if (isFrequent(countsLeft[kind], a.length) && isFrequent(countsRight[kind], b.length)) {
        light.set(kind);
      }
    }
    return new SequencePair(left, right, a, b, kinds, light);
  }

  private static void mark(TokenSequence tokens, int[] numbers, int[] counts, BitSet light) {
    for (int token = 0; token < numbers.length; token++) {
      if (counts[numbers[token]]++ == 0 && (!tokens.isWord(token) || tokens.isShort(token))) {
        light.set(numbers[token]);
      }
    }
  }

  private static boolean isFrequent(int count, int tokens) {
    return count >= Math.max(MIN_LIGHT_COUNT, tokens / LIGHT_SHARE);
  }

  /** Whether a token on the left side is a word that tells something. */
  boolean isHeavy(int token) {
    return left.isWord(token) && !light.get(a[token]);
  }
}
