package prismq.t.script.versioning.script;

import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.history.Version;

/**
 * Says which version a part of a page shows, without holding its description and metadata, which
 * may be long: its hash covers these. The name of its branch is not covered, because it can change.
 */
record VersionKey(String scriptId, int versionNumber, ContentHash versionHash, String branch) {
  static VersionKey of(Version version) {
    return new VersionKey(
        version.scriptId(), version.versionNumber(), version.versionHash(), version.branch());
  }
}
