package prismq.t.script.versioning.account.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times are written for somebody in one time zone. */
final class LocalTimes {
  private final DateTimeFormatter format;

  LocalTimes(ZoneId zone) {
    this.format =
        DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm zzz", Locale.ENGLISH).withZone(zone);
  }

  String shown(Instant time) {
    return format.format(time);
  }
}
