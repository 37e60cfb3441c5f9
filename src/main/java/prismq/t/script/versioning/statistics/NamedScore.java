package prismq.t.script.versioning.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.statistics.ScoreDirection;
import prismq.t.script.versioning.history.Field;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;

/**
 * A number that says how good versions are.
 *
 * @param name a key of the metadata of versions, or what a score of a verdict measures
 * @param target as good as it is to become; null for none
 */
public record NamedScore(String name, ScoreDirection direction, @Nullable Double target) {
  /** Most of them that a script has. */
  public static final int MAX_COUNT = 5;

  /** Longest name, in characters. */
  public static final int MAX_NAME = 40;

  /** Greatest target, below zero too. */
  public static final double MAX_TARGET = 1_000_000_000;

  private static final String REVIEW_SCORE = "review_score";

  /** What is shown where nobody named any. */
  static final List<NamedScore> PRESET =
      List.of(new NamedScore(REVIEW_SCORE, ScoreDirection.HIGHER, null));

  /**
   * One as it is kept.
   *
   * @param field that it was given in
   * @throws InvalidInputException if it is outside the rules
   */
  public static NamedScore checked(
      String field, String name, ScoreDirection direction, @Nullable Double target) {
    if (target != null && !(Math.abs(target) <= MAX_TARGET)) {
      throw new InvalidInputException(field, FilledMessage.of("statistics.score_target_range"));
    }
    return new NamedScore(Field.line(field, name, MAX_NAME), direction, target);
  }

  /** What people call it: that of pipelines has a name of its own, all others are their names. */
  public String title() {
    return name.equals(REVIEW_SCORE) ? Messages.text("version.review_score") : name;
  }

  /** Whether a value reaches the target; not where there is none. */
  boolean isReached(double value) {
    return target != null && direction.isReached(value, target);
  }
}
