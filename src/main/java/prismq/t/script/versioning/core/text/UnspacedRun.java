package prismq.t.script.versioning.core.text;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/**
 * A run of letters of a script that is written without spaces, cut into words: Thai by the JDK's
 * dictionary; Lao, Khmer and Burmese, for which the JDK has none, into syllables. A space without
 * width, which writers of these scripts put between words, ends a run.
 */
final class UnspacedRun {
  /** A longer run is cut piece by piece, so that no text makes the dictionary slow. */
  private static final int MAX_LETTERS = 200;

  private static final Locale THAI = Locale.forLanguageTag("th");

  private final StringBuilder letters = new StringBuilder();

  /** Of each letter, where it ends in the text, with all that belongs to it. */
  private int[] letterEnds = new int[32];

  private int[] wordEnds = new int[16];
  private int words;
  private int next;

  private UnspacedRun() {}

  /** Whether a character is a letter of these scripts; marks and digits are none. */
  static boolean isLetter(int codePoint) {
    return codePoint >= 0xE00
        && scriptOf(codePoint) != UnspacedScript.OTHER
        && Character.isLetter(codePoint);
  }

  /** The scripts that are cut here. */
  private enum UnspacedScript {
    THAI,
    LAO,
    KHMER,
    BURMESE,
    OTHER
  }

  private static UnspacedScript scriptOf(int codePoint) {
    if (codePoint > 0xAA7F) {
      return UnspacedScript.OTHER;
    }
    return switch (codePoint >> 7) {
      case 0xE00 >> 7 -> UnspacedScript.THAI;
      case 0xE80 >> 7 -> UnspacedScript.LAO;
      case 0x1000 >> 7 -> UnspacedScript.BURMESE;
      case 0x1080 >> 7 -> codePoint < 0x10A0 ? UnspacedScript.BURMESE : UnspacedScript.OTHER;
      case 0x1780 >> 7 -> UnspacedScript.KHMER;
      case 0xA9E0 >> 7 -> codePoint >= 0xA9E0 ? UnspacedScript.BURMESE : UnspacedScript.OTHER;
      case 0xAA60 >> 7 -> codePoint >= 0xAA60 ? UnspacedScript.BURMESE : UnspacedScript.OTHER;
      default -> UnspacedScript.OTHER;
    };
  }

  /** The run that starts with the letter at a position. */
  static UnspacedRun at(CharSequence text, int start) {
    UnspacedRun run = new UnspacedRun();
    UnspacedScript script = scriptOf(text.charAt(start));
    boolean isWhole = run.read(text, start, script);
    switch (script) {
      case THAI -> run.cutByDictionary();
      case LAO -> run.cut(Syllables::endOfLao);
      case KHMER -> run.cut(Syllables::endOfKhmer);
      default -> run.cut(Syllables::endOfBurmese);
    }
    if (!isWhole && run.words > 1) {
      run.words--; // It may go on behind what was read.
    }
    return run;
  }

  /** Where the word ends that starts at a position of the text; ask in the order of the text. */
  int endOfWord(int start) {
    while (wordEnds[next] <= start) {
      next++;
    }
    return wordEnds[next];
  }

  /** Where the last word ends. */
  int end() {
    return wordEnds[words - 1];
  }

  /** Reads letters; false where there are more than can be read at once. */
  private boolean read(CharSequence text, int start, UnspacedScript script) {
    int position = start;
    while (position < text.length()) {
      int codePoint = Character.codePointAt(text, position);
      boolean isMark = Words.isMark(codePoint);
      boolean isInvisible = InvisibleCharacters.contains(codePoint);
      if (!isMark && !(scriptOf(codePoint) == script && Character.isLetter(codePoint))) {
        break;
      }
      if (!isMark && letters.length() >= MAX_LETTERS) {
        return false;
      }
      position += Character.charCount(codePoint);
      if (scriptOf(codePoint) == script && !isInvisible) {
        add((char) codePoint);
      }
      letterEnds[letters.length() - 1] = position;
      if (codePoint == InvisibleCharacters.ZERO_WIDTH_SPACE) {
        break;
      }
    }
    return true;
  }

  private void add(char letter) {
    if (letters.length() == letterEnds.length) {
      letterEnds = Arrays.copyOf(letterEnds, 2 * letterEnds.length);
    }
    letters.append(letter);
  }

  private void cutByDictionary() {
    BreakIterator breaks = BreakIterator.getWordInstance(THAI);
    breaks.setText(letters.toString());
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end == letters.length() || !Words.isMark(letters.charAt(end))) {
        addWord(end);
      }
    }
  }

  /** Finds the end of a syllable. */
  private interface SyllableEnd {
    int after(CharSequence letters, int start);
  }

  private void cut(SyllableEnd syllable) {
    for (int end = 0; end < letters.length(); ) {
      end = syllable.after(letters, end);
      addWord(end);
    }
  }

  private void addWord(int end) {
    if (words == wordEnds.length) {
      wordEnds = Arrays.copyOf(wordEnds, 2 * words);
    }
    wordEnds[words++] = letterEnds[end - 1];
  }
}
