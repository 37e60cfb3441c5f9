package prismq.t.script.versioning.comment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * What somebody wrote in a thread.
 *
 * @param body in Markdown; null if whoever wrote it deleted it
 * @param mentions whom it names
 * @param editedAt when it was last changed; null if it never was
 */
public record Comment(
    long id,
    Commenter by,
    @Nullable String body,
    List<Mention> mentions,
    Instant createdAt,
    @Nullable Instant editedAt) {
  /** Longest body, in characters. */
  public static final int MAX_BODY = 20_000;

  /**
   * A body without space around it.
   *
   * @throws InvalidInputException if it is outside the rules
   */
  public static String checkedBody(String body) {
    String stripped = body.strip();
    if (stripped.isEmpty()) {
      throw invalid(FilledMessage.of("comments.no_body"));
    }
    if (stripped.length() > MAX_BODY) {
      throw invalid(FilledMessage.of("field.too_long", stripped.length(), MAX_BODY));
    }
    checkCharacters("body", stripped);
    return stripped;
  }

  /** Refuses characters that no text has. */
  static void checkCharacters(String field, String text) {
    if (text.indexOf('\0') >= 0) {
      throw new InvalidInputException(field, FilledMessage.of("field.nul"));
    }
    if (hasHalfOfPair(text)) {
      throw new InvalidInputException(field, FilledMessage.of("field.surrogate"));
    }
  }

  private static InvalidInputException invalid(FilledMessage message) {
    return new InvalidInputException("body", message);
  }

  private static boolean hasHalfOfPair(String text) {
    return text.codePoints()
        .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
