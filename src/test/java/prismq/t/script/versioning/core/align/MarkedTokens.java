package prismq.t.script.versioning.core.align;

import java.util.function.IntPredicate;

/** Counts the white-space words in marked stretches of tokens, as a plain word diff counts them. */
final class MarkedTokens {
  private MarkedTokens() {}

  static int words(TokenSequence tokens, IntPredicate isMarked) {
    int words = 0;
    boolean isCounted = false;
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.isNeutral(token)) {
        continue;
      }
      isCounted &= !tokens.isAfterSpace(token);
      if (isMarked.test(token) && !isCounted) {
        words++;
        isCounted = true;
      }
    }
    return words;
  }
}
