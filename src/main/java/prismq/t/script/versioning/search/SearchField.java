package prismq.t.script.versioning.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;

/** What a search can be narrowed by, written as {@code name:value}. */
enum SearchField {
  SCRIPT,
  AUTHOR,
  BRANCH,
  LABEL,
  BEFORE,
  AFTER,
  SCORE,
  SOURCE;

  /** The valid values, for error messages. */
  String takes() {
    return Messages.text("search.takes." + written());
  }

  /** As it is written in a search. */
  String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of this name; null if there is none. */
  static @Nullable SearchField named(String name) {
    return Arrays.stream(values())
        .filter(field -> field.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  /** All fields, as a text for people. */
  static String list() {
    return Arrays.stream(values()).map(SearchField::written).collect(Collectors.joining(", "));
  }
}
