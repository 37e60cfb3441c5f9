package prismq.t.script.versioning.label;

import java.util.Arrays;
import java.util.Locale;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;

/** Who may move a label. */
public enum LabelMovers {
  /** Whoever may write on the script. */
  WRITE,
  /** Whoever manages the script. */
  MANAGE,
  /** Those who are named, as people or by a group. */
  NAMED;

  /**
   * The one of this word.
   *
   * @throws InvalidInputException if there is none
   */
  public static LabelMovers of(String word) {
    return Arrays.stream(values())
        .filter(movers -> movers.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new InvalidInputException("movers", FilledMessage.of("label.choose_movers")));
  }

  /** The word for it in forms, JSON and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What one chooses. */
  public String title() {
    return Messages.text("label.movers." + word());
  }
}
