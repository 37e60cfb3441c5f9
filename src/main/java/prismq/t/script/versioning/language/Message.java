package prismq.t.script.versioning.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with places for values: {@code "{0} of {1}"}. Unlike {@link java.text.MessageFormat} it
 * takes apostrophes as they are and writes no number in another way than it is given.
 */
final class Message {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  /** Texts and, at odd places, the numbers of values between them. */
  private final List<String> parts = new ArrayList<>();

  Message(String text) {
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      parts.add(text.substring(from, place.start()));
      parts.add(place.group(1));
      from = place.end();
    }
    parts.add(text.substring(from));
  }

  /** The text as it was given, its places not filled. */
  String pattern() {
    return with(
        new Object[] {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "{8}", "{9}"},
        String::valueOf);
  }

  /** The text with these values, each written by the function. */
  String with(@Nullable Object[] values, Function<@Nullable Object, String> written) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      boolean isValue = i % 2 == 1;
      text.append(isValue ? written.apply(values[Integer.parseInt(parts.get(i))]) : parts.get(i));
    }
    return text.toString();
  }
}
