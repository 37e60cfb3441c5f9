package prismq.t.script.versioning.core.statistics;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which values of a score are the better ones. */
public enum ScoreDirection {
  /** More is better. */
  HIGHER,
  /** Less is better. */
  LOWER;

  /** The word for it where it is sent and kept. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this word; empty if there is none. */
  public static Optional<ScoreDirection> named(String word) {
    return Stream.of(values()).filter(direction -> direction.word().equals(word)).findFirst();
  }

  /** Whether one value is better than the one before. */
  public boolean isBetter(double before, double after) {
    return this == HIGHER ? after > before : after < before;
  }

  /** Whether a value is as good as the one that is aimed at, or better. */
  public boolean isReached(double value, double target) {
    return value == target || isBetter(target, value);
  }
}
