package prismq.t.script.versioning.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;

/** How times are written on pages. */
public final class Times {
  private static final Map<Language, TimeFormats> FORMATS = new ConcurrentHashMap<>();

  private final Clock clock;

  /** How a language writes times. */
  private record TimeFormats(
      DateTimeFormatter exact,
      DateTimeFormatter minute,
      DateTimeFormatter day,
      DateTimeFormatter longDay) {
    static TimeFormats spoken() {
      return FORMATS.computeIfAbsent(
          Messages.language(),
          language ->
              new TimeFormats(
                  format("time.pattern.exact", language),
                  format("time.pattern.minute", language),
                  format("time.pattern.day", language),
                  format("time.pattern.long_day", language)));
    }

    private static DateTimeFormatter format(String key, Language language) {
      return DateTimeFormatter.ofPattern(Messages.text(key), Locale.forLanguageTag(language.tag()))
          .withZone(ZoneId.of("UTC"));
    }
  }

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
    return since.toDays() <= 30 ? ago(since.toDays(), "day") : day(time);
  }

  private static String ago(long count, String unit) {
    return Messages.count("time." + unit, count, Long.toString(count));
  }

  /** A day with its month in full. */
  public String longDay(Instant time) {
    return TimeFormats.spoken().longDay.format(time);
  }

  /** A time to the minute in UTC. */
  public String toMinute(Instant time) {
    return TimeFormats.spoken().minute.format(time);
  }

  /** A time to the second in UTC. */
  public String exact(Instant time) {
    return TimeFormats.spoken().exact.format(time);
  }

  /** The day of a time, in UTC. */
  public static String day(Instant time) {
    return TimeFormats.spoken().day.format(time);
  }

  /** The minute now; pages with relative times hold for one. */
  long minute() {
    return clock.instant().getEpochSecond() / 60;
  }
}
