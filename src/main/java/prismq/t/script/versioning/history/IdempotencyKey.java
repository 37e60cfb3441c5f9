package prismq.t.script.versioning.history;

import prismq.t.script.versioning.core.text.ContentHash;

/**
 * A key by which a client makes a repeated request save only once.
 *
 * @param key as the client chose it, 1 to {@value #MAX_LENGTH} characters
 * @param requestHash of the whole request, to tell a repetition from another request
 */
public record IdempotencyKey(String key, ContentHash requestHash) {
  /** Longest key, in characters. */
  public static final int MAX_LENGTH = 200;

  /**
   * Checks the key.
   *
   * @throws InvalidInputException if it is empty, too long, or has control characters
   */
  public IdempotencyKey {
    key = Field.line("Idempotency-Key", key, MAX_LENGTH);
  }
}
