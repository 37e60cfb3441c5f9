package prismq.t.script.versioning.language;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with its values, for what is said later than it is found out, or to somebody else. Its
 * text is made where it is shown, in the language spoken there.
 *
 * @param values may be such messages themselves
 */
public record FilledMessage(String key, List<@Nullable Object> values) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A message with values for its places {0}, {1} and so on. */
  public static FilledMessage of(String key, @Nullable Object... values) {
    return new FilledMessage(
        key, Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values))));
  }

  /**
   * A message about a number of things: {@code key.one} or {@code key.other}.
   *
   * @param values the number as it is shown, and any others
   */
  public static FilledMessage count(String key, long number, @Nullable Object... values) {
    return of(Messages.numbered(key, number), values);
  }

  /** What is the same in every language, such as a name or what a library says. */
  public static FilledMessage verbatim(@Nullable Object text) {
    return of("verbatim", text);
  }

  /** The text in the language of this thread. */
  public String text() {
    return Messages.text(key, values.toArray());
  }

  /** The same, so that it can be a value and a part of a page. */
  @Override
  public String toString() {
    return text();
  }
}
