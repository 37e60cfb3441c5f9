package prismq.t.script.versioning.history;

import java.nio.charset.StandardCharsets;

/** The rules for texts other than contents. */
final class Field {
  private Field() {}

  /** One line that is not blank, stripped. */
  static String line(String name, String value, int longest) {
    String line = text(name, value.strip(), longest);
    if (line.isEmpty()) {
      throw new InvalidInputException(name, missing(name));
    }
    if (line.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException(
          name, "It must be one line, without tabs and other control characters.");
    }
    return line;
  }

  private static String missing(String name) {
    return switch (name) {
      case "author" -> "Enter your name.";
      case "title" -> "Enter a title.";
      case "name" -> "Enter a name.";
      default -> "It must not be empty.";
    };
  }

  /** Any text that can be kept as it is. */
  static String text(String name, String value, int longest) {
    if (value.length() > longest) {
      throw new InvalidInputException(
          name, "It has " + value.length() + " characters; at most " + longest + " are kept.");
    }
    if (value.indexOf('\0') >= 0) {
      throw new InvalidInputException(name, "It has a NUL character, which no text can have.");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new InvalidInputException(
          name, "It has half a surrogate pair, which cannot be kept as UTF-8.");
    }
    return value;
  }
}
