package prismq.t.script.versioning.history;

import java.time.Instant;

/** The valid times, from year 1 to year 9999: pages show no others. */
public final class TimeRange {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private TimeRange() {}

  /** Whether a time is valid. */
  public static boolean has(Instant time) {
    return !time.isBefore(FIRST) && !time.isAfter(LAST);
  }
}
