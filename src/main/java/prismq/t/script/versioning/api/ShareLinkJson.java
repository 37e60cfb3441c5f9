package prismq.t.script.versioning.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkState;
import prismq.t.script.versioning.share.ShareTerms;
import prismq.t.script.versioning.share.SharedThing.SharedComparison;
import prismq.t.script.versioning.share.SharedThing.SharedReport;
import prismq.t.script.versioning.share.SharedThing.SharedVersion;
import prismq.t.script.versioning.share.VersionPointer;
import prismq.t.script.versioning.share.VersionPointer.PinnedVersion;

/**
 * A share link in JSON.
 *
 * @param url left out but where the link was just made
 * @param from the left version of a comparison, else null
 * @param to the right one, the version, or the last one of a report; null where that is whatever is
 *     newest
 * @param note null for others than the maker
 */
record ShareLinkJson(
    String shareLinkId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url,
    String scriptId,
    String kind,
    @Nullable Integer from,
    @Nullable Integer to,
    boolean following,
    String state,
    String createdAt,
    String startsAt,
    @Nullable String expiresAt,
    @Nullable String revokedAt,
    boolean password,
    @Nullable Integer maxOpenings,
    int openings,
    @Nullable String lastOpenedAt,
    boolean downloads,
    boolean hideNames,
    boolean watermark,
    boolean titleInPreviews,
    boolean comments,
    boolean decisions,
    @Nullable String note) {
  static ShareLinkJson of(ShareLink link, ShareLinkState state, boolean isOwn) {
    return of(link, state, isOwn, null);
  }

  static ShareLinkJson made(ShareLink link, ShareLinkState state, String url) {
    return of(link, state, true, url);
  }

  private static ShareLinkJson of(
      ShareLink link, ShareLinkState state, boolean isOwn, @Nullable String url) {
    ShareTerms terms = link.terms();
    return new ShareLinkJson(
        link.shareLinkId(),
        url,
        link.scriptId(),
        link.thing().kind(),
        link.thing() instanceof SharedComparison comparison
            ? comparison.from().versionNumber()
            : null,
        number(to(link)),
        link.thing().isFollowing(),
        state.word(),
        ApiTime.format(link.createdAt()),
        ApiTime.format(terms.startsAt()),
        time(terms.expiresAt()),
        time(link.revokedAt()),
        link.hasPassword(),
        terms.maxOpenings(),
        link.openings(),
        time(link.usedAt()),
        terms.downloads(),
        terms.hidesNames(),
        terms.watermark(),
        terms.titled(),
        terms.comments(),
        terms.decisions(),
        isOwn ? terms.note() : null);
  }

  private static @Nullable VersionPointer to(ShareLink link) {
    if (link.thing() instanceof SharedComparison comparison) {
      return comparison.to();
    }
    return link.thing() instanceof SharedVersion version
        ? version.version()
        : ((SharedReport) link.thing()).until();
  }

  private static @Nullable Integer number(@Nullable VersionPointer pointer) {
    return pointer instanceof PinnedVersion pinned ? pinned.versionNumber() : null;
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : ApiTime.format(time);
  }
}
