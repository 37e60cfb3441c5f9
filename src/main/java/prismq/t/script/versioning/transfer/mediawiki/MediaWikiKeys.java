package prismq.t.script.versioning.transfer.mediawiki;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.history.ImportedVersion;

/**
 * What the revisions of one page are called here: a mark of wiki and page, their number and, where
 * that has several texts, a mark of the text.
 */
final class MediaWikiKeys {
  private static final int KEY_BYTES = 2 * Long.BYTES;
  private static final int KEY_WITH_TEXT_BYTES = 3 * Long.BYTES;

  private final PageMark page;
  private final Map<Long, Map<Long, Boolean>> textsByRevision = new HashMap<>();
  private final long highestBefore;

  /** What is known of a revision. */
  enum Known {
    NOTHING,
    /** It was imported before, with the same text. */
    SAME_BEFORE,
    /** It came in by this import, with the same text. */
    SAME_NOW,
    /** It came in with another text. */
    OTHER
  }

  /**
   * Those of the imported versions that are of this page.
   *
   * @param versionsBefore number of the last version before this import
   */
  MediaWikiKeys(PageMark page, List<ImportedVersion> imported, int versionsBefore) {
    this.page = page;
    long highest = -1;
    for (ImportedVersion version : imported) {
      ByteBuffer key = ByteBuffer.wrap(version.sourceKey());
      boolean isKey = key.remaining() == KEY_BYTES || key.remaining() == KEY_WITH_TEXT_BYTES;
      if (isKey && key.getLong() == page.bytes()) {
        long revision = key.getLong();
        boolean isBefore = version.versionNumber() <= versionsBefore;
        texts(revision).put(mark(version.contentHash()), isBefore);
        highest = isBefore ? Math.max(highest, revision) : highest;
      }
    }
    this.highestBefore = highest;
  }

  private Map<Long, Boolean> texts(long revision) {
    return textsByRevision.computeIfAbsent(revision, number -> new HashMap<>(2));
  }

  private static long mark(ContentHash text) {
    return ByteBuffer.wrap(text.bytes()).getLong();
  }

  /** Whether nothing of the page was imported. */
  boolean isEmpty() {
    return textsByRevision.isEmpty();
  }

  /** Whether a revision came in, with any text. */
  Known find(long revision) {
    Map<Long, Boolean> texts = textsByRevision.getOrDefault(revision, Map.of());
    return texts.isEmpty()
        ? Known.NOTHING
        : texts.containsValue(true) ? Known.SAME_BEFORE : Known.OTHER;
  }

  /** Whether a revision came in with this text. */
  Known find(long revision, ContentHash text) {
    Map<Long, Boolean> texts = textsByRevision.getOrDefault(revision, Map.of());
    Boolean isBefore = texts.get(mark(text));
    if (isBefore == null) {
      return texts.isEmpty() ? Known.NOTHING : Known.OTHER;
    }
    return isBefore ? Known.SAME_BEFORE : Known.SAME_NOW;
  }

  /** Whether later revisions were imported by an earlier run. */
  boolean isTooOld(long revision) {
    return revision < highestBefore;
  }

  /** The key of a revision to import. */
  byte[] take(long revision, ContentHash text) {
    Map<Long, Boolean> texts = texts(revision);
    ByteBuffer key = ByteBuffer.allocate(texts.isEmpty() ? KEY_BYTES : KEY_WITH_TEXT_BYTES);
    key.putLong(page.bytes()).putLong(revision);
    if (!texts.isEmpty()) {
      key.putLong(mark(text));
    }
    texts.put(mark(text), false);
    return key.array();
  }
}
