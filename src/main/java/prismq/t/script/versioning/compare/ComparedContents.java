package prismq.t.script.versioning.compare;

import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.history.Version;

/** Two contents by their hashes; what is known of them holds for all versions that have them. */
record ComparedContents(ContentHash from, ContentHash to) {
  static ComparedContents of(Version from, Version to) {
    return new ComparedContents(from.contentHash(), to.contentHash());
  }
}
