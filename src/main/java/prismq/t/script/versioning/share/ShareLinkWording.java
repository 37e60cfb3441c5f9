package prismq.t.script.versioning.share;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.share.SharedThing.SharedComparison;
import prismq.t.script.versioning.share.SharedThing.SharedReport;
import prismq.t.script.versioning.share.SharedThing.SharedVersion;
import prismq.t.script.versioning.share.VersionPointer.NewestOnBranch;
import prismq.t.script.versioning.share.VersionPointer.PinnedVersion;

/** How the audit log tells of share links. */
final class ShareLinkWording {
  private ShareLinkWording() {}

  /** What a link shows, and which one it is; not its note, which is its maker's own. */
  static String named(ShareLink link) {
    return thing(link.thing()) + " (" + link.shareLinkId() + ")";
  }

  private static String thing(SharedThing thing) {
    if (thing instanceof SharedComparison comparison) {
      return "v" + comparison.from().versionNumber() + " to " + pointer(comparison.to());
    }
    if (thing instanceof SharedVersion version) {
      return pointer(version.version());
    }
    return thing instanceof SharedReport report && report.until() != null
        ? "report until v" + report.until().versionNumber()
        : "report";
  }

  private static String pointer(VersionPointer pointer) {
    return pointer instanceof PinnedVersion pinned
        ? "v" + pinned.versionNumber()
        : "newest of branch " + ((NewestOnBranch) pointer).branchNumber();
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
    return String.join(", ", told);
  }
}
