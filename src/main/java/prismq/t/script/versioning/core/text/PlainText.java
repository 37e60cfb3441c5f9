package prismq.t.script.versioning.core.text;

/** Fits names and messages of other systems to our rules. */
public final class PlainText {
  private PlainText() {}

  /** One line: control characters become spaces, and white space around it is removed. */
  public static String line(String text, int longest) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(c -> line.appendCodePoint(isHalf(c) ? '\uFFFD' : c));
    return cut(line.toString().strip(), longest).strip();
  }

  /** The text without trailing line ends; invalid characters are replaced. */
  public static String message(String text) {
    StringBuilder message = new StringBuilder();
    text.codePoints().forEach(c -> message.appendCodePoint(c == 0 || isHalf(c) ? '\uFFFD' : c));
    int end = message.length();
    while (end > 0 && (message.charAt(end - 1) == '\n' || message.charAt(end - 1) == '\r')) {
      end--;
    }
    return message.substring(0, end);
  }

  /** The start of the text up to a number of characters; no surrogate pair is cut in two. */
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
