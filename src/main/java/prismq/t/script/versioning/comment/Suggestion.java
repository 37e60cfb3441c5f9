package prismq.t.script.versioning.comment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.anchor.Anchor;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Other words for some of a version, which stand in no text before they are accepted.
 *
 * @param anchor the words that they are to replace
 * @param replacement with a line feed at each end of a line, whatever ends lines of the text; empty
 *     to remove the words
 * @param reason why; null where nobody said
 * @param decision null while it is open
 */
public record Suggestion(
    long id,
    Anchor anchor,
    String replacement,
    @Nullable String reason,
    Commenter by,
    Instant createdAt,
    @Nullable SuggestionDecision decision) {
  /** Longest replacement, and most words of a text that one can replace, in code points. */
  public static final int MAX_LENGTH = 100_000;

  /** Longest reason, in characters. */
  public static final int MAX_REASON = 2_000;

  /** Whether nobody accepted or rejected it yet. */
  public boolean isOpen() {
    return decision == null;
  }

  /** Whether it says the very same as another one. */
  boolean isSameAs(Suggestion other) {
    return anchor.version() == other.anchor.version()
        && anchor.bytes().equals(other.anchor.bytes())
        && replacement.equals(other.replacement)
        && by.equals(other.by);
  }

  /**
   * A replacement as it is kept.
   *
   * @throws InvalidInputException if it is outside the rules
   */
  public static String checkedReplacement(String replacement) {
    String lines = lines(replacement);
    int length = lines.codePointCount(0, lines.length());
    if (length > MAX_LENGTH) {
      throw invalid("replacement", FilledMessage.of("field.too_long", length, MAX_LENGTH));
    }
    Comment.checkCharacters("replacement", lines);
    return lines;
  }

  /** The same with a line feed at each end of a line. */
  static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** A reason as it is kept; null for none. */
  static @Nullable String checkedReason(@Nullable String reason) {
    String stripped = Objects.requireNonNullElse(reason, "").strip();
    if (stripped.isEmpty()) {
      return null;
    }
    if (stripped.length() > MAX_REASON) {
      throw invalid("reason", FilledMessage.of("field.too_long", stripped.length(), MAX_REASON));
    }
    Comment.checkCharacters("reason", stripped);
    return stripped;
  }

  private static InvalidInputException invalid(String field, FilledMessage message) {
    return new InvalidInputException(field, message);
  }
}
