package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.share.ShareTerms;
import prismq.t.script.versioning.web.SentForm;

/**
 * What was typed and chosen of how a share link works.
 *
 * @param follows whether it shows what will be newest
 * @param ends a number of days, {@code date} or {@code never}
 * @param endDate the last day, where that is chosen
 * @param startDate the first day; empty for now
 */
record ShareForm(
    boolean follows,
    String ends,
    String endDate,
    String startDate,
    String password,
    String maxOpenings,
    boolean downloads,
    boolean hidesNames,
    boolean watermark,
    String note) {
  static final ShareForm EMPTY = new ShareForm(false, "30", "", "", "", "", true, false, false, "");

  static ShareForm of(Context context) {
    return new ShareForm(
        SentForm.text(context, "shows").equals("newest"),
        SentForm.stripped(context, "ends"),
        SentForm.stripped(context, "end_date"),
        SentForm.stripped(context, "start_date"),
        SentForm.text(context, "password"),
        SentForm.stripped(context, "max_openings"),
        SentForm.text(context, "downloads").equals("true"),
        SentForm.text(context, "hide_names").equals("true"),
        SentForm.text(context, "watermark").equals("true"),
        SentForm.stripped(context, "note"));
  }

  /** The same without the password, which no page shows again. */
  ShareForm withoutPassword() {
    return new ShareForm(
        follows, ends, endDate, startDate, "", maxOpenings, downloads, hidesNames, watermark, note);
  }

  /** The password that guests are to be asked for; null where nothing was typed. */
  @Nullable String givenPassword() {
    return password.isEmpty() ? null : password;
  }

  /** Whether something is chosen that is folded away at first. */
  public boolean hasMore() {
    return !maxOpenings.isEmpty() || !startDate.isEmpty() || !downloads || hidesNames || watermark;
  }

  /**
   * How the link is to work.
   *
   * @param zone of its maker, whose days count
   * @throws InvalidInputException if something is no date or no number
   */
  ShareTerms terms(ZoneId zone, Instant now) {
    return new ShareTerms(
        start(zone, now), end(zone, now), openings(), downloads, hidesNames, watermark, note);
  }

  Instant start(ZoneId zone, Instant now) {
    return startDate.isEmpty() ? now : date("starts_at", startDate).atStartOfDay(zone).toInstant();
  }

  @Nullable Instant end(ZoneId zone, Instant now) {
    return switch (ends) {
      case "never" -> null;
      case "date" -> endOf(date("expires_at", endDate), zone);
      case "7", "30", "90" ->
          endOf(LocalDate.ofInstant(now, zone).plusDays(Integer.parseInt(ends)), zone);
      default ->
          throw new InvalidInputException("expires_at", FilledMessage.of("share.choose_end"));
    };
  }

  /** The last second of a day where somebody lives. */
  static Instant endOf(LocalDate day, ZoneId zone) {
    return day.atTime(LocalTime.of(23, 59, 59)).atZone(zone).toInstant();
  }

  private static LocalDate date(String field, String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new InvalidInputException(field, FilledMessage.of("share.no_date"));
    }
  }

  @Nullable Integer openings() {
    if (maxOpenings.isEmpty()) {
      return null;
    }
    if (!maxOpenings.matches("\\d{1,6}")) {
      throw new InvalidInputException(
          "max_openings", FilledMessage.of("share.openings_number", "10,000"));
    }
    return Integer.valueOf(maxOpenings);
  }
}
