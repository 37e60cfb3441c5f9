package prismq.t.script.versioning.comment;

import java.nio.charset.StandardCharsets;
import prismq.t.script.versioning.core.text.CharacterPositions;
import prismq.t.script.versioning.core.text.CharacterRange;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;

/** Finds the words of a version that a comment is to be about. */
public final class Quotes {
  /** Most code points that a comment is about. */
  public static final int MAX_LENGTH = 20_000;

  private Quotes() {}

  /**
   * Checks a range.
   *
   * @throws InvalidInputException if it is empty, too long or not within the text
   */
  static CodePointRange range(ScriptText text, int start, int end) {
    String read = read(text);
    int length = read.codePointCount(0, read.length());
    if (start < 0 || start >= Math.max(1, length) || length == 0) {
      throw invalid("start", FilledMessage.of("comments.outside", length));
    }
    if (end > length) {
      throw invalid("end", FilledMessage.of("comments.outside", length));
    }
    if (end <= start) {
      throw invalid("end", FilledMessage.of("comments.empty_range"));
    }
    if (end - start > MAX_LENGTH) {
      throw invalid("end", FilledMessage.of("comments.long_range", MAX_LENGTH));
    }
    return new CodePointRange(start, end);
  }

  /**
   * Where a quote stands.
   *
   * @throws InvalidInputException if it stands nowhere, or several times
   */
  static CodePointRange find(ScriptText text, String quote) {
    String read = read(text);
    if (quote.isBlank()) {
      throw invalid("quote", FilledMessage.of("comments.no_quote"));
    }
    int at = read.indexOf(quote);
    String found = quote;
    if (at < 0 && quote.indexOf('\n') >= 0) {
      // Whoever quotes sees lines, not what ends them.
      found = quote.replace("\r\n", "\n").replace("\n", text.lineEnding());
      at = read.indexOf(found);
    }
    if (at < 0) {
      throw invalid("quote", FilledMessage.of("comments.quote_missing"));
    }
    if (read.indexOf(found, at + 1) >= 0) {
      throw invalid("quote", FilledMessage.of("comments.quote_twice"));
    }
    CodePointRange range =
        CharacterPositions.codePoints(read, new CharacterRange(at, at + found.length()));
    if (range.length() > MAX_LENGTH) {
      throw invalid("quote", FilledMessage.of("comments.long_range", MAX_LENGTH));
    }
    return range;
  }

  private static String read(ScriptText text) {
    return new String(text.read(), StandardCharsets.UTF_8);
  }

  private static InvalidInputException invalid(String field, FilledMessage message) {
    return new InvalidInputException(field, message);
  }
}
