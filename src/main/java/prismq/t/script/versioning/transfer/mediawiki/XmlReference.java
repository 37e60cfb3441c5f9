package prismq.t.script.versioning.transfer.mediawiki;

import org.jspecify.annotations.Nullable;

/** References to characters: the five names that XML has without a DTD, and numbers. */
final class XmlReference {
  private static final int MAX_LENGTH = 12;

  private XmlReference() {}

  /** Adds the character meant by the reference that comes next; false, and stays, if none does. */
  static boolean read(XmlCharacters in, StringBuilder to) {
    @Nullable String name = name(in);
    int meant = name == null ? -1 : meant(name);
    if (name == null || meant < 0) {
      return false;
    }
    to.appendCodePoint(meant);
    in.skip(name.length() + 2);
    return true;
  }

  /**
   * What stands between the ampersand that comes next and a semicolon soon after; null for none.
   */
  static @Nullable String name(XmlCharacters in) {
    StringBuilder name = new StringBuilder();
    for (int i = 1; i <= MAX_LENGTH; i++) {
      int one = in.peek(i);
      if (one == ';') {
        return name.isEmpty() ? null : name.toString();
      }
      if (one > 127 || !(one == '#' || Character.isLetterOrDigit(one))) {
        return null;
      }
      name.append((char) one);
    }
    return null;
  }

  /** The code point; -1 if the name means none. */
  private static int meant(String name) {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default ->
          name.startsWith("#x")
              ? codePoint(name.substring(2), 16)
              : name.startsWith("#") ? codePoint(name.substring(1), 10) : -1;
    };
  }

  private static int codePoint(String digits, int base) {
    try {
      int codePoint = Integer.parseInt(digits, base);
      return Character.isValidCodePoint(codePoint) ? codePoint : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
