package prismq.t.script.versioning.core.fountain;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.Fountain;

/** What a line, looked at alone, may be. */
final class FountainRules {
  /** Longest name that is taken for one in a script without capitals, such as Chinese. */
  private static final int LONGEST_NAME = 20;

  /** Longest number of a scene that is looked for, in characters. */
  private static final int LONGEST_NUMBER = 1_000;

  private static final String SENTENCE = ".!?…,;:。！？，、；：؟،؛।「」“”«»\"";

  private static final Pattern KEY =
      Pattern.compile("\\uFEFF?\\s*([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} _-]{0,40}?)\\s*:(.*)");

  private FountainRules() {}

  /** Where the number in number signs at the end of a heading is; null where there is none. */
  static int @Nullable [] sceneNumber(String visible, LineShape shape) {
    int close = shape.textEnd() - 1;
    if (close <= shape.textStart() || visible.charAt(close) != '#') {
      return null;
    }
    int open = close - 1;
    int least = Math.max(shape.textStart(), close - LONGEST_NUMBER);
    while (open >= least && isNumberPart(visible.charAt(open))) {
      open--;
    }
    boolean isNumber =
        open >= least
            && visible.charAt(open) == '#'
            && close - open > 1
            && open > shape.textStart();
    return isNumber ? new int[] {open + 1, close} : null;
  }

  private static boolean isNumberPart(char character) {
    return Character.isLetterOrDigit(character) || "-–—.".indexOf(character) >= 0;
  }

  /** Where the number of a page is in a line that ends one; null where it is no such line. */
  static int @Nullable [] pageNumber(String stripped) {
    int start = 0;
    while (start < stripped.length() && stripped.charAt(start) == '=') {
      start++;
    }
    if (start == stripped.length()) {
      return start >= 3 ? new int[] {start, start} : null;
    }
    int end = stripped.length();
    while (end > start && stripped.charAt(end - 1) == '=') {
      end--;
    }
    boolean isBreak =
        start >= 3 && stripped.length() - end >= 3 && stripped.indexOf('=', start) == end;
    return isBreak ? new int[] {start, end} : null;
  }

  /** Whether a line that stands alone, or begins a paragraph, heads a scene. */
  static boolean isHeading(String stripped) {
    return Fountain.isSceneHeading(withoutEmphasis(stripped));
  }

  /** Whether it does because of how it begins, and not only because it looks like it. */
  static boolean isStandardHeading(String stripped) {
    return Fountain.isStandardHeading(withoutEmphasis(stripped));
  }

  private static String withoutEmphasis(String stripped) {
    int start = 0;
    while (start < stripped.length() && "*_".indexOf(stripped.charAt(start)) >= 0) {
      start++;
    }
    return start == 0 ? stripped : stripped.substring(start);
  }

  /** Whether a line in capitals says how a scene becomes the next. */
  static boolean isTransition(String stripped) {
    String plain = stripped.endsWith("*") || stripped.endsWith("_") ? bare(stripped) : stripped;
    return plain.endsWith("TO:") && plain.codePoints().noneMatch(Character::isLowerCase);
  }

  private static String bare(String stripped) {
    int end = stripped.length();
    while (end > 0 && "*_".indexOf(stripped.charAt(end - 1)) >= 0) {
      end--;
    }
    return stripped.substring(0, end);
  }

  /** Whether a line is a name in capitals, and what may stand behind it in brackets. */
  static boolean isCue(String stripped) {
    boolean hasCapital = false;
    boolean hasLetter = false;
    boolean ends = false;
    int brackets = 0;
    int letters = 0;
    for (int i = 0; i < stripped.length(); ) {
      int current = stripped.codePointAt(i);
      i += Character.charCount(current);
      if (current == '(') {
        brackets++;
      } else if (current == ')' && brackets > 0) {
        brackets--;
      } else if (brackets == 0) {
        if (Character.isLowerCase(current)) {
          return false;
        }
        hasCapital |= Character.isUpperCase(current) || Character.isTitleCase(current);
        hasLetter |= Character.isLetter(current);
        ends |= SENTENCE.indexOf(current) >= 0;
        letters++;
      }
    }
    return hasCapital || (hasLetter && !ends && letters <= LONGEST_NAME);
  }

  /** The name in a cue, without what stands in brackets behind it. */
  static String name(String cue) {
    int bracket = cue.indexOf('(', 1);
    String name = bracket < 0 ? cue : cue.substring(0, bracket);
    return Emphasis.plain(name).strip().toUpperCase(Locale.ROOT);
  }

  /** The key and the value of a line of a title page; null where it has no key. */
  static @Nullable Matcher key(String visible) {
    Matcher key = KEY.matcher(visible);
    return key.matches() ? key : null;
  }
}
