package prismq.t.script.versioning.core.revision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a page or scene is numbered that comes between two whose numbers are locked. */
public enum LabelScheme {
  /** Before 38B stands A38B. */
  PREFIX,
  /** Behind 38A stands 38A1. */
  DIGIT,
  /** Behind 38A stands 38AA. */
  LETTER;

  /** What it is called where it is kept and sent. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scheme of this name; empty if there is none. */
  public static Optional<LabelScheme> named(String word) {
    return Arrays.stream(values()).filter(scheme -> scheme.word().equals(word)).findFirst();
  }
}
