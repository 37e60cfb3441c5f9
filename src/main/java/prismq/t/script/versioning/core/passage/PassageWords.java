package prismq.t.script.versioning.core.passage;

import java.util.Arrays;
import prismq.t.script.versioning.core.align.TokenCutter;
import prismq.t.script.versioning.core.align.TokenNumbers;
import prismq.t.script.versioning.core.align.TokenSequence;
import prismq.t.script.versioning.core.text.Pieces;

/** Where the words of a passage stand in its exact text. */
final class PassageWords {
  private final String text;
  private final int[] starts;
  private final int[] ends;

  private PassageWords(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  static PassageWords of(String exact) {
    TokenCutter cutter = new TokenCutter(exact, new TokenNumbers());
    cutter.add(0, 0, exact.length());
    TokenSequence tokens = cutter.tokens();
    int[] starts = new int[tokens.size()];
    int[] ends = new int[tokens.size()];
    int size = 0;
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.isWord(token)) {
        starts[size] = tokens.start(token);
        ends[size++] = tokens.end(token);
      }
    }
    return new PassageWords(exact, Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
  }

  int size() {
    return starts.length;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  /** The fingerprint of the words from one up to another one, with all between them. */
  long fingerprint(int first, int last) {
    return Pieces.fingerprint(text, starts[first], ends[last]);
  }
}
