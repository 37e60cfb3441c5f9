package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.TimeRange;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.share.NewShareLink;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareTerms;
import prismq.t.script.versioning.web.SentForm;

/**
 * What was typed and chosen of how a share link works.
 *
 * @param follows whether it shows what will be newest
 * @param ends a number of days, {@code date} or {@code never}
 * @param endDate the last day, where that is chosen
 * @param startDate the first day; empty for now
 * @param titled whether previews of the link name the script
 * @param comments whether guests may comment
 * @param decisions whether guests may say what they decide
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
    boolean titled,
    boolean comments,
    boolean decisions,
    String note) {
  /** For how many days a link can be made to work. */
  static final List<Integer> DAYS = List.of(7, 30, 90);

  /** How a link is made that nothing is said of. */
  static final ShareForm EMPTY =
      new ShareForm(false, "30", "", "", "", "", true, false, false, true, false, false, "");

  /** Chosen where the end of a link stays as it is. */
  private static final String KEEP = "keep";

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
        SentForm.text(context, "title_in_previews").equals("true"),
        SentForm.text(context, "comments").equals("true"),
        SentForm.text(context, "decisions").equals("true"),
        SentForm.stripped(context, "note"));
  }

  /** The same without the password, which no page shows again. */
  ShareForm withoutPassword() {
    return new ShareForm(
        follows,
        ends,
        endDate,
        startDate,
        "",
        maxOpenings,
        downloads,
        hidesNames,
        watermark,
        titled,
        comments,
        decisions,
        note);
  }

  /** What a link is like, to be changed. */
  static ShareForm of(ShareLink link, ZoneId zone) {
    ShareTerms terms = link.terms();
    return new ShareForm(
        link.thing().isFollowing(),
        KEEP,
        "",
        terms.startsAt().isAfter(link.createdAt()) ? day(terms.startsAt(), zone) : "",
        "",
        terms.maxOpenings() == null ? "" : terms.maxOpenings().toString(),
        terms.downloads(),
        terms.hidesNames(),
        terms.watermark(),
        terms.titled(),
        terms.comments(),
        terms.decisions(),
        terms.note());
  }

  private static String day(Instant time, ZoneId zone) {
    return LocalDate.ofInstant(time, zone).toString();
  }

  /** The password that guests are to be asked for; null where nothing was typed. */
  @Nullable String givenPassword() {
    return password.isEmpty() ? null : password;
  }

  /** Whether something is chosen that is folded away at first. */
  public boolean hasMore() {
    return !maxOpenings.isEmpty()
        || !startDate.isEmpty()
        || !downloads
        || hidesNames
        || watermark
        || !titled;
  }

  /**
   * How the link is to work.
   *
   * @param zone of its maker, whose days count
   * @throws InvalidInputException if something is no date or no number
   */
  ShareTerms terms(ZoneId zone, Instant now) {
    return new ShareTerms(
        start(zone, now),
        end(zone, now),
        openings(),
        downloads,
        hidesNames,
        watermark,
        titled,
        comments,
        decisions,
        note);
  }

  /** What there may be to mend, each by itself, so that all of it is told at once. */
  Runnable[] checks(ZoneId zone, Instant now, boolean isByAdmin) {
    return new Runnable[] {
      () -> start(zone, now),
      () -> end(zone, now),
      () -> ShareTerms.checkPeriod(start(zone, now), end(zone, now), now, isByAdmin),
      () -> ShareTerms.checkMaxOpenings(openings()),
      () -> ShareTerms.checkNote(note),
      () -> NewShareLink.checkPassword(givenPassword())
    };
  }

  /** The same for a link that worked otherwise, whose period may stay as it is. */
  Runnable[] checks(ShareTerms before, ZoneId zone, Instant now, boolean isByAdmin) {
    return new Runnable[] {
      () -> changedStart(before, zone, now),
      () -> changedEnd(before, zone, now),
      () -> checkChangedPeriod(before, zone, now, isByAdmin),
      () -> ShareTerms.checkMaxOpenings(openings()),
      () -> ShareTerms.checkNote(note),
      () -> NewShareLink.checkPassword(givenPassword())
    };
  }

  private void checkChangedPeriod(ShareTerms before, ZoneId zone, Instant now, boolean isByAdmin) {
    Instant start = changedStart(before, zone, now);
    @Nullable Instant end = changedEnd(before, zone, now);
    if (!start.equals(before.startsAt()) || !Objects.equals(end, before.expiresAt())) {
      ShareTerms.checkPeriod(start, end, now, isByAdmin);
    }
  }

  /**
   * How a link is to work that worked otherwise.
   *
   * @param isOwn whether whoever changes it made it, and so sees its note
   * @throws InvalidInputException if something is no date or no number
   */
  ShareTerms changed(ShareTerms before, boolean isOwn, ZoneId zone, Instant now) {
    return new ShareTerms(
        changedStart(before, zone, now),
        changedEnd(before, zone, now),
        openings(),
        downloads,
        hidesNames,
        watermark,
        titled,
        comments,
        decisions,
        isOwn ? note : before.note());
  }

  @Nullable Instant changedEnd(ShareTerms before, ZoneId zone, Instant now) {
    return ends.equals(KEEP) ? before.expiresAt() : end(zone, now);
  }

  Instant changedStart(ShareTerms before, ZoneId zone, Instant now) {
    Instant start = before.startsAt();
    if (startDate.isEmpty()) {
      return start.isAfter(now) ? now : start;
    }
    return startDate.equals(day(start, zone)) ? start : start(zone, now);
  }

  Instant start(ZoneId zone, Instant now) {
    return startDate.isEmpty() ? now : date("starts_at", startDate).atStartOfDay(zone).toInstant();
  }

  @Nullable Instant end(ZoneId zone, Instant now) {
    return switch (ends) {
      case "never" -> null;
      case "date" -> ShareTerms.endOfDay(date("expires_at", endDate), zone);
      case "7", "30", "90" ->
          ShareTerms.endOfDay(
              LocalDate.ofInstant(now, zone).plusDays(Integer.parseInt(ends)), zone);
      default ->
          throw new InvalidInputException("expires_at", FilledMessage.of("share.choose_end"));
    };
  }

  private static LocalDate date(String field, String typed) {
    return TimeRange.day(typed)
        .orElseThrow(() -> new InvalidInputException(field, FilledMessage.of("share.no_date")));
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
