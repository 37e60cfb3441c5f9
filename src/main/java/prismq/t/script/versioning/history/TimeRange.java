package prismq.t.script.versioning.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The valid times, from year 1 to year 9999: pages show no others. */
public final class TimeRange {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private TimeRange() {}

  /** Whether a time is valid. */
  public static boolean has(Instant time) {
    return !time.isBefore(FIRST) && !time.isAfter(LAST);
  }

  /** The day that is written as 2026-01-31; empty where it is none, or of none of these years. */
  public static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> has(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
