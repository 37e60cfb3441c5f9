package prismq.t.script.versioning.search;

import java.time.Instant;

/**
 * A comment that a search finds.
 *
 * @param scriptId of the script that it is about
 * @param title of that script
 * @param quote the words that it is about
 * @param text the comment itself
 */
public record FoundComment(
    String scriptId,
    String title,
    long threadId,
    String quote,
    String author,
    Instant createdAt,
    String text) {
  private static final int SHORT = 300;
  private static final int SHORT_QUOTE = 80;

  /** What it says, or the start of it where it is long. */
  public String shortText() {
    return start(text, SHORT);
  }

  /** What it is about, or the start of it likewise. */
  public String shortQuote() {
    return start(quote, SHORT_QUOTE);
  }

  private static String start(String text, int most) {
    String stripped = text.strip();
    return stripped.codePointCount(0, stripped.length()) <= most
        ? stripped
        : stripped.substring(0, stripped.offsetByCodePoints(0, most)).strip() + "…";
  }
}
