package prismq.t.script.versioning.restore;

import org.jspecify.annotations.Nullable;

/** What is to stand where a passage was changed again. */
enum Choice {
  /** What the head has. */
  NOW("now"),
  /** What stood there before the change that is undone. */
  OLD("old"),
  /** What somebody writes. */
  WRITTEN("written");

  private final String value;

  Choice(String value) {
    this.value = value;
  }

  /** Its name in the form. */
  String value() {
    return value;
  }

  /** The choice of that name; null where there is none. */
  static @Nullable Choice of(@Nullable String value) {
    for (Choice choice : values()) {
      if (choice.value.equals(value)) {
        return choice;
      }
    }
    return null;
  }
}
