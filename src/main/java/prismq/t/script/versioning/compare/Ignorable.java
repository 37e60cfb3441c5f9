package prismq.t.script.versioning.compare;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.language.Messages;

/** A kind of change that a reader may hide. */
public enum Ignorable {
  WHITESPACE(ChangeCategory.WHITESPACE, "whitespace"),
  CASE(ChangeCategory.CASE, "case"),
  PUNCTUATION(ChangeCategory.PUNCTUATION, "punctuation"),
  LIST_MARKS(ChangeCategory.LIST_MARKS, "list-marks"),
  LOOKALIKES(ChangeCategory.LOOKALIKES, "lookalikes");

  private final ChangeCategory category;
  private final String parameter;

  Ignorable(ChangeCategory category, String parameter) {
    this.category = category;
    this.parameter = parameter;
  }

  /** What changes of this kind are about. */
  public ChangeCategory category() {
    return category;
  }

  /** The parameter of the address, whose value is “ignore”. */
  public String parameter() {
    return parameter;
  }

  /** What the option that hides it is called. */
  public String ignoreTitle() {
    return Messages.text("compare.ignore." + parameter);
  }

  /** What a change is called that is of nothing else. */
  String only() {
    return Messages.text("compare.only." + parameter);
  }

  /** The same in the middle of a text. */
  String label() {
    return Messages.text("compare.label." + parameter);
  }

  /** The kind of a category; null where changes of it cannot be hidden. */
  static @Nullable Ignorable of(ChangeCategory category) {
    return Arrays.stream(values())
        .filter(kind -> kind.category == category)
        .findFirst()
        .orElse(null);
  }
}
