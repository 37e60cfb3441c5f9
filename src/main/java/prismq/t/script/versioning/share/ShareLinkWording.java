package prismq.t.script.versioning.share;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** How the audit log tells of share links. */
final class ShareLinkWording {
  private ShareLinkWording() {}

  /** What a link shows, and which one it is; not its note, which is its maker's own. */
  static String named(ShareLink link) {
    return link.thing().words() + " (" + link.shareLinkId() + ")";
  }

  /** Until when and how a link works. */
  static String terms(ShareLink link) {
    ShareTerms terms = link.terms();
    List<String> told = new ArrayList<>();
    told.add(
        terms.expiresAt() == null
            ? "until revoked"
            : "until " + terms.expiresAt().truncatedTo(ChronoUnit.SECONDS));
    if (link.hasPassword()) {
      told.add("with a password");
    }
    if (terms.maxOpenings() != null) {
      told.add("for " + terms.maxOpenings() + " openings");
    }
    told.add(terms.downloads() ? "with downloads" : "without downloads");
    if (terms.hidesNames()) {
      told.add("without names");
    }
    if (terms.watermark()) {
      told.add("with a watermark");
    }
    told.add(terms.titled() ? "with its title in previews" : "with neutral previews");
    if (terms.comments()) {
      told.add("with comments");
    }
    return String.join(", ", told);
  }
}
