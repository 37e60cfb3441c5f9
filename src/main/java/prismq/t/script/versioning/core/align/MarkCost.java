package prismq.t.script.versioning.core.align;

/**
 * What an alignment of a window marks on both sides.
 *
 * @param words white-space words in marked stretches
 * @param runs marked stretches, in tenths; one without a word counts three tenths
 */
record MarkCost(int words, int runs) {
  private static final int RUN = 10;
  private static final int RUN_OF_SIGNS = 3;

  static final MarkCost NOTHING = new MarkCost(0, 0);

  /** What a reader pays for it; a run is as bad as two words. */
  int cost() {
    return RUN * words + 2 * runs;
  }

  MarkCost plus(MarkCost other) {
    return new MarkCost(words + other.words, runs + other.runs);
  }

  /**
   * @param kept where the tokens of the left side go, from the start of the window; −1 where
   *     nowhere
   */
  static MarkCost of(SequencePair pair, Window window, int[] kept) {
    boolean[] isKeptRight = new boolean[window.columns()];
    Counter left = new Counter(pair.left());
    for (int i = window.aStart(); i < window.aEnd(); i++) {
      int to = kept[i - window.aStart()];
      if (to >= 0) {
        isKeptRight[to - window.bStart()] = true;
      }
      left.count(i, to >= 0);
    }
    Counter right = new Counter(pair.right());
    for (int j = window.bStart(); j < window.bEnd(); j++) {
      right.count(j, isKeptRight[j - window.bStart()]);
    }
    return left.marked().plus(right.marked());
  }

  /** Counts one side. A break or a list mark neither counts nor divides. */
  private static final class Counter {
    private final TokenSequence tokens;
    private int words;
    private int runs;
    private boolean isInRun;
    private boolean hasWord;

    Counter(TokenSequence tokens) {
      this.tokens = tokens;
    }

    void count(int token, boolean isKept) {
      if (tokens.isNeutral(token)) {
        return;
      }
      if (isKept) {
        end();
        return;
      }
      if (!isInRun || tokens.isAfterSpace(token)) {
        words++;
      }
      isInRun = true;
      hasWord |= tokens.isWord(token);
    }

    private void end() {
      if (isInRun) {
        runs += hasWord ? RUN : RUN_OF_SIGNS;
      }
      isInRun = false;
      hasWord = false;
    }

    MarkCost marked() {
      end();
      return new MarkCost(words, runs);
    }
  }
}
