package prismq.t.script.versioning.notification;

import java.util.Arrays;
import java.util.Locale;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;

/** How much of a script somebody is told of. */
public enum WatchLevel {
  /** Every version, comment, verdict and review. */
  ALL,
  /** What concerns them. */
  MINE,
  /** Nothing. */
  NONE;

  /** The word for it in forms, JSON and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What one chooses. */
  public String title() {
    return Messages.text("notification.level." + word());
  }

  /**
   * The level of this word.
   *
   * @throws InvalidInputException if there is none
   */
  public static WatchLevel named(String word) {
    return Arrays.stream(values())
        .filter(level -> level.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new InvalidInputException("level", FilledMessage.of("notification.no_level")));
  }
}
