package prismq.t.script.versioning.history;

import java.time.Instant;

/**
 * A name that one version of a script is found by, such as the one that was sent or recorded.
 *
 * @param createdAt when the version was given it
 */
public record Label(String name, int versionNumber, Instant createdAt) {
  /** Longest name, in characters. */
  public static final int LONGEST_NAME = 100;

  /**
   * The name without white space around it, when it keeps the rules.
   *
   * @throws InvalidInputException where it is empty, longer than {@value #LONGEST_NAME} characters,
   *     or has control characters
   */
  public static String checkedName(String name) {
    return Field.line("name", name, LONGEST_NAME);
  }
}
