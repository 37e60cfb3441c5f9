package prismq.t.script.versioning.bench;

import java.util.Random;
import prismq.t.script.versioning.core.text.ScriptText;

/** Two made-up texts to compare, the same in every run. */
record DiffPair(String name, ScriptText from, ScriptText to) {
  private static final int LINES = 10_000;

  /**
   * 10,000 lines, of which so many of a hundred changed: mostly a word, else they came, went or
   * were rewritten.
   *
   * @param end of a line that is a paragraph: "\n", or "\n\n" where every other line is blank
   */
  static DiffPair lines(String name, int percent, String end) {
    MadeUpText words = new MadeUpText(percent, 0);
    Random random = new Random(percent);
    StringBuilder from = new StringBuilder();
    StringBuilder to = new StringBuilder();
    for (int i = 0; i < LINES / end.length(); i++) {
      String line = words.words(5 + random.nextInt(15));
      from.append(line).append(end);
      int change = random.nextInt(100) < percent ? random.nextInt(10) : -1;
      switch (change) {
        case -1 -> to.append(line).append(end);
        case 0 -> {}
        case 1 -> to.append(line).append(end).append(words.words(10)).append(end);
        case 2 -> to.append(words.words(10)).append(end);
        default -> to.append(words.changedWord(line)).append(end);
      }
    }
    return of(name, from, to);
  }

  /** One paragraph, in which each tenth word was replaced, left out, or had another one put in. */
  static DiffPair paragraph(int size) {
    MadeUpText words = new MadeUpText(size, 0);
    Random random = new Random(size);
    StringBuilder from = new StringBuilder();
    StringBuilder to = new StringBuilder();
    for (String word : words.words(size).split(" ", -1)) {
      from.append(word).append(' ');
      int change = random.nextInt(10) == 0 ? random.nextInt(4) : -1;
      switch (change) {
        case -1 -> to.append(word).append(' ');
        case 0 -> {}
        case 1 -> to.append(word).append(' ').append(words.words(1)).append(' ');
        default -> to.append(words.words(1)).append(' ');
      }
    }
    return of("one paragraph of " + Figures.whole(size) + " words, 10 % changed", from, to);
  }

  /** A text of so many bytes that was edited in so many places after it was cut to a size. */
  static DiffPair edited(String name, int bytes, int leftBytes, int places) {
    MadeUpText text = new MadeUpText(bytes, bytes);
    ScriptText from = text.text();
    return new DiffPair(name, from, text.shorten(leftBytes).edit(places).text());
  }

  static DiffPair of(String name, CharSequence from, CharSequence to) {
    return new DiffPair(name, ScriptText.of(from.toString()), ScriptText.of(to.toString()));
  }
}
