package prismq.t.script.versioning.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.statistics.LengthTarget;
import prismq.t.script.versioning.core.statistics.ScoreDirection;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.statistics.LengthSettings;
import prismq.t.script.versioning.statistics.NamedScore;

/**
 * How long a script is to last and what it is scored by, as JSON.
 *
 * @param targetLength null for none
 * @param namedScores empty where nobody named any
 */
record LengthJson(
    int wordsPerMinute,
    @Nullable TargetJson targetLength,
    List<ScoreJson> namedScores,
    boolean lengthWarning) {
  static final String WORDS = "words_per_minute";
  static final String TARGET = "target_length";
  static final String SCORES = "named_scores";
  static final String WARNING = "length_warning";

  /** All of these in a body. */
  static final List<String> FIELDS = List.of(WORDS, TARGET, SCORES, WARNING);

  /** Both in seconds. */
  record TargetJson(int seconds, int tolerance) {}

  /**
   * @param direction higher or lower, which is better
   * @param target null for none
   */
  record ScoreJson(String name, String direction, @Nullable Double target) {}

  static LengthJson of(LengthSettings settings) {
    @Nullable LengthTarget target = settings.target();
    return new LengthJson(
        settings.wordsPerMinute(),
        target == null ? null : new TargetJson(target.seconds(), target.tolerance()),
        settings.scores().stream()
            .map(score -> new ScoreJson(score.name(), score.direction().word(), score.target()))
            .toList(),
        settings.warns());
  }

  /**
   * What a body changes of settings.
   *
   * @throws InvalidInputException if it is outside the rules
   */
  static LengthSettings changed(JsonBody body, LengthSettings before) {
    LengthSettings after = before;
    if (body.has(WORDS)) {
      @Nullable Integer words = body.optionalCount(WORDS, LengthSettings.MOST_WORDS);
      after =
          after.withWords(
              words == null
                  ? LengthSettings.PRESET.wordsPerMinute()
                  : LengthSettings.checkedWords(WORDS, words));
    }
    if (body.has(TARGET)) {
      after = after.withTarget(target(body.optionalObject(TARGET)));
    }
    if (body.has(SCORES)) {
      after =
          after.withScores(
              LengthSettings.checkedScores(
                  SCORES, body.optionalObjects(SCORES).stream().map(LengthJson::score).toList()));
    }
    if (body.has(WARNING)) {
      after = after.withWarning(body.optionalFlag(WARNING));
    }
    return after;
  }

  private static @Nullable LengthTarget target(Map<String, Object> sent) {
    if (sent.isEmpty()) {
      return null;
    }
    Object tolerance = sent.get("tolerance");
    boolean isRight =
        Set.of("seconds", "tolerance").containsAll(sent.keySet())
            && (tolerance == null || tolerance instanceof Integer);
    Object length = sent.get("seconds");
    if (!isRight || !(length instanceof Integer seconds)) {
      throw new InvalidInputException(
          TARGET,
          "It has seconds, and may have a tolerance in seconds: {\"seconds\": 75, \"tolerance\": 5};"
              + " or it is null.");
    }
    return LengthSettings.checkedTarget(TARGET, seconds, TARGET, (Integer) tolerance);
  }

  private static NamedScore score(Map<String, Object> sent) {
    Object target = sent.get("target");
    @Nullable ScoreDirection direction =
        ScoreDirection.named(String.valueOf(sent.getOrDefault("direction", "higher"))).orElse(null);
    boolean isRight =
        Set.of("name", "direction", "target").containsAll(sent.keySet())
            && sent.get("name") instanceof String
            && direction != null
            && (target == null || target instanceof Number);
    if (!isRight || direction == null) {
      throw new InvalidInputException(
          SCORES,
          "Each has a name, and may have a direction (higher or lower) and a target:"
              + " {\"name\": \"review_score\", \"direction\": \"higher\", \"target\": 80}.");
    }
    return NamedScore.checked(
        SCORES,
        String.valueOf(sent.get("name")),
        direction,
        target == null ? null : Double.valueOf(((Number) target).doubleValue()));
  }

  /** Whether a body changes any of these. */
  static boolean isIn(JsonBody body) {
    return FIELDS.stream().anyMatch(body::has);
  }
}
