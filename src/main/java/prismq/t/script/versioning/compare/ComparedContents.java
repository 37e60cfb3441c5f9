package prismq.t.script.versioning.compare;

import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.TextEncoding;
import prismq.t.script.versioning.history.Version;

/**
 * Two contents by their hashes and encodings; what is known of them holds for all versions that
 * have them.
 */
record ComparedContents(
    ContentHash from, TextEncoding fromEncoding, ContentHash to, TextEncoding toEncoding) {
  static ComparedContents of(Version from, Version to) {
    return new ComparedContents(
        from.contentHash(),
        from.metadata().textEncoding(),
        to.contentHash(),
        to.metadata().textEncoding());
  }
}
