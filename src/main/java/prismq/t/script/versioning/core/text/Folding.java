package prismq.t.script.versioning.core.text;

import java.text.Normalizer;
import java.util.Locale;

/** Folds what readers do not search by: case, accents, forms of characters. */
public final class Folding {
  private Folding() {}

  /**
   * A text without accents and forms (Unicode's NFKD, then composed again) in lower case, with
   * straight apostrophes. White space stays as it is.
   */
  public static String fold(String text) {
    if (isAscii(text)) {
      return lowerAscii(text);
    }
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder kept = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(codePoint -> !isAccent(codePoint) && !InvisibleCharacters.contains(codePoint))
        .map(codePoint -> isApostrophe(codePoint) ? '\'' : codePoint)
        .forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  /**
   * A text as it looks: accents composed (Unicode's NFC), {@link InvisibleCharacters} left out, a
   * space that breaks no line as any other. Texts that look alike are equal then; case, accents and
   * runs of white space stay.
   */
  public static String asSeen(String text) {
    if (isAsSeen(text)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(codePoint -> !InvisibleCharacters.contains(codePoint))
        .forEach(codePoint -> kept.appendCodePoint(isNoBreakSpace(codePoint) ? ' ' : codePoint));
    return Normalizer.normalize(kept, Normalizer.Form.NFC);
  }

  /** A word as it looks, with straight apostrophes: “don’t” is the word “don't”. */
  public static String asWord(String word) {
    String seen = asSeen(word);
    for (int i = 0; i < seen.length(); i++) {
      if (isApostrophe(seen.charAt(i))) {
        return seen.replace('\u2019', '\'').replace('\u02BC', '\'');
      }
    }
    return seen;
  }

  private static boolean isApostrophe(int codePoint) {
    return codePoint == 0x2019 || codePoint == 0x2BC;
  }

  /**
   * Whether a text has only characters that are always seen as they are; not all such are known.
   */
  private static boolean isAsSeen(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean isPunctuation = character >= 0x2010 && character <= 0x2027;
      if (character == 0xA0
          || character == InvisibleCharacters.SOFT_HYPHEN
          || (character >= 0x300 && !isPunctuation)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNoBreakSpace(int codePoint) {
    return codePoint == 0xA0 || codePoint == 0x2007 || codePoint == 0x202F;
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static String lowerAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character >= 'A' && character <= 'Z') {
        return text.toLowerCase(Locale.ROOT);
      }
    }
    return text;
  }

  /** The same with every run of white space as one space, and none at the start. */
  public static String foldSpaces(String text) {
    String folded = fold(text);
    StringBuilder kept = new StringBuilder(folded.length());
    boolean isAfterSpace = true;
    for (int i = 0; i < folded.length(); i++) {
      char character = folded.charAt(i);
      boolean isSpace = isSpace(character);
      if (!isSpace || !isAfterSpace) {
        kept.append(isSpace ? ' ' : character);
      }
      isAfterSpace = isSpace;
    }
    return kept.toString();
  }

  /** Whether a character is white space, non-breaking or not. */
  public static boolean isSpace(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  /**
   * Whether a mark is left out: accents of the alphabets of Europe, points of Hebrew and Arabic,
   * signs around a letter. Others, such as vowels of Hindi and Thai, make another word.
   */
  private static boolean isAccent(int codePoint) {
    return codePoint >= 0x300
        && (codePoint <= 0x36F
            || (codePoint >= 0x591 && codePoint <= 0x5C7)
            || (codePoint >= 0x64B && codePoint <= 0x65F)
            || codePoint == 0x640
            || codePoint == 0x670
            || (codePoint >= 0x1AB0 && codePoint <= 0x1AFF)
            || (codePoint >= 0x1DC0 && codePoint <= 0x1DFF)
            || (codePoint >= 0x20D0 && codePoint <= 0x20FF));
  }
}
