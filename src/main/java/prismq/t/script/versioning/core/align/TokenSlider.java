package prismq.t.script.versioning.core.align;

/**
 * Moves what was only added or only removed, and could stand at several places because it repeats
 * what is around it, to where a paragraph, a sentence or a word starts and ends (the lossless
 * sliding of diff-match-patch).
 */
final class TokenSlider {
  /** What slides farther is repetition without a place of its own. */
  private static final int MAX_DISTANCE = 2_000;

  private static final int PARAGRAPH = 40;
  private static final int LINE = 35;
  private static final int SENTENCE = 25;
  private static final int AFTER_SIGN = 15;
  private static final int BEFORE_SIGN = 12;
  private static final int SPACE = 10;

  private final SequencePair pair;
  private final int[] toRight;
  private final int[] toLeft;

  /**
   * @param toRight where the tokens of the left side go, −1 where nowhere
   * @param toLeft where those of the right side come from
   */
  TokenSlider(SequencePair pair, int[] toRight, int[] toLeft) {
    this.pair = pair;
    this.toRight = toRight;
    this.toLeft = toLeft;
  }

  void slide() {
    slide(pair.left(), pair.a(), toRight, toLeft);
    slide(pair.right(), pair.b(), toLeft, toRight);
  }

  /**
   * @param own where the tokens of the side with the stretches go
   */
  private void slide(TokenSequence tokens, int[] numbers, int[] own, int[] other) {
    int start = 0;
    while (start < own.length) {
      if (own[start] >= 0) {
        start++;
        continue;
      }
      int end = start + 1;
      while (end < own.length && own[end] < 0) {
        end++;
      }
      boolean isAlone = isAlone(own, other.length, start, end);
      start = isAlone ? slide(tokens, numbers, own, other, start, end) : end;
    }
  }

  /** Whether nothing is on the other side where a stretch is. */
  private static boolean isAlone(int[] own, int otherSize, int start, int end) {
    if (start == 0) {
      return end < own.length && own[end] == 0;
    }
    return end == own.length ? own[start - 1] == otherSize - 1 : own[start - 1] + 1 == own[end];
  }

  /** Moves a stretch to its best place, and returns where what comes after it starts. */
  private int slide(
      TokenSequence tokens, int[] numbers, int[] own, int[] other, int start, int end) {
    int up = 0;
    while (up < MAX_DISTANCE
        && start - up > 0
        && own[start - up - 1] >= 0
        && (up == 0 || own[start - up - 1] + 1 == own[start - up])
        && numbers[start - up - 1] == numbers[end - up - 1]) {
      up++;
    }
    int down = 0;
    while (down < MAX_DISTANCE
        && end + down < own.length
        && own[end + down] >= 0
        && (down == 0 || own[end + down - 1] + 1 == own[end + down])
        && numbers[start + down] == numbers[end + down]) {
      down++;
    }
    int best = bestShift(tokens, start, end, -up, down);
    shift(own, other, start, end, best);
    return end + Math.max(best, 0);
  }

  /** The shift to the best place among those that mark no more words than the stretch does now. */
  private static int bestShift(TokenSequence tokens, int start, int end, int least, int most) {
    // White-space words of the stretch at each place, less those of the lowest place.
    int[] words = new int[most - least + 1];
    for (int by = least; by < most; by++) {
      words[by + 1 - least] =
          words[by - least] + startsWord(tokens, end + by) - startsWord(tokens, start + by);
    }
    for (int by = least; by <= most; by++) {
      words[by - least] += isInsideWord(tokens, start + by) ? 1 : 0;
    }
    int best = 0;
    int bestFit = Integer.MIN_VALUE;
    for (int by = most; by >= least; by--) {
      int fit = fit(tokens, start + by) + fit(tokens, end + by);
      if (fit > bestFit && words[by - least] <= words[-least]) {
        bestFit = fit;
        best = by;
      }
    }
    return best;
  }

  private static int startsWord(TokenSequence tokens, int token) {
    return !tokens.isNeutral(token) && tokens.isAfterSpace(token) ? 1 : 0;
  }

  private static boolean isInsideWord(TokenSequence tokens, int token) {
    return !tokens.isNeutral(token) && !tokens.isAfterSpace(token);
  }

  private static void shift(int[] own, int[] other, int start, int end, int by) {
    for (int k = 0; k < by; k++) {
      own[start + k] = own[end + k];
      other[own[start + k]] = start + k;
      own[end + k] = -1;
    }
    for (int k = 0; k < -by; k++) {
      own[end - 1 - k] = own[start - 1 - k];
      other[own[end - 1 - k]] = end - 1 - k;
      own[start - 1 - k] = -1;
    }
  }

  private static boolean isSign(TokenType type) {
    return type == TokenType.SIGN || type == TokenType.SENTENCE_END;
  }

  /** How well a text can be cut before a token. */
  private static int fit(TokenSequence tokens, int token) {
    if (token == 0 || token == tokens.size()) {
      return PARAGRAPH;
    }
    TokenType at = tokens.type(token);
    TokenType before = tokens.type(token - 1);
    if (at == TokenType.PARAGRAPH_BREAK || before == TokenType.PARAGRAPH_BREAK) {
      return PARAGRAPH;
    }
    if (at == TokenType.LINE_BREAK || before == TokenType.LINE_BREAK) {
      return LINE;
    }
    boolean isAfterSpace = tokens.isAfterSpace(token);
    if (isAfterSpace && tokens.endsSentence(token - 1)) {
      return SENTENCE;
    }
    if (isSign(before) && isAfterSpace) {
      return AFTER_SIGN;
    }
    if (isSign(at)) {
      return BEFORE_SIGN;
    }
    return isAfterSpace ? SPACE : 0;
  }
}
