package prismq.t.script.versioning.account;

import java.time.Duration;
import java.time.Instant;

/**
 * A browser that is signed in.
 *
 * @param secretHash what is kept of the secret that the browser sends; names the session
 * @param device the browser and its system, as far as it said
 * @param address where it signed in from
 * @param usedAt when it was last used, to within {@link #TOUCH_EVERY}
 */
public record Session(
    String secretHash,
    long accountId,
    String device,
    String address,
    Instant createdAt,
    Instant usedAt) {
  /** How long a session lives that is not used. */
  static final Duration MAX_IDLE = Duration.ofHours(12);

  /** How long a session lives at most. */
  static final Duration MAX_AGE = Duration.ofDays(7);

  /** How often its use is written down; each time all pages that are kept are made anew. */
  static final Duration TOUCH_EVERY = Duration.ofMinutes(10);

  boolean isAlive(Instant now) {
    return now.isBefore(createdAt.plus(MAX_AGE)) && now.isBefore(usedAt.plus(MAX_IDLE));
  }

  boolean isToTouch(Instant now) {
    return now.isAfter(usedAt.plus(TOUCH_EVERY));
  }
}
