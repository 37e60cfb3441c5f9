package prismq.t.script.versioning.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.review.Verdict;
import prismq.t.script.versioning.web.Urls;

/**
 * What somebody is told.
 *
 * @param scriptNumber the number of the script, by which it is known whether it may be read
 * @param actor the name of who did it; empty where nobody said it
 * @param quote the words that a comment is about; null where it is none
 * @param body what a comment says now; null where it is none, or was deleted
 * @param seenAt when they looked at it; null for not yet
 * @param length the figures of a version that no longer is as long as it is to be; else null
 */
public record Notification(
    long id,
    long account,
    String scriptId,
    long scriptNumber,
    String title,
    NotificationKind kind,
    String actor,
    int firstVersion,
    int versionNumber,
    @Nullable Long thread,
    @Nullable Integer review,
    @Nullable String verdict,
    @Nullable String quote,
    @Nullable String body,
    Instant createdAt,
    @Nullable Instant seenAt,
    @Nullable LengthDetail length) {
  /** Longest part of a comment that is shown, in characters. */
  private static final int MAX_EXCERPT = 300;

  /** Whether it is the turn of whoever is told. */
  public boolean isTurn() {
    return kind == NotificationKind.REVIEW;
  }

  /** The word for what happened, in JSON. */
  public String type() {
    return kind.word();
  }

  public boolean isSeen() {
    return seenAt != null;
  }

  /** What happened, in a sentence without a full stop. */
  public String sentence() {
    String by = actor.isEmpty() ? Messages.text("notification.somebody") : actor;
    return switch (kind) {
      case VERDICT, GUEST_VERDICT ->
          Messages.text(
              "notification.said." + kind.word(),
              by,
              versionNumber,
              Verdict.named(String.valueOf(verdict)).title());
      case VERSION ->
          firstVersion == versionNumber
              ? Messages.text("notification.said.version", by, versionNumber)
              : Messages.text("notification.said.versions", by, firstVersion, versionNumber);
      case LENGTH ->
          length == null
              ? Messages.text("notification.said.length_left", versionNumber)
              : Messages.text(
                  "notification.said.length",
                  versionNumber,
                  length.score(),
                  length.scores(),
                  length.clock(),
                  length.target());
      case COMMENT, MENTION, THREAD, REVIEW ->
          Messages.text("notification.said." + kind.word(), by, versionNumber);
    };
  }

  /** The start of the comment; null where there is none. */
  public @Nullable String excerpt() {
    return body == null ? null : shortened(body);
  }

  /** The words that the comment is about; null where there is none. */
  public @Nullable String shownQuote() {
    return quote == null ? null : shortened(quote);
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= MAX_EXCERPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_EXCERPT)) + "…";
  }

  /** Where it leads, and is looked at by that. */
  public String url() {
    return Urls.notification(id);
  }

  /** The page that it is about. */
  public String target() {
    if (thread != null) {
      return Urls.thread(scriptId, thread);
    }
    if (review != null) {
      return Urls.review(scriptId, review);
    }
    if (kind == NotificationKind.GUEST_VERDICT) {
      return Urls.reviews(scriptId) + "#guests";
    }
    if (kind == NotificationKind.LENGTH) {
      return Urls.compare(scriptId, firstVersion, versionNumber);
    }
    return firstVersion > 1
        ? Urls.compare(scriptId, firstVersion - 1, versionNumber)
        : Urls.version(scriptId, versionNumber);
  }
}
