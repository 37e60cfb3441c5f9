package prismq.t.script.versioning.core.statistics;

/**
 * How long a text is to last.
 *
 * @param tolerance by how many seconds it may be shorter or longer
 */
public record LengthTarget(int seconds, int tolerance) {
  /** How a length stands to it. */
  public enum LengthStand {
    /** It is too short. */
    UNDER,
    /** It is within the tolerance. */
    KEPT,
    /** It is too long. */
    OVER
  }

  /** How a length in seconds stands to it, rounded to whole ones as it is shown. */
  public LengthStand stand(double length) {
    long difference = difference(length);
    if (Math.abs(difference) <= tolerance) {
      return LengthStand.KEPT;
    }
    return difference < 0 ? LengthStand.UNDER : LengthStand.OVER;
  }

  /** By how many whole seconds a length is longer. */
  public long difference(double length) {
    return Math.round(length) - seconds;
  }

  /** Whether one length keeps it. */
  public boolean isKept(double length) {
    return stand(length) == LengthStand.KEPT;
  }

  /** Whether one length keeps it, and the next no longer does. */
  public boolean isLeft(double before, double after) {
    return isKept(before) && !isKept(after);
  }
}
