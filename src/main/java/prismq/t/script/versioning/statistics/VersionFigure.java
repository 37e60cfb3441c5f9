package prismq.t.script.versioning.statistics;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.scene.SceneMinutes;
import prismq.t.script.versioning.core.statistics.TextMeasure;

/**
 * How long a version is and how good.
 *
 * @param measure null where it is not measured yet, or cannot be
 * @param minutes by its words and pages; null likewise
 * @param stated how long it was found to be, in seconds; null where nobody said it
 * @param scores those that it has, by their names
 */
record VersionFigure(
    int versionNumber,
    @Nullable TextMeasure measure,
    @Nullable SceneMinutes minutes,
    @Nullable Double stated,
    Map<String, Double> scores) {
  private static final int SECONDS = 60;

  /** What counts as its length, in seconds: what was stated, or else the middle of the range. */
  @Nullable Double seconds() {
    return stated == null ? estimated() : stated;
  }

  /** The middle of the range, in seconds. */
  @Nullable Double estimated() {
    return minutes == null ? null : Double.valueOf(minutes.middle() * SECONDS);
  }

  /** The value of a score; null where it has none. */
  @Nullable Double score(NamedScore score) {
    return scores.get(score.name());
  }
}
