package prismq.t.script.versioning.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;

/**
 * Messages with markup of their own, such as a link, for {@code th:utext}; values that are texts
 * are escaped; and messages for scripts.
 */
public final class MarkedMessages {
  private static final Numbers NUMBERS = new Numbers();

  /** A message without values. */
  public String html(String key) {
    return Messages.html(key);
  }

  /** A message about a number of things. */
  public String count(String key, long number) {
    return Messages.htmlCount(key, number, NUMBERS.whole(number));
  }

  /** A message whose places a script fills. */
  public String pattern(String key) {
    return Messages.pattern(key);
  }

  /** Those of a part, whose keys start with it, as JSON that may stand in a script element. */
  public String json(String part) {
    byte[] json = Json.bytes(Messages.patterns(part + "."));
    return new String(json, StandardCharsets.UTF_8).replace("<", "\\u003c");
  }

  /** A message with one value. */
  public String html(String key, @Nullable Object value) {
    return Messages.html(key, value);
  }

  /** A message with two values. */
  public String html(String key, @Nullable Object first, @Nullable Object second) {
    return Messages.html(key, first, second);
  }

  /** A message with three values. */
  public String html(
      String key, @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    return Messages.html(key, first, second, third);
  }

  /** A message with four values. */
  public String html(
      String key,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    return Messages.html(key, first, second, third, fourth);
  }
}
