package prismq.t.script.versioning.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.statistics.LengthTarget;
import prismq.t.script.versioning.statistics.LengthWarning;

/**
 * The figures of a version that no longer is as long as it is to be.
 *
 * @param score the name of the one that is better than before
 */
@JsonNaming(SnakeCaseStrategy.class)
public record LengthDetail(
    String score,
    double scoreBefore,
    double scoreAfter,
    double seconds,
    int targetSeconds,
    int toleranceSeconds) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static LengthDetail of(LengthWarning warning) {
    return new LengthDetail(
        warning.score(),
        warning.scoreBefore(),
        warning.scoreAfter(),
        warning.seconds(),
        warning.target().seconds(),
        warning.target().tolerance());
  }

  /** As it is kept. */
  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words and numbers are always JSON", e);
    }
  }

  /** What {@link #json} gave; null for nothing, and for what cannot be read. */
  static @Nullable LengthDetail read(@Nullable String json) {
    try {
      return json == null ? null : JSON.readValue(json, LengthDetail.class);
    } catch (JsonProcessingException e) {
      // What happened is told without its figures.
      return null;
    }
  }

  /** The score before and after. */
  String scores() {
    return LengthWarning.scores(scoreBefore, scoreAfter);
  }

  /** How long the version is. */
  String clock() {
    return LengthWarning.clock(seconds);
  }

  /** How long it is to be. */
  String target() {
    return LengthWarning.shown(new LengthTarget(targetSeconds, toleranceSeconds));
  }
}
