package prismq.t.script.versioning.statistics;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.scene.SceneMinutes;
import prismq.t.script.versioning.core.statistics.LengthTarget;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * How long a script is to last, and what it is scored by.
 *
 * @param wordsPerMinute that are spoken, or acted
 * @param target null for none
 * @param scores those that were named; none where nobody named any
 * @param warns whether those whose script it is are told when a score is better than before but the
 *     length no longer keeps the target
 */
public record LengthSettings(
    int wordsPerMinute, @Nullable LengthTarget target, List<NamedScore> scores, boolean warns) {
  /** Holds where nobody said anything else. */
  public static final LengthSettings PRESET =
      new LengthSettings(SceneMinutes.WORDS_A_MINUTE, null, List.of(), false);

  /** Fewest words a minute. */
  public static final int LEAST_WORDS = 20;

  /** Most words a minute. */
  public static final int MOST_WORDS = 1_000;

  /** Longest target, in seconds: a hundred hours. */
  public static final int MOST_SECONDS = 360_000;

  private static final int DEFAULT_PART = 20;

  /** The scores that are shown. */
  List<NamedScore> shownScores() {
    return scores.isEmpty() ? NamedScore.PRESET : scores;
  }

  /** The same with another number of words a minute. */
  public LengthSettings withWords(int words) {
    return new LengthSettings(words, target, scores, warns);
  }

  /** The same with another target; null for none. */
  public LengthSettings withTarget(@Nullable LengthTarget other) {
    return new LengthSettings(wordsPerMinute, other, scores, warns);
  }

  /** The same with other scores. */
  public LengthSettings withScores(List<NamedScore> others) {
    return new LengthSettings(wordsPerMinute, target, others, warns);
  }

  /** The same with or without a warning. */
  public LengthSettings withWarning(boolean isOn) {
    return new LengthSettings(wordsPerMinute, target, scores, isOn);
  }

  /**
   * Words a minute as they are kept.
   *
   * @throws InvalidInputException if there are too few or too many
   */
  public static int checkedWords(String field, int words) {
    if (words < LEAST_WORDS || words > MOST_WORDS) {
      throw new InvalidInputException(
          field, FilledMessage.of("statistics.words_range", LEAST_WORDS, MOST_WORDS));
    }
    return words;
  }

  /**
   * A target as it is kept.
   *
   * @param tolerance null for one in twenty of the target
   * @param toleranceField that the tolerance was given in
   * @throws InvalidInputException if one of them is outside the rules
   */
  public static LengthTarget checkedTarget(
      String field, int seconds, String toleranceField, @Nullable Integer tolerance) {
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new InvalidInputException(field, FilledMessage.of("statistics.target_range"));
    }
    if (tolerance != null && (tolerance < 0 || tolerance > seconds)) {
      throw new InvalidInputException(
          toleranceField, FilledMessage.of("statistics.tolerance_range"));
    }
    return new LengthTarget(
        seconds, tolerance == null ? Math.max(1, seconds / DEFAULT_PART) : tolerance);
  }

  /**
   * Scores as they are kept.
   *
   * @throws InvalidInputException if there are too many, or two of one name
   */
  public static List<NamedScore> checkedScores(String field, List<NamedScore> scores) {
    if (scores.size() > NamedScore.MAX_COUNT) {
      throw new InvalidInputException(
          field, FilledMessage.of("statistics.many_scores", NamedScore.MAX_COUNT));
    }
    Set<String> names = new HashSet<>();
    for (NamedScore score : scores) {
      if (!names.add(score.name())) {
        throw new InvalidInputException(
            field, FilledMessage.of("statistics.score_twice", score.name()));
      }
    }
    return List.copyOf(scores);
  }
}
