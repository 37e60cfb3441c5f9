package prismq.t.script.versioning.core.align;

import prismq.t.script.versioning.core.text.ScriptText;

/** Pairs of short texts as tokens, each line a paragraph, and both as one window. */
final class Sequences {
  private Sequences() {}

  static SequencePair pair(String from, String to) {
    TokenNumbers numbers = new TokenNumbers();
    return SequencePair.of(tokens(from, numbers), tokens(to, numbers), numbers);
  }

  private static TokenSequence tokens(String text, TokenNumbers numbers) {
    String exact = ScriptText.of(text).exactLines().text();
    TokenCutter cutter = new TokenCutter(exact, numbers);
    int start = 0;
    for (int paragraph = 0; start < exact.length(); paragraph++) {
      int end = exact.indexOf('\n', start) + 1;
      end = end == 0 ? exact.length() : end;
      cutter.add(paragraph, start, end);
      start = end;
    }
    return cutter.tokens();
  }

  static Window whole(SequencePair pair) {
    return new Window(0, pair.a().length, 0, pair.b().length);
  }

  /** The texts of the tokens of the left side that are kept, with a space between two. */
  static String kept(SequencePair pair, int[] kept) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] >= 0) {
        text.append(text.isEmpty() ? "" : " ").append(pair.left().text(i));
      }
    }
    return text.toString();
  }

  /** Nothing of the left side is kept but the tokens at these places, each at its place. */
  static int[] kept(int size, int... places) {
    int[] kept = new int[size];
    java.util.Arrays.fill(kept, -1);
    for (int i = 0; i < places.length; i += 2) {
      kept[places[i]] = places[i + 1];
    }
    return kept;
  }
}
