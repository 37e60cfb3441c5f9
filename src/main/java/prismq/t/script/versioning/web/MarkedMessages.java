package prismq.t.script.versioning.web;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;

/**
 * Messages with markup of their own, such as a link, for {@code th:utext}; the values are texts and
 * are escaped.
 */
public final class MarkedMessages {
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
}
