package prismq.t.script.versioning.core.align;

import java.util.ArrayList;
import java.util.List;

/** The plain word diff of two texts, by the textbook's table. */
final class PlainWords {
  private PlainWords() {}

  /** The fewest words, of those between white space, that can be marked on both sides. */
  static int marked(TokenSequence left, TokenSequence right) {
    List<List<Integer>> from = words(left);
    List<List<Integer>> to = words(right);
    int[][] common = new int[from.size() + 1][to.size() + 1];
    for (int i = 1; i <= from.size(); i++) {
      for (int j = 1; j <= to.size(); j++) {
        common[i][j] =
            from.get(i - 1).equals(to.get(j - 1))
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    return from.size() + to.size() - 2 * common[from.size()][to.size()];
  }

  private static List<List<Integer>> words(TokenSequence tokens) {
    List<List<Integer>> words = new ArrayList<>();
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.isNeutral(token)) {
        continue;
      }
      if (words.isEmpty() || tokens.isAfterSpace(token)) {
        words.add(new ArrayList<>());
      }
      words.get(words.size() - 1).add(tokens.numbers()[token]);
    }
    return words;
  }
}
