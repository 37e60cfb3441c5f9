package prismq.t.script.versioning.account.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times are written for somebody in one time zone. */
public final class LocalTimes {
  private final DateTimeFormatter format;

  /** Those of this zone. */
  public LocalTimes(ZoneId zone) {
    this.format =
        DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm zzz", Locale.ENGLISH).withZone(zone);
  }

  /** A time to the minute. */
  public String shown(Instant time) {
    return format.format(time);
  }
}
