package prismq.t.script.versioning.share;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Right;

/**
 * A link that gives somebody without an account one right on one thing.
 *
 * @param shareLinkId names it, also in addresses; knowing it opens nothing
 * @param makerId the number of the account that made it
 * @param openings in how many browsers it was opened
 * @param usedAt when one of them was used last, to within {@link ShareVisit#TOUCH_EVERY}; null for
 *     never
 */
public record ShareLink(
    String shareLinkId,
    String scriptId,
    long makerId,
    SharedThing thing,
    ShareTerms terms,
    boolean hasPassword,
    Instant createdAt,
    @Nullable Instant revokedAt,
    int openings,
    @Nullable Instant usedAt) {
  /** What it lets its guests do with what it shows. */
  public Right right() {
    return terms.comments() ? Right.COMMENT : Right.READ;
  }

  /** Whether it can still be opened in one browser more, as far as that is limited. */
  boolean hasOpeningsLeft() {
    Integer most = terms.maxOpenings();
    return most == null || openings < most;
  }

  /** Whether its end is near and not past. */
  public boolean isEndingSoon(Instant now) {
    Instant end = terms.expiresAt();
    return revokedAt == null
        && end != null
        && end.isAfter(now)
        && !end.isAfter(now.plus(EndingLinks.SOON));
  }

  /** Whether its time has come and is not over. */
  ShareLinkState stateAt(Instant now) {
    if (revokedAt != null) {
      return ShareLinkState.REVOKED;
    }
    Instant end = terms.expiresAt();
    if (end != null && !now.isBefore(end)) {
      return ShareLinkState.EXPIRED;
    }
    return now.isBefore(terms.startsAt()) ? ShareLinkState.NOT_STARTED : ShareLinkState.OPEN;
  }
}
