package prismq.t.script.versioning.share;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * What a share link lets its guests do, and when.
 *
 * @param expiresAt from when on it does not work; null for a link that works until it is revoked
 * @param maxOpenings in how many browsers it can be opened; null for any number
 * @param downloads whether what it shows can be downloaded as files
 * @param hidesNames whether writers are numbered instead of named, and what they say of their
 *     versions is left out
 * @param watermark whether the note and the time stand across what is shown
 * @param titled whether previews of the link, in chats and mails, name the script; those of a link
 *     with a password never do
 * @param comments whether guests may comment on what it shows
 * @param decisions whether guests may say what they decide about it; who may do that may comment
 * @param note for those who make links; guests see it where it is the watermark
 */
public record ShareTerms(
    Instant startsAt,
    @Nullable Instant expiresAt,
    @Nullable Integer maxOpenings,
    boolean downloads,
    boolean hidesNames,
    boolean watermark,
    boolean titled,
    boolean comments,
    boolean decisions,
    String note) {
  /** Whoever may decide may comment. */
  public ShareTerms {
    comments = comments || decisions;
  }

  /** The longest time for which a link can be made to work by those who are no admins. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /** Longest note, in characters. */
  public static final int MAX_NOTE = 200;

  /** The greatest number of openings that can be set. */
  public static final int MOST_OPENINGS = 10_000;

  /** The end of a link whose last day this is, where its maker lives. */
  public static Instant endOfDay(LocalDate day, ZoneId zone) {
    return day.atTime(LocalTime.of(23, 59, 59)).atZone(zone).toInstant();
  }

  /**
   * Refuses terms that make no sense, or that this person may not set.
   *
   * @throws InvalidInputException if they do not keep the rules
   */
  void check(Instant now, boolean isByAdmin) {
    checkNote(note);
    checkMaxOpenings(maxOpenings);
    checkPeriod(startsAt, expiresAt, now, isByAdmin);
  }

  /**
   * The same for terms that take the place of others, whose period may stay as it is.
   *
   * @throws InvalidInputException if they do not keep the rules
   */
  void check(ShareTerms before, Instant now, boolean isByAdmin) {
    checkNote(note);
    checkMaxOpenings(maxOpenings);
    if (!hasPeriodOf(before)) {
      checkPeriod(startsAt, expiresAt, now, isByAdmin);
    }
  }

  private boolean hasPeriodOf(ShareTerms other) {
    return startsAt.equals(other.startsAt) && Objects.equals(expiresAt, other.expiresAt);
  }

  /**
   * Refuses an end that is past, before the start, or too late for this person.
   *
   * @throws InvalidInputException if it is
   */
  public static void checkPeriod(
      Instant startsAt, @Nullable Instant expiresAt, Instant now, boolean isByAdmin) {
    if (expiresAt == null) {
      if (!isByAdmin) {
        throw new InvalidInputException("expires_at", FilledMessage.of("share.only_admins_never"));
      }
      return;
    }
    if (!expiresAt.isAfter(now)) {
      throw new InvalidInputException("expires_at", FilledMessage.of("share.end_past"));
    }
    if (!expiresAt.isAfter(startsAt)) {
      throw new InvalidInputException("expires_at", FilledMessage.of("share.end_before_start"));
    }
    if (!isByAdmin && expiresAt.isAfter(now.plus(LONGEST))) {
      throw new InvalidInputException("expires_at", FilledMessage.of("share.end_too_late"));
    }
  }

  /**
   * Refuses a number of openings that is none, or too large.
   *
   * @throws InvalidInputException if it is
   */
  public static void checkMaxOpenings(@Nullable Integer openings) {
    if (openings != null && (openings < 1 || openings > MOST_OPENINGS)) {
      throw new InvalidInputException(
          "max_openings", FilledMessage.of("share.openings_number", "10,000"));
    }
  }

  /**
   * Refuses to hide names where what is shared says one, and comments and decisions where there is
   * no text.
   */
  void checkFor(SharedThing thing) {
    if (decisions && thing instanceof SharedThing.SharedReport) {
      throw new InvalidInputException("decisions", FilledMessage.of("share.decisions_on_report"));
    }
    if (comments && thing instanceof SharedThing.SharedReport) {
      throw new InvalidInputException("comments", FilledMessage.of("share.comments_on_report"));
    }
    if (hidesNames && thing.namesWriter()) {
      throw new InvalidInputException("hide_names", FilledMessage.of("share.hides_author"));
    }
  }

  /**
   * Refuses a note that is too long or has several lines.
   *
   * @throws InvalidInputException if it is
   */
  public static void checkNote(String note) {
    int length = note.codePointCount(0, note.length());
    if (length > MAX_NOTE) {
      throw new InvalidInputException("note", FilledMessage.of("field.too_long", length, MAX_NOTE));
    }
    if (note.codePoints()
        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
      throw new InvalidInputException("note", FilledMessage.of("field.one_line"));
    }
  }
}
