package prismq.t.script.versioning.share;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser in which a share link was opened.
 *
 * @param secretHash what is kept of the secret that the browser sends; names the browser
 * @param browser what it is, as far as it said
 * @param usedAt when it was last used, to within {@link #TOUCH_EVERY}
 * @param shownVersion the newest version that it was shown; null for none yet
 * @param beforeVersion the same as the visit before ended; null where this is the first one
 */
public record ShareVisit(
    String secretHash,
    String shareLinkId,
    String browser,
    Instant openedAt,
    Instant usedAt,
    @Nullable Integer shownVersion,
    @Nullable Integer beforeVersion) {
  /** How often its use is written down; each time all pages that are kept are made anew. */
  static final Duration TOUCH_EVERY = Duration.ofMinutes(10);

  /** After so long without a request the next one is another visit. */
  private static final Duration PAUSE = Duration.ofMinutes(30);

  /** The same once a version is shown. */
  ShareVisit showing(int version, Instant now) {
    boolean isNext = now.isAfter(usedAt.plus(PAUSE));
    boolean isOther = shownVersion != null && shownVersion != version;
    @Nullable Integer before =
        shownVersion != null && (isNext || (isOther && beforeVersion == null))
            ? shownVersion
            : beforeVersion;
    boolean isToTouch = isNext || now.isAfter(usedAt.plus(TOUCH_EVERY));
    return shownVersion == null || isOther || isToTouch
        ? new ShareVisit(secretHash, shareLinkId, browser, openedAt, now, version, before)
        : this;
  }

  /** Whether another version is shown than on the visit before. */
  public boolean isChanged(int version) {
    return beforeVersion != null && beforeVersion != version;
  }
}
