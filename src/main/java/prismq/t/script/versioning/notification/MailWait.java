package prismq.t.script.versioning.notification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When somebody is written to: at once, and then not again before they looked, or in a while. */
final class MailWait {
  /** After that all that happened meanwhile is told in one mail. */
  static final Duration LONGEST = Duration.ofHours(12);

  private MailWait() {}

  /**
   * Whether a mail about a script is due.
   *
   * @param mailedAt when the last one was sent; null for never
   * @param seenAt when they last looked at anything that one told of; null for never
   */
  static boolean isOver(@Nullable Instant mailedAt, @Nullable Instant seenAt, Instant now) {
    return mailedAt == null
        || (seenAt != null && seenAt.isAfter(mailedAt))
        || !now.isBefore(mailedAt.plus(LONGEST));
  }
}
