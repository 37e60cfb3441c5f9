package prismq.t.script.versioning.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into the terms that are searched for. A term is a run of letters, digits and their
 * marks; in scripts that are written without spaces, and in Korean, whose words have endings, each
 * character is one, so that any part of a sentence can be found, and so is each symbol that is no
 * punctuation, such as an emoji.
 */
public final class Terms {
  /** Longest folded term, in characters; the rest is not searched. */
  public static final int MAX_LENGTH = 200;

  /** ASCII characters other than letters and digits. */
  private static final Pattern SIGNS = Pattern.compile("[\\x00-\\x7F&&[^a-zA-Z0-9]]+");

  private Terms() {}

  /**
   * A term of a text.
   *
   * @param range where it stands in the text
   * @param folded without accents and case, at most {@link #MAX_LENGTH} characters, never empty; of
   *     ASCII only letters and digits
   */
  public record Term(CharacterRange range, String folded) {}

  /** The terms of a text in their order. */
  public static List<Term> of(CharSequence text) {
    List<Term> terms = new ArrayList<>();
    Walk walk = new Walk(text);
    while (walk.next()) {
      terms.add(walk.term());
    }
    return terms;
  }

  /** Iterates over the terms of a text; folds only those that are read. */
  public static final class Walk {
    private final CharSequence text;
    private int start;
    private int end;
    private @Nullable String folded;

    /** Stands before the first term. */
    public Walk(CharSequence text) {
      this.text = text;
    }

    /** Goes to the next term; false where there is none. */
    public boolean next() {
      while (end < text.length()) {
        start = end;
        end = Terms.end(text, start);
        if (end == start) {
          end += Character.charCount(Character.codePointAt(text, start));
          continue;
        }
        folded = null;
        if (text.charAt(start) < 128 || !folded().isEmpty()) {
          return true;
        }
      }
      return false;
    }

    /** The first character of the folded term where it is ASCII; some other one where it is not. */
    public char first() {
      char first = text.charAt(start);
      return first >= 'A' && first <= 'Z' ? (char) (first + 'a' - 'A') : first;
    }

    /** The folded term. */
    public String folded() {
      String known = folded;
      if (known == null) {
        known = Terms.folded(text.subSequence(start, end).toString());
        folded = known;
      }
      return known;
    }

    /** The term with its place. */
    public Term term() {
      return new Term(new CharacterRange(start, end), folded());
    }
  }

  /** Where the term ends that starts here; the start itself where there is none. */
  private static int end(CharSequence text, int start) {
    char ascii = text.charAt(start);
    int position = start + 1;
    if (ascii < 128) {
      if (!isAsciiPart(ascii)) {
        return start;
      }
    } else {
      int first = Character.codePointAt(text, start);
      position = start + Character.charCount(first);
      if (isAlone(first)) {
        return afterMarks(text, position);
      }
      if (!isPart(first)) {
        return start;
      }
    }
    while (position < text.length()) {
      char following = text.charAt(position);
      if (following < 128) {
        if (!isAsciiPart(following)) {
          break;
        }
        position++;
        continue;
      }
      int next = Character.codePointAt(text, position);
      if (!isPart(next) && !Words.isMark(next)) {
        break;
      }
      position += Character.charCount(next);
    }
    return position;
  }

  private static int afterMarks(CharSequence text, int start) {
    int position = start;
    while (position < text.length()) {
      int next = Character.codePointAt(text, position);
      if (!Words.isMark(next) && !isPresentation(next) && !isRestOfSyllable(next)) {
        break;
      }
      position += Character.charCount(next);
    }
    return position;
  }

  private static boolean isAsciiPart(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9');
  }

  private static boolean isPart(int codePoint) {
    return Character.isLetterOrDigit(codePoint) && !isAlone(codePoint);
  }

  /** Whether a character is a term of its own. */
  private static boolean isAlone(int codePoint) {
    if (codePoint < 0xE00) {
      return false;
    }
    if (Character.getType(codePoint) == Character.OTHER_SYMBOL) {
      return true;
    }
    if (!Character.isLetterOrDigit(codePoint)) {
      return false;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
      default -> false;
    };
  }

  /** A vowel or a final of Korean, where a syllable is written letter by letter. */
  private static boolean isRestOfSyllable(int codePoint) {
    return codePoint >= 0x1160 && codePoint <= 0x11FF;
  }

  /** Selects how the character before it is drawn; not searched. */
  private static boolean isPresentation(int codePoint) {
    return codePoint == 0xFE0E || codePoint == 0xFE0F;
  }

  private static String folded(String term) {
    String folded = Folding.fold(term);
    // Some symbols expand to text with punctuation, such as “a.m.” for ㏂.
    String kept = isPlain(folded) ? folded : SIGNS.matcher(folded).replaceAll("");
    return kept.length() <= MAX_LENGTH ? kept : kept.substring(0, MAX_LENGTH);
  }

  private static boolean isPlain(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      char character = folded.charAt(i);
      if (character < 128 && !isAsciiPart(character)) {
        return false;
      }
    }
    return true;
  }

  /** The terms joined by spaces, as they are given to an index that cuts at spaces only. */
  public static String joined(CharSequence text) {
    StringBuilder joined = new StringBuilder(text.length());
    Walk walk = new Walk(text);
    while (walk.next()) {
      joined.append(walk.folded()).append(' ');
    }
    return joined.toString();
  }
}
