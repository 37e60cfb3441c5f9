package prismq.t.script.versioning.core.diff;

import java.util.Arrays;
import java.util.BitSet;

/** Finds, among some paragraphs, the one that shares most rare words with another paragraph. */
final class RareWords {
  /** A word of more paragraphs does not tell where one belongs. */
  private static final int MAX_PARAGRAPHS = 4;

  /** Word number in the upper half and paragraph in the lower one, sorted. */
  private final long[] entries;

  RareWords(Side side, int[] paragraphs) {
    int size = 0;
    for (int paragraph : paragraphs) {
      size += side.tokens(paragraph).bag().length;
    }
    long[] all = new long[size];
    int at = 0;
    for (int paragraph : paragraphs) {
      int[] bag = side.tokens(paragraph).bag();
      for (int i = 0; i < bag.length; i++) {
        if (i == 0 || bag[i] != bag[i - 1]) {
          all[at++] = entry(bag[i], paragraph);
        }
      }
    }
    this.entries = Arrays.copyOf(all, at);
    Arrays.sort(entries);
  }

  private static long entry(int word, int paragraph) {
    return (long) word << 32 | paragraph;
  }

  /** The paragraph with the most letters in rare words that these have too; −1 where none has. */
  int best(Tokens tokens, BitSet matched) {
    int[] bag = tokens.bag();
    long[] votes = new long[bag.length * MAX_PARAGRAPHS];
    int size = 0;
    for (int i = 0; i < bag.length; i++) {
      if (i > 0 && bag[i] == bag[i - 1]) {
        continue;
      }
      int first = first(bag[i]);
      int last = first;
      while (last < entries.length
          && (int) (entries[last] >> 32) == bag[i]
          && last - first <= MAX_PARAGRAPHS) {
        last++;
      }
      if (last - first <= MAX_PARAGRAPHS) {
        for (int j = first; j < last; j++) {
          votes[size++] = (entries[j] & 0xFFFFFFFFL) << 32 | Tokens.weight(bag[i]);
        }
      }
    }
    Arrays.sort(votes, 0, size);
    int best = -1;
    long most = 0;
    for (int i = 0; i < size; ) {
      int paragraph = (int) (votes[i] >> 32);
      long sum = 0;
      for (; i < size && (int) (votes[i] >> 32) == paragraph; i++) {
        sum += votes[i] & 0xFFFFFFFFL;
      }
      if (sum > most && !matched.get(paragraph)) {
        most = sum;
        best = paragraph;
      }
    }
    return best;
  }

  private int first(int word) {
    int found = Arrays.binarySearch(entries, entry(word, 0));
    return found >= 0 ? found : -found - 1;
  }
}
