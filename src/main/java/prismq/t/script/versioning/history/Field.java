package prismq.t.script.versioning.history;

import java.nio.charset.StandardCharsets;
import prismq.t.script.versioning.language.FilledMessage;

/** The rules for texts other than contents. */
public final class Field {
  private Field() {}

  /**
   * One line that is not blank, stripped.
   *
   * @throws InvalidInputException if it is none, or longer than so many characters
   */
  public static String line(String name, String value, int longest) {
    String line = text(name, value.strip(), longest);
    if (line.isEmpty()) {
      throw new InvalidInputException(name, missing(name));
    }
    if (line.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException(name, FilledMessage.of("field.one_line"));
    }
    return line;
  }

  private static FilledMessage missing(String name) {
    return FilledMessage.of(
        switch (name) {
          case "author" -> "field.author_missing";
          case "title" -> "field.title_missing";
          case "name" -> "field.name_missing";
          default -> "field.missing";
        });
  }

  /**
   * Any text that can be kept as it is.
   *
   * @throws InvalidInputException if it cannot be, or is longer than so many characters
   */
  public static String text(String name, String value, int longest) {
    if (value.length() > longest) {
      throw new InvalidInputException(
          name, FilledMessage.of("field.too_long", value.length(), longest));
    }
    if (value.indexOf('\0') >= 0) {
      throw new InvalidInputException(name, FilledMessage.of("field.nul"));
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new InvalidInputException(name, FilledMessage.of("field.surrogate"));
    }
    return value;
  }
}
