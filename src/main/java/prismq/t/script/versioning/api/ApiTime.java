package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;

/** Times as the API writes and reads them: ISO 8601. */
final class ApiTime {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private ApiTime() {}

  /** The time in UTC with milliseconds. */
  static String format(Instant time) {
    return MILLISECONDS.format(time);
  }

  /** The time; null if its year is not 1 to 9999, or its offset is missing. */
  static @Nullable Instant parse(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      // Outside these years format would write another form.
      int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
      return year < 1 || year > 9999 ? null : time.toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The parameter as the earliest time; a day counts from its start. */
  static @Nullable Instant from(Context context, String name) {
    return parameter(context, name, 0);
  }

  /** The parameter as the time before which; a day counts to its end. */
  static @Nullable Instant until(Context context, String name) {
    return parameter(context, name, 1);
  }

  private static @Nullable Instant parameter(Context context, String name, int days) {
    String value = Parameters.text(context, name);
    if (value == null) {
      return null;
    }
    Instant time = value.length() == 10 ? startOfDay(value, days) : parse(value);
    if (time == null) {
      throw new BadRequestException(
          "The parameter "
              + name
              + " is a day such as 2026-01-31 or a time with its offset such as"
              + " 2026-01-31T12:00:00Z, with every + written as %2B, not “"
              + value
              + "”.");
    }
    return time;
  }

  private static @Nullable Instant startOfDay(String value, int daysLater) {
    try {
      return LocalDate.parse(value).plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
