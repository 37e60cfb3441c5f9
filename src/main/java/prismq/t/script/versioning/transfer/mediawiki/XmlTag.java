package prismq.t.script.versioning.transfer.mediawiki;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tag of an XML file.
 *
 * @param prefix before the colon of its name; empty for none
 * @param isClosed whether the element has no content
 * @param isBroken whether it does not end as tags do
 */
record XmlTag(
    String prefix,
    String name,
    boolean isEnd,
    boolean isClosed,
    boolean isBroken,
    Map<String, String> attributes) {
  /** No tag. */
  static final XmlTag NONE = new XmlTag("", "", false, false, false, Map.of());

  private static final int MAX_NAME_LENGTH = 64;
  private static final int MAX_VALUE_LENGTH = 2_000;
  private static final int MAX_ATTRIBUTES = 50;

  @Nullable String attribute(String wanted) {
    return attributes.get(wanted);
  }

  /** The local name of the tag that comes next, with a slash before that of an end; or empty. */
  static String peek(XmlCharacters in) {
    return peek(in, 0);
  }

  /** The same of a tag that comes a number of characters later. */
  static String peek(XmlCharacters in, int ahead) {
    if (in.peek(ahead) != '<') {
      return "";
    }
    StringBuilder name = new StringBuilder();
    int at = ahead + 1;
    if (in.peek(at) == '/') {
      name.append('/');
      at++;
    }
    int start = name.length();
    for (int one = in.peek(at);
        isInName(one, name.length() == start) && at - ahead < MAX_NAME_LENGTH;
        one = in.peek(++at)) {
      if (one == ':') {
        name.setLength(start);
      } else {
        name.append((char) one);
      }
    }
    int after = in.peek(at);
    boolean isName = name.length() > start && (after == '>' || after == '/' || isSpace(after));
    return isName ? name.toString() : "";
  }

  /** Reads the tag that comes next. */
  static XmlTag read(XmlCharacters in) {
    boolean isEnd = in.peek(1) == '/';
    in.skip(isEnd ? 2 : 1);
    String whole = name(in);
    int colon = whole.lastIndexOf(':');
    Map<String, String> attributes = new HashMap<>();
    boolean isBroken = false;
    boolean isClosed = false;
    while (true) {
      skipSpace(in);
      int next = in.peek(0);
      if (next == '>') {
        in.skip(1);
        break;
      }
      if (next == XmlCharacters.END || next == '<') {
        isBroken = true;
        break;
      }
      if (next == '/') {
        isClosed = true;
        in.skip(1);
      } else {
        isBroken |= !readAttribute(in, attributes);
      }
    }
    return new XmlTag(
        colon < 0 ? "" : whole.substring(0, colon),
        whole.substring(colon + 1),
        isEnd,
        isClosed,
        isBroken,
        attributes);
  }

  /** Reads an attribute, or past the character that begins none; whether it is one. */
  private static boolean readAttribute(XmlCharacters in, Map<String, String> attributes) {
    String name = name(in);
    if (name.isEmpty()) {
      in.skip(1);
      return false;
    }
    skipSpace(in);
    if (in.peek(0) != '=') {
      return false;
    }
    in.skip(1);
    skipSpace(in);
    int quote = in.peek(0);
    if (quote != '"' && quote != '\'') {
      return false;
    }
    in.skip(1);
    StringBuilder value = new StringBuilder();
    int next = in.peek(0);
    for (; next != quote && next != '<' && next != XmlCharacters.END; next = in.peek(0)) {
      if (next == '&' && XmlReference.read(in, value)) {
        continue;
      }
      boolean isCountedNext = next == '\r' && in.peek(1) == '\n';
      if (value.length() < MAX_VALUE_LENGTH && !isCountedNext) {
        value.append(isSpace(next) ? ' ' : (char) next);
      }
      in.skip(1);
    }
    if (next != quote) {
      return false;
    }
    in.skip(1);
    if (attributes.size() < MAX_ATTRIBUTES) {
      return attributes.putIfAbsent(name, value.toString()) == null;
    }
    return true;
  }

  private static String name(XmlCharacters in) {
    StringBuilder name = new StringBuilder();
    for (int one = in.peek(0); isInName(one, name.isEmpty()); one = in.peek(0)) {
      if (name.length() < MAX_NAME_LENGTH) {
        name.append((char) one);
      }
      in.skip(1);
    }
    return name.toString();
  }

  static void skipSpace(XmlCharacters in) {
    while (isSpace(in.peek(0))) {
      in.skip(1);
    }
  }

  static boolean isSpace(int one) {
    return one == ' ' || one == '\n' || one == '\t' || one == '\r';
  }

  private static boolean isInName(int one, boolean isFirst) {
    return (one >= 'a' && one <= 'z')
        || (one >= 'A' && one <= 'Z')
        || one == '_'
        || one == ':'
        || one > 127
        || (!isFirst && ((one >= '0' && one <= '9') || one == '-' || one == '.'));
  }
}
