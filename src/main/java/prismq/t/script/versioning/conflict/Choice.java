package prismq.t.script.versioning.conflict;

import org.jspecify.annotations.Nullable;

/** The choice for a passage that both sides changed. */
public enum Choice {
  /** What the text has that is saved on top of. */
  OURS("ours"),
  /** What the other text has. */
  THEIRS("theirs"),
  /** Ours, and theirs after it. */
  BOTH("both"),
  /** A text written by hand. */
  WRITTEN("written");

  private final String value;

  Choice(String value) {
    this.value = value;
  }

  /** Its name in forms. */
  public String value() {
    return value;
  }

  /** The choice of that name; null if there is none. */
  static @Nullable Choice of(@Nullable String value) {
    for (Choice choice : values()) {
      if (choice.value.equals(value)) {
        return choice;
      }
    }
    return null;
  }
}
