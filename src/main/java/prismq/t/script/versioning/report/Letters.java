package prismq.t.script.versioning.report;

/** Writes a text with the characters that a document can have. */
interface Letters {
  /** The replacement for a missing character. */
  char UNREADABLE = '\ufffd';

  /** Those of XML, which HTML can have too. */
  Letters XML = Letters::ofXml;

  /** The text with other characters replaced. */
  String of(String text);

  /** Sentences on what was replaced so far; empty for nothing. */
  default String missing() {
    return "";
  }

  private static String ofXml(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isXml(text, i)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder replaced = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      replaced.append(isXml(text, i) ? text.charAt(i) : UNREADABLE);
    }
    return replaced.toString();
  }

  private static boolean isXml(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c < 0xfffe && (!Character.isISOControl(c) || c == '\n' || c == '\t');
  }
}
