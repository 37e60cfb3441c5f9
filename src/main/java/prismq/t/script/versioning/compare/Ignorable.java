package prismq.t.script.versioning.compare;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.ChangeCategory;

/** A kind of change that a reader may hide. */
public enum Ignorable {
  WHITESPACE(ChangeCategory.WHITESPACE, "whitespace", "white space", "Spacing only"),
  CASE(ChangeCategory.CASE, "case", "capitals", "Capitals only"),
  PUNCTUATION(ChangeCategory.PUNCTUATION, "punctuation", "punctuation", "Punctuation only"),
  LIST_MARKS(
      ChangeCategory.LIST_MARKS, "list-marks", "bullets and numbers of lists", "List marks only"),
  LOOKALIKES(
      ChangeCategory.LOOKALIKES, "lookalikes", "spelling that looks the same", "Looks the same");

  private final ChangeCategory category;
  private final String parameter;
  private final String title;
  private final String only;

  Ignorable(ChangeCategory category, String parameter, String title, String only) {
    this.category = category;
    this.parameter = parameter;
    this.title = title;
    this.only = only;
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

  /** What a change is called that is of nothing else. */
  String only() {
    return only;
  }

  /** The kind of a category; null where changes of it cannot be hidden. */
  static @Nullable Ignorable of(ChangeCategory category) {
    return Arrays.stream(values())
        .filter(kind -> kind.category == category)
        .findFirst()
        .orElse(null);
  }
}
