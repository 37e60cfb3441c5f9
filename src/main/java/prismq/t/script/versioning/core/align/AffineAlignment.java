package prismq.t.script.versioning.core.align;

/**
 * Aligns a window so that words are kept only where that is worth opening another marked stretch:
 * the alignment of Needleman and Wunsch (1970) with the gaps of Gotoh (1982). What was removed
 * stands before what was added.
 */
final class AffineAlignment {
  private static final int WORD = 200;
  private static final int LIGHT_WORD = 150;
  private static final int SIGN = 20;
  private static final int BREAK = 15;
  private static final int LIST_MARK = 10;
  private static final int NEVER = Integer.MIN_VALUE / 2;

  private static final int KEPT = 0;
  private static final int REMOVED = 1;
  private static final int ADDED = 2;

  private final SequencePair pair;
  private final Window window;
  private final int[] gains;
  private final int[] openLeft;
  private final int[] openRight;

  AffineAlignment(SequencePair pair, Window window) {
    this.pair = pair;
    this.window = window;
    this.gains = new int[window.rows()];
    this.openLeft = new int[window.rows()];
    this.openRight = new int[window.columns()];
    for (int i = 0; i < gains.length; i++) {
      int token = window.aStart() + i;
      gains[i] = gain(token);
      openLeft[i] = share(pair.left().type(token));
    }
    for (int j = 0; j < openRight.length; j++) {
      openRight[j] = share(pair.right().type(window.bStart() + j));
    }
  }

  private int gain(int token) {
    return switch (pair.left().type(token)) {
      case WORD -> pair.light().get(pair.a()[token]) ? LIGHT_WORD : WORD;
      case SIGN, SENTENCE_END -> SIGN;
      case LINE_BREAK, PARAGRAPH_BREAK -> BREAK;
      case LIST_MARK -> LIST_MARK;
    };
  }

  /** How much of the price a stretch costs that starts with such a token, in hundredths. */
  private static int share(TokenType type) {
    return switch (type) {
      case WORD -> 100;
      case SIGN, SENTENCE_END -> 40;
      case LINE_BREAK, PARAGRAPH_BREAK, LIST_MARK -> 5;
    };
  }

  /**
   * Where the tokens of the left side go.
   *
   * @param price of opening a stretch, in hundredths of half a word
   */
  int[] kept(int price) {
    int rows = window.rows();
    int columns = window.columns();
    byte[] from = new byte[(rows + 1) * (columns + 1)];
    int[] kept = new int[columns + 1];
    int[] removed = new int[columns + 1];
    int[] added = new int[columns + 1];
    kept[0] = 0;
    removed[0] = NEVER;
    added[0] = NEVER;
    for (int j = 1; j <= columns; j++) {
      kept[j] = NEVER;
      removed[j] = NEVER;
      added[j] = j == 1 ? -price * openRight[0] / 100 : added[j - 1];
      from[j] = (byte) ((j == 1 ? KEPT : ADDED) << 4);
    }
    for (int i = 1; i <= rows; i++) {
      int gain = gains[i - 1];
      int number = pair.a()[window.aStart() + i - 1];
      int open = price * openLeft[i - 1] / 100;
      int diagonalKept = kept[0];
      int diagonalRemoved = removed[0];
      int diagonalAdded = added[0];
      int row = i * (columns + 1);
      removed[0] = Math.max(kept[0] - open, removed[0]);
      from[row] = (byte) ((kept[0] - open >= removed[0] ? KEPT : REMOVED) << 2);
      kept[0] = NEVER;
      added[0] = NEVER;
      for (int j = 1; j <= columns; j++) {
        int oldKept = kept[j];
        int oldRemoved = removed[j];
        int oldAdded = added[j];
        int way = 0;
        if (number == pair.b()[window.bStart() + j - 1]) {
          int best = diagonalKept;
          int state = KEPT;
          if (diagonalRemoved > best) {
            best = diagonalRemoved;
            state = REMOVED;
          }
          if (diagonalAdded > best) {
            best = diagonalAdded;
            state = ADDED;
          }
          kept[j] = best + gain;
          way = state;
        } else {
          kept[j] = NEVER;
        }
        if (oldKept - open >= oldRemoved) {
          removed[j] = oldKept - open;
        } else {
          removed[j] = oldRemoved;
          way |= REMOVED << 2;
        }
        int openAdded = price * openRight[j - 1] / 100;
        int afterKept = kept[j - 1] - openAdded;
        int afterRemoved = removed[j - 1] - openAdded;
        int best = added[j - 1];
        int state = ADDED;
        if (afterKept >= best) {
          best = afterKept;
          state = KEPT;
        }
        if (afterRemoved > best) {
          best = afterRemoved;
          state = REMOVED;
        }
        added[j] = best;
        from[row + j] = (byte) (way | state << 4);
        diagonalKept = oldKept;
        diagonalRemoved = oldRemoved;
        diagonalAdded = oldAdded;
      }
    }
    return traced(from, kept[columns], removed[columns], added[columns]);
  }

  private int[] traced(byte[] from, int kept, int removed, int added) {
    int columns = window.columns();
    int[] partners = new int[window.rows()];
    java.util.Arrays.fill(partners, -1);
    int state = kept >= removed && kept >= added ? KEPT : removed >= added ? REMOVED : ADDED;
    int i = window.rows();
    int j = columns;
    while (i > 0 || j > 0) {
      int way = from[i * (columns + 1) + j];
      switch (state) {
        case KEPT -> {
          state = way & 3;
          partners[--i] = window.bStart() + --j;
        }
        case REMOVED -> {
          state = way >> 2 & 3;
          i--;
        }
        default -> {
          state = way >> 4 & 3;
          j--;
        }
      }
    }
    return partners;
  }
}
