package prismq.t.script.versioning.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lets a program do in the name of an account what its right says.
 *
 * @param accountId its owner
 * @param name what its owner calls it, in one line
 * @param limit what it is for
 * @param expiresAt null for never
 * @param usedAt when it was last used, to within {@link #TOUCH_EVERY}; null for never
 * @param revokedAt null where it was not
 */
public record Token(
    long id,
    long accountId,
    String name,
    TokenRight right,
    TokenLimit limit,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant usedAt,
    @Nullable Instant revokedAt) {
  /** Longest name, in characters. */
  public static final int MAX_NAME = 100;

  /** How often its use is written down; each time all pages that are kept are made anew. */
  static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

  /** Whether it is for some scripts or projects only. */
  public boolean isLimited() {
    return !limit.isNone();
  }

  /** Whether its time is over. */
  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** Whether it was taken back. */
  public boolean isRevoked() {
    return revokedAt != null;
  }

  boolean isToTouch(Instant now) {
    return usedAt == null || !now.isBefore(usedAt.plus(TOUCH_EVERY));
  }
}
