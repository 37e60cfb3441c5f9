package prismq.t.script.versioning.history;

/**
 * Who saved a version.
 *
 * @param name one line
 * @param email as the source of an import gives it; empty if only a name is known
 */
public record Author(String name, String email) {
  /** Longest name, in characters. */
  public static final int MAX_NAME = 200;

  /**
   * An author who is known by name only.
   *
   * @throws InvalidInputException if the name is empty, longer than {@value #MAX_NAME} characters,
   *     or has control characters
   */
  public static Author named(String name) {
    return new Author(Field.line("author", name, MAX_NAME), "");
  }
}
