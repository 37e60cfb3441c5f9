package prismq.t.script.versioning.share;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * What somebody says of a share link to be made.
 *
 * @param password what guests are asked for; null for nothing
 */
public record NewShareLink(
    String scriptId, SharedThing thing, ShareTerms terms, @Nullable String password) {
  /** Shortest password, in characters. */
  public static final int MIN_PASSWORD = 8;

  private static final int MAX_PASSWORD = 1_000;

  /**
   * Refuses a password that is no good.
   *
   * @throws InvalidInputException if it is blank, too short or too long
   */
  public static void checkPassword(@Nullable String password) {
    if (password == null) {
      return;
    }
    int length = password.codePointCount(0, password.length());
    if (password.isBlank()) {
      throw new InvalidInputException("password", FilledMessage.of("share.password_blank"));
    }
    if (length < MIN_PASSWORD) {
      throw new InvalidInputException(
          "password", FilledMessage.count("password.short", length, length, MIN_PASSWORD));
    }
    if (length > MAX_PASSWORD) {
      throw new InvalidInputException("password", FilledMessage.of("password.long", "1,000"));
    }
  }
}
