package prismq.t.script.versioning.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a search can be narrowed by, written as {@code name:value}. */
enum SearchField {
  SCRIPT("the id of a script, as in script:intro"),
  AUTHOR("a name, as in author:Ann or author:\"Ann Lee\""),
  BRANCH("the name of a branch, as in branch:main"),
  LABEL("a label, or words of one, as in label:sent or label:\"Final cut\""),
  BEFORE("a day, as in before:2026-03-31"),
  AFTER("a day, as in after:2026-03-31"),
  SCORE("a limit, as in score:>80 or score:<=50"),
  SOURCE("human, ai or import, as in source:ai");

  /** The valid values, for error messages. */
  final String takes;

  SearchField(String takes) {
    this.takes = takes;
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
