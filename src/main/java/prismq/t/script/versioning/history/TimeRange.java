package prismq.t.script.versioning.history;

import java.time.Instant;

/** The times that can be kept, from year 1 to year 9999: others are shown by no page. */
public final class TimeRange {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private TimeRange() {}

  /** Whether a time can be kept. */
  public static boolean has(Instant time) {
    return !time.isBefore(FIRST) && !time.isAfter(LAST);
  }
}
