package prismq.t.script.versioning.core.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import prismq.t.script.versioning.core.align.TokenCutter;
import prismq.t.script.versioning.core.align.TokenNumbers;
import prismq.t.script.versioning.core.align.TokenSequence;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.ExactText;
import prismq.t.script.versioning.core.text.Folding;

/**
 * The words of a stretch of an exact text.
 *
 * @param words where each stands in the text, in order
 * @param heavy whether each is long enough to tell something
 * @param folded each as it is compared, whatever its capitals and accents' form
 */
record TextTokens(List<ByteRange> words, List<Boolean> heavy, List<String> folded) {
  /**
   * Cuts a stretch.
   *
   * @param exact the stretch
   * @param start where it starts in the whole text
   */
  static TextTokens of(String exact, int start) {
    TokenCutter cutter = new TokenCutter(exact, new TokenNumbers());
    cutter.add(0, 0, exact.length());
    TokenSequence tokens = cutter.tokens();
    List<ByteRange> words = new ArrayList<>();
    List<Boolean> heavy = new ArrayList<>();
    List<String> folded = new ArrayList<>();
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.isWord(token)) {
        ByteRange bytes = tokens.bytes(token);
        words.add(bytes.shifted(start));
        heavy.add(!tokens.isShort(token));
        folded.add(Folding.asWord(ExactText.decoded(bytes.in(exact))).toLowerCase(Locale.ROOT));
      }
    }
    return new TextTokens(words, heavy, folded);
  }

  int size() {
    return words.size();
  }

  /** The words that tell something; all of them where none does. */
  List<ByteRange> telling() {
    boolean onlyShort = !heavy.contains(true);
    List<ByteRange> telling = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (heavy.get(i) || onlyShort) {
        telling.add(words.get(i));
      }
    }
    return telling;
  }

  /** How much the words tell that a stretch of the text has some of. */
  int weight(ByteRange stretch) {
    int weight = 0;
    for (ByteRange word : telling()) {
      weight += word.overlaps(stretch) ? 1 : 0;
    }
    return weight;
  }
}
