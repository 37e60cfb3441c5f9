package prismq.t.script.versioning.statistics;

import prismq.t.script.versioning.core.statistics.LengthTarget;

/**
 * A version with a better score than before that no longer is as long as it is to be.
 *
 * @param before the version that had the score before, and kept the target
 * @param score its name
 * @param seconds how long the version is
 */
public record LengthWarning(
    int before,
    int version,
    String score,
    double scoreBefore,
    double scoreAfter,
    double seconds,
    LengthTarget target) {
  /** A score before and after, as they are shown. */
  public static String scores(double before, double after) {
    return LengthWording.score(before) + " → " + LengthWording.score(after);
  }

  /** A length as it is shown. */
  public static String clock(double seconds) {
    return LengthWording.clock(seconds);
  }

  /** A target as it is shown. */
  public static String shown(LengthTarget target) {
    return LengthWording.target(target);
  }
}
