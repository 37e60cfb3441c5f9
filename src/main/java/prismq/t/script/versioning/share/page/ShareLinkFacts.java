package prismq.t.script.versioning.share.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.page.LocalTimes;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkState;
import prismq.t.script.versioning.share.ShareTerms;
import prismq.t.script.versioning.web.Numbers;

/** When a share link was made, was opened and ends, in a sentence each. */
final class ShareLinkFacts {
  private static final Numbers NUMBERS = new Numbers();

  private ShareLinkFacts() {}

  static String of(ShareLink link, ShareLinkState state, LocalTimes times) {
    return Messages.text("share.facts_made", times.shown(link.createdAt()))
        + " "
        + opened(link, times)
        + " "
        + end(link, state, times);
  }

  private static String opened(ShareLink link, LocalTimes times) {
    @Nullable Instant usedAt = link.usedAt();
    @Nullable Integer most = link.terms().maxOpenings();
    if (usedAt == null) {
      return most == null
          ? Messages.text("share.facts_unopened")
          : Messages.text("share.facts_unopened_of", NUMBERS.count(most, "browser"));
    }
    return most == null
        ? Messages.text(
            "share.facts_opened", NUMBERS.count(link.openings(), "browser"), times.shown(usedAt))
        : Messages.text(
            "share.facts_opened_of",
            NUMBERS.whole(link.openings()),
            NUMBERS.count(most, "browser"),
            times.shown(usedAt));
  }

  private static String end(ShareLink link, ShareLinkState state, LocalTimes times) {
    @Nullable Instant revokedAt = link.revokedAt();
    if (revokedAt != null) {
      return Messages.text("share.facts_revoked", times.shown(revokedAt));
    }
    ShareTerms terms = link.terms();
    @Nullable Instant end = terms.expiresAt();
    String ends =
        end == null
            ? Messages.text("share.facts_never")
            : Messages.text(
                state == ShareLinkState.EXPIRED ? "share.facts_ended" : "share.facts_ends",
                times.shown(end));
    return state == ShareLinkState.NOT_STARTED
        ? Messages.text("share.facts_starts", times.shown(terms.startsAt())) + " " + ends
        : ends;
  }
}
