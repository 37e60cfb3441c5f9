package prismq.t.script.versioning.core.text;

import org.jspecify.annotations.Nullable;

/**
 * Cuts text into words, runs of white space and single signs. A word is a run of letters, digits
 * and their marks, with apostrophes, hyphens and full stops only between two of them; a Chinese or
 * Japanese character is a word of its own, and Thai, Lao, Khmer and Burmese, which have no spaces,
 * are cut as {@link UnspacedRun} does. A cut never falls inside a character that readers see as
 * one: combining marks, skin tones, joined emoji and {@link InvisibleCharacters} stay with what
 * they modify.
 */
public final class Words {
  /** No character below is a mark, but for the soft hyphen. */
  private static final int FIRST_MARK = 0x300;

  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private final CharSequence text;
  private @Nullable UnspacedRun run;

  private Words(CharSequence text) {
    this.text = text;
  }

  /** Cuts a text piece by piece, by {@link #end}, in its order. */
  public static Words in(CharSequence text) {
    return new Words(text);
  }

  /** Number of words. */
  public static int count(CharSequence text) {
    Words all = new Words(text);
    int words = 0;
    int position = 0;
    while (position < text.length()) {
      if (isPlain(text, position) && !isWordPart(text.charAt(position))) {
        position++;
        continue;
      }
      if (isWord(text, position)) {
        words++;
      }
      position = all.end(position);
    }
    return words;
  }

