package prismq.t.script.versioning.core.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises screenplays in Fountain (fountain.io/syntax), in any language. */
public final class Fountain {
  private static final int LOOKED_AT = 20_000;

  /** Inside or outside, as Fountain has it, and as Russian, Ukrainian and German authors write. */
  private static final Pattern SCENE_HEADING =
      Pattern.compile(
          "(?:int|ext|est|int\\.?/ext|ext\\.?/int|i\\.?/e|e\\.?/i|инт|экст|нат|инт\\.?/нат|інт|екст|innen|au(?:ss|ß)en)"
              + "[. ].+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A short word with a full stop, a place and, after a dash, a time: in capitals throughout. */
  private static final Pattern SLUG_LINE =
      Pattern.compile("\\p{Lu}{2,6}\\.(?:/\\p{Lu}{2,6}\\.)? \\P{Ll}{2,100} [-–—] \\P{Ll}{2,60}");

  private static final Pattern FORCED_HEADING = Pattern.compile("\\.[\\p{L}\\p{N}].*");

  /** A name in capitals, or one that is forced, and what may stand after it in brackets. */
  private static final Pattern CHARACTER =
      Pattern.compile(
          "(?:@\\S.{0,60}|\\p{Lu}[\\p{Lu}\\p{M}\\p{N} .'’&/#-]{1,40})(?:\\([^)]{0,60}\\))?\\s*\\^?");

  private static final Pattern SECTION = Pattern.compile("#{1,6} \\S.*");

  /** What is in Markdown, and means nothing in Fountain. */
  private static final Pattern MARKDOWN =
      Pattern.compile("(?:[-*+]|\\d{1,3}\\.) \\S.*|```.*|~~~.*|\\|.*\\||.*\\]\\(\\S+\\).*");

  private static final Pattern FILE_NAME = Pattern.compile("(?s).+\\.(?:fountain|spmd)");

  private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";

  private boolean hasHeading;
  private boolean hasCharacter;
  private boolean hasSection;
  private boolean hasMarkdown;

  private Fountain() {}

  /** Whether the text has scene headings and dialogue, and is not Markdown with these in it. */
  public static boolean looksLike(String text) {
    Fountain found = new Fountain();
    int most = Math.min(text.length(), LOOKED_AT);
    boolean isNamed = false;
    int start = 0;
    while (start < most) {
      int end = start;
      while (end < most && LINE_ENDS.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      String line = text.substring(start, end).strip();
      found.hasCharacter |= isNamed && !line.isEmpty();
      isNamed = !line.isEmpty() && found.isNameIn(line);
      boolean isPair = text.startsWith("\r\n", end);
      start = end + (isPair ? 2 : 1);
    }
    return found.hasHeading && found.hasCharacter && !(found.hasSection && found.hasMarkdown);
  }

  /** Takes a line; true if it may be the name of who speaks next. */
  private boolean isNameIn(String line) {
    char first = line.charAt(0);
    if (isHeading(line, first)) {
      hasHeading = true;
      return false;
    }
    hasSection |= first == '#' && SECTION.matcher(line).matches();
    hasMarkdown |= MARKDOWN.matcher(line).matches();
    return (first == '@' || Character.isUpperCase(line.codePointAt(0)))
        && CHARACTER.matcher(line).matches();
  }

  /** Whether a line heads a scene of a screenplay in Fountain. */
  public static boolean isSceneHeading(String line) {
    String stripped = line.strip();
    return !stripped.isEmpty() && isHeading(stripped, stripped.charAt(0));
  }

  /** Whether a line heads a scene because of its first word, which says inside or outside. */
  public static boolean isStandardHeading(String stripped) {
    return !stripped.isEmpty() && isStandardHeading(stripped, stripped.charAt(0));
  }

  /** Whether a line heads a scene because of the full stop before it. */
  public static boolean isForcedHeading(String stripped) {
    return FORCED_HEADING.matcher(stripped).matches();
  }

  /** Whether a line heads a scene, or a section of the outline. */
  public static boolean isHeading(String line) {
    return isSceneHeading(line) || SECTION.matcher(line).matches();
  }

  private static boolean isHeading(String line, char first) {
    if (first == '.') {
      return FORCED_HEADING.matcher(line).matches();
    }
    return isStandardHeading(line, first)
        || (Character.isUpperCase(first) && SLUG_LINE.matcher(line).matches());
  }

  private static boolean isStandardHeading(String line, char first) {
    // The first letter rules most lines out.
    return "iIeEиИэЭнНіІеЕaA".indexOf(first) >= 0 && SCENE_HEADING.matcher(line).matches();
  }

  /** Whether a file of this name is a screenplay in Fountain. */
  public static boolean isFileName(String name) {
    return FILE_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }
}
