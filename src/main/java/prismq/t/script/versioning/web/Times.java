package prismq.t.script.versioning.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import prismq.t.script.versioning.language.Messages;

/** How times are written on pages. */
public final class Times {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Clock clock;

  /** Shows times relative to this clock. */
  public Times(Clock clock) {
    this.clock = clock;
  }

  /** A time for a reader: “5 minutes ago”, or the day where it is over a month ago. */
  public String relative(Instant time) {
    Duration since = Duration.between(time, clock.instant());
    if (since.toMinutes() < 1) {
      return Messages.text("time.now");
    }
    if (since.toMinutes() < 60) {
      return ago(since.toMinutes(), "minute");
    }
    if (since.toHours() < 24) {
      return ago(since.toHours(), "hour");
    }
    return since.toDays() <= 30 ? ago(since.toDays(), "day") : DAY.format(time);
  }

  private static String ago(long count, String unit) {
    return Messages.count("time." + unit, count, Long.toString(count));
  }

  /** A time to the second in UTC. */
  public String exact(Instant time) {
    return EXACT.format(time);
  }

  /** The minute now; pages with relative times hold for one. */
  long minute() {
    return clock.instant().getEpochSecond() / 60;
  }
}
