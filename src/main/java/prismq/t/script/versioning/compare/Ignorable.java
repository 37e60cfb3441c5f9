package prismq.t.script.versioning.compare;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.ChangeCategory;

/** A kind of change that a reader may hide. */
public enum Ignorable {
  WHITESPACE(ChangeCategory.WHITESPACE, "whitespace", "white space"),
  CASE(ChangeCategory.CASE, "case", "capitals"),
  PUNCTUATION(ChangeCategory.PUNCTUATION, "punctuation", "punctuation"),
  LIST_MARKS(ChangeCategory.LIST_MARKS, "list-marks", "bullets and numbers of lists"),
  LOOKALIKES(ChangeCategory.LOOKALIKES, "lookalikes", "spelling that looks the same");

  private final ChangeCategory category;
  private final String parameter;
  private final String title;

  Ignorable(ChangeCategory category, String parameter, String title) {
    this.category = category;
    this.parameter = parameter;
    this.title = title;
  }

  /** What changes of this kind are about. */
  public ChangeCategory category() {
    return category;
  }

  /** The parameter of the address, whose value is “ignore”. */
  public String parameter() {
    return parameter;
  }

  /** What it is called in a sentence. */
  public String title() {
    return title;
  }

  /** The kind of a category; null where changes of it cannot be hidden. */
  static @Nullable Ignorable of(ChangeCategory category) {
    return Arrays.stream(values())
        .filter(kind -> kind.category == category)
        .findFirst()
        .orElse(null);
  }
}
