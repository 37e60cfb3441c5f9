package prismq.t.script.versioning.core.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into the terms that are searched for. A term is a run of letters, digits and their
 * marks; in scripts that are written without spaces each character is one, so that any part of a
 * sentence can be found, and so is each symbol that is no punctuation, such as an emoji.
 */
public final class Terms {
  /** Longest folded term, in characters; what is beyond is not searched for. */
  public static final int LONGEST = 200;

  private Terms() {}

  /**
   * A term of a text.
   *
   * @param start of its first character in the text
   * @param end behind its last one
   * @param folded without accents and case, at most {@link #LONGEST} characters, never empty,
   *     without spaces
   */
  public record Term(int start, int end, String folded) {}

  /** The terms of a text in their order. */
  public static List<Term> of(CharSequence text) {
    List<Term> terms = new ArrayList<>();
    int position = 0;
    while (position < text.length()) {
      int end = end(text, position);
      if (end > position) {
        String folded = folded(text, position, end);
        if (!folded.isEmpty()) {
          terms.add(new Term(position, end, folded));
        }
        position = end;
      } else {
        position += Character.charCount(Character.codePointAt(text, position));
      }
    }
    return terms;
  }

  /** Where the term ends that starts here; the start itself where there is none. */
  private static int end(CharSequence text, int start) {
    int first = Character.codePointAt(text, start);
    int position = start + Character.charCount(first);
    if (isAlone(first)) {
      return afterMarks(text, position);
    }
    if (!isPart(first)) {
      return start;
    }
    while (position < text.length()) {
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
      if (!Words.isMark(next) && !isPresentation(next)) {
        break;
      }
      position += Character.charCount(next);
    }
    return position;
  }

  private static boolean isPart(int codePoint) {
    return codePoint < 128
        ? (codePoint >= 'a' && codePoint <= 'z')
            || (codePoint >= 'A' && codePoint <= 'Z')
            || (codePoint >= '0' && codePoint <= '9')
        : Character.isLetterOrDigit(codePoint) && !isAlone(codePoint);
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
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
      default -> false;
    };
  }

  /** Chooses how the sign before it is drawn, and is no part of what is searched for. */
  private static boolean isPresentation(int codePoint) {
    return codePoint == 0xFE0E || codePoint == 0xFE0F;
  }

  private static String folded(CharSequence text, int start, int end) {
    String folded = Folding.fold(text.subSequence(start, end).toString());
    // What some characters stand for has a space in it.
    String joined = folded.indexOf(' ') < 0 ? folded : folded.replace(" ", "");
    return joined.length() <= LONGEST ? joined : joined.substring(0, LONGEST);
  }

  /** The terms joined by spaces, as they are given to an index that cuts at spaces only. */
  public static String joined(CharSequence text) {
    StringBuilder joined = new StringBuilder(text.length());
    for (Term term : of(text)) {
      joined.append(term.folded()).append(' ');
    }
    return joined.toString();
  }
}
