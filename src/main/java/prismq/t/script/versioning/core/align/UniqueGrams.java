package prismq.t.script.versioning.core.align;

/** Words in threes that are free once on either side. */
final class UniqueGrams {
  private static final int NONE = 0;
  private static final int SEVERAL = -1;

  private final MovableText left;
  private final long[] grams;

  /** Where they are, from 1. */
  private final int[] lefts;

  private final int[] rights;

  UniqueGrams(MovableText left, MovableText right) {
    this.left = left;
    // A third stays free at least, so that a search ends soon.
    int words = left.freeWords();
    int capacity = Integer.highestOneBit(Math.max(8, words + words / 2)) << 1;
    grams = new long[capacity];
    lefts = new int[capacity];
    rights = new int[capacity];
    for (int at = 0; at < left.size(); at++) {
      long gram = left.gram(at);
      if (gram != 0) {
        int slot = slot(gram);
        grams[slot] = gram;
        lefts[slot] = lefts[slot] == NONE ? at + 1 : SEVERAL;
      }
    }
    for (int at = 0; at < right.size(); at++) {
      long gram = right.gram(at);
      int slot = gram == 0 ? -1 : slot(gram);
      if (slot >= 0 && lefts[slot] > NONE) {
        rights[slot] = rights[slot] == NONE ? at + 1 : SEVERAL;
      }
    }
  }

  private int slot(long gram) {
    int slot = (int) (gram ^ gram >>> 32) & (grams.length - 1);
    while (grams[slot] != 0 && grams[slot] != gram) {
      slot = (slot + 1) & (grams.length - 1);
    }
    return slot;
  }

  /** Where the words that start at a place on the left side are on the right one, else −1. */
  int partner(int leftAt) {
    long gram = left.gram(leftAt);
    int slot = gram == 0 ? -1 : slot(gram);
    return slot >= 0 && lefts[slot] == leftAt + 1 && rights[slot] > NONE ? rights[slot] - 1 : -1;
  }
}