  /** Whether there is a word at all. */
  public static boolean hasAny(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (isWord(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an ASCII character stands here that nothing after it can modify. */
  private static boolean isPlain(CharSequence text, int position) {
    return text.charAt(position) < 128
        && (position + 1 == text.length() || !mayBeMark(text.charAt(position + 1)));
  }

  private static boolean mayBeMark(char character) {
    return character > 127
        && (character >= FIRST_MARK || character == InvisibleCharacters.SOFT_HYPHEN);
  }

  /** The pieces of the text in order; joined they are the text again. */
  public static Pieces split(String text) {
    Words all = new Words(text);
    Pieces.Builder pieces = new Pieces.Builder();
    int position = 0;
    while (position < text.length()) {
      position = all.end(position);
      pieces.endAt(position);
    }
    return pieces.of(text);
  }

  /** Whether a piece of {@link #split} is a word. */
  public static boolean isWord(String piece) {
    return isWord(piece, 0);
  }

  /** Whether the piece that starts here in a text is a word. */
  public static boolean isWord(CharSequence text, int start) {
    int first = Character.codePointAt(text, start);
    return isWordPart(first) || isIdeograph(first) || UnspacedRun.isLetter(first);
  }

  /** Where the piece of {@link #split} ends that starts here. */
  public int end(int beginning) {
    if (isPlain(text, beginning)) {
      char first = text.charAt(beginning);
      if (isWordPart(first)) {
        return endOfWord(text, beginning + 1);
      }
      if (first > ' ') {
        return beginning + 1;
      }
    }
    return endOfAny(beginning);
  }

  private int endOfAny(int beginning) {
    int start = afterPrefixes(text, beginning);
    int first = Character.codePointAt(text, start);
    int position = start + Character.charCount(first);
    if (isWordPart(first)) {
      return endOfWord(text, position);
    }
    if (isIdeograph(first)) {
      return afterMarks(text, position);
    }
    if (UnspacedRun.isLetter(first)) {
      return endOfUnspaced(start);
    }
    if (first == '\n' || first == '\r') {
      return isLineEnding(text, start) ? position + 1 : position;
    }
    if (isSpace(first)) {
      while (position < text.length()
          && isSpace(text.charAt(position))
          && text.charAt(position) != '\n'
          && text.charAt(position) != '\r') {
        position++;
      }
      return afterMarks(text, position);
    }
    if (isRegionalIndicator(first)
        && position < text.length()
        && isRegionalIndicator(Character.codePointAt(text, position))) {
      position += 2;
    }
    return afterMarks(text, position);
  }

  private int endOfUnspaced(int start) {
    UnspacedRun current = run;
    if (current == null || current.end() <= start) {
      current = UnspacedRun.at(text, start);
      run = current;
    }
    return current.endOfWord(start);
  }

  /** White space; that at which no line may be broken is some too. */
  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || (codePoint > 127 && Character.isSpaceChar(codePoint));
  }

  /** Behind the signs that stand over the number that follows, unless the text ends with them. */
  private static int afterPrefixes(CharSequence text, int start) {
    int position = start;
    int next = start;
    while (next < text.length() && isPrefix(Character.codePointAt(text, next))) {
      position = next;
      next += Character.charCount(Character.codePointAt(text, next));
    }
    return next < text.length() ? next : position;
  }

  private static boolean isLineEnding(CharSequence text, int position) {
    return text.charAt(position) == '\r'
        && position + 1 < text.length()
        && text.charAt(position + 1) == '\n';
  }

  private static int endOfWord(CharSequence text, int start) {
    int position = start;
    while (position < text.length()) {
      char next = text.charAt(position);
      if (next < 128 && isWordPart(next)) {
        position++;
        continue;
      }
      int current = Character.codePointAt(text, position);
      if (isWordPart(current) || isMark(current)) {
        position += Character.charCount(current);
      } else if (isInner(current) && isWordPartAfterInvisible(text, position + 1)) {
        position++;
      } else {
        break;
      }
    }
    return position;
  }

  private static boolean isWordPartAfterInvisible(CharSequence text, int start) {
    int position = start;
    while (position < text.length()) {
      int current = Character.codePointAt(text, position);
      if (!InvisibleCharacters.contains(current)) {
        return isWordPart(current);
      }
      position += Character.charCount(current);
    }
    return false;
  }

  private static int afterMarks(CharSequence text, int start) {
    int position = start;
    while (position < text.length()) {
      int current = Character.codePointAt(text, position);
      if (!isMark(current)) {
        break;
      }
      position += Character.charCount(current);
      if (current == ZERO_WIDTH_JOINER && position < text.length()) {
        int joined = Character.codePointAt(text, position);
        if (!isSpace(joined)
            && !isWordPart(joined)
            && !isRegionalIndicator(joined)
            && !isPrefix(joined)) {
          position += Character.charCount(joined);
        }
      }
    }
    return position;
  }

  private static boolean isWordPart(int codePoint) {
    if (codePoint < 128) {
      return (codePoint >= 'a' && codePoint <= 'z')
          || (codePoint >= 'A' && codePoint <= 'Z')
          || (codePoint >= '0' && codePoint <= '9');
    }
    return Character.isLetterOrDigit(codePoint)
        && !isIdeograph(codePoint)
        && !UnspacedRun.isLetter(codePoint);
  }

  private static boolean isInner(int codePoint) {
    return codePoint == '\'' || codePoint == '’' || codePoint == '-' || codePoint == '.';
  }

  private static boolean isIdeograph(int codePoint) {
    if (codePoint < 0x2E80) {
      return false;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA;
  }

  /**
   * Whether a character belongs to the one before it, as combining marks, skin tones and {@link
   * InvisibleCharacters} do.
   */
  public static boolean isMark(int codePoint) {
    if (codePoint < FIRST_MARK) {
      return codePoint == InvisibleCharacters.SOFT_HYPHEN;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || InvisibleCharacters.contains(codePoint)
        || isTrailingLetter(codePoint)
        || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF)
        || (codePoint >= 0xE0020 && codePoint <= 0xE007F);
  }

  /** Half-width voicing marks, and the Thai and Lao vowels that are written after their letter. */
  private static boolean isTrailingLetter(int codePoint) {
    return codePoint == 0xFF9E || codePoint == 0xFF9F || codePoint == 0x0E33 || codePoint == 0x0EB3;
  }

  /** Arabic, Syriac and Kaithi number signs. */
  private static boolean isPrefix(int codePoint) {
    return (codePoint >= 0x600 && codePoint <= 0x605)
        || codePoint == 0x6DD
        || codePoint == 0x70F
        || codePoint == 0x890
        || codePoint == 0x891
        || codePoint == 0x8E2
        || codePoint == 0x110BD
        || codePoint == 0x110CD;
  }

  private static boolean isRegionalIndicator(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }
}
