package prismq.t.script.versioning.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import prismq.t.script.versioning.language.Messages;

/** How verdicts decide a review. */
public enum RuleKind {
  /** All who can decide approve. */
  UNANIMOUS,
  /** More than half of those who can decide approve. */
  MAJORITY,
  /** The same, where each counts as often as their weight says. */
  WEIGHTED,
  /** A number of approvals, and nobody wants changes. */
  APPROVALS;

  /** The word for it in forms, JSON and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What one chooses, such as “A majority approves”. */
  public String title() {
    return Messages.text("reviews.kind." + word());
  }

  /** The kind of this word; empty if there is none. */
  public static Optional<RuleKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
