package prismq.t.script.versioning.core.align;

import java.util.Arrays;

/**
 * The plain word diff of a window, as git's --word-diff has it: words are what stands between white
 * space, and as many as possible are kept. It is what no other alignment may mark more words than.
 */
final class PlainAlignment {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final SequencePair pair;
  private final Window window;
  private final WorkBudget budget;
  private final int[] kept;
  private int words;

  private PlainAlignment(SequencePair pair, Window window, WorkBudget budget) {
    this.pair = pair;
    this.window = window;
    this.budget = budget;
    this.kept = new int[window.rows()];
    Arrays.fill(kept, -1);
  }

  /** The words of one side: where each starts, and at last where the window ends. */
  private record SpaceWords(int[] starts, int[] numbers) {}

  static PlainAlignment of(SequencePair pair, Window window, WorkBudget budget) {
    PlainAlignment alignment = new PlainAlignment(pair, window, budget);
    alignment.align();
    return alignment;
  }

  /** Number of words marked on both sides. */
  int words() {
    return words;
  }

  /** Where the tokens of the left side go. */
  int[] kept() {
    return kept;
  }

  private void align() {
    TokenNumbers numbers = new TokenNumbers();
    SpaceWords left = cut(pair.left(), pair.a(), window.aStart(), window.aEnd(), numbers);
    SpaceWords right = cut(pair.right(), pair.b(), window.bStart(), window.bEnd(), numbers);
    int[] partners = new int[left.numbers.length];
    Arrays.fill(partners, -1);
    new ShortestAlignment(left.numbers, right.numbers, numbers.kinds(), partners, budget)
        .align(0, left.numbers.length, 0, right.numbers.length);
    words = left.numbers.length + right.numbers.length;
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0) {
        words -= 2;
        keep(left.starts[i], left.starts[i + 1], right.starts[partners[i]]);
      }
    }
  }

  private void keep(int aStart, int aEnd, int bStart) {
    int j = bStart;
    for (int i = aStart; i < aEnd; i++) {
      if (pair.left().isNeutral(i)) {
        continue;
      }
      while (pair.right().isNeutral(j)) {
        j++;
      }
      kept[i - window.aStart()] = j++;
    }
  }

  private static SpaceWords cut(
      TokenSequence tokens, int[] all, int start, int end, TokenNumbers numbers) {
    int[] starts = new int[end - start + 1];
    int[] found = new int[end - start];
    int size = 0;
    int at = start;
    while (at < end) {
      if (tokens.isNeutral(at)) {
        at++;
        continue;
      }
      starts[size] = at;
      long word = 1L + all[at++];
      while (at < end && !tokens.isAfterSpace(at)) {
        word = (word ^ word >>> 29) * FACTOR + 1 + all[at++];
      }
      found[size++] = numbers.number(word * FACTOR);
      starts[size] = at;
    }
    return new SpaceWords(Arrays.copyOf(starts, size + 1), Arrays.copyOf(found, size));
  }
}
