package prismq.t.script.versioning.core.text;

import java.util.regex.Pattern;

/** Recognises Markdown by marks that prose without markup has not. */
final class MarkdownMarks {
  private static final int LOOKED_AT = 20_000;
  private static final int LONGEST_LINE = 300;

  private static final Pattern MARKED =
      Pattern.compile(
          "#{1,6} \\S.*|```.*|~~~.*|> \\S.*|[-*+] \\S.*|\\|.*\\||.*\\]\\(\\S+\\).*|.*\\*\\*\\S.*\\S\\*\\*.*");

  private MarkdownMarks() {}

  /** Whether any line near the start of a text has one. */
  static boolean areIn(String text) {
    return text.substring(0, Math.min(text.length(), LOOKED_AT))
        .lines()
        .anyMatch(line -> MARKED.matcher(start(line.strip())).matches());
  }

  private static String start(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
  }
}
