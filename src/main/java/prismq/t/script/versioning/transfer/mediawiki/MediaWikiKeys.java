package prismq.t.script.versioning.transfer.mediawiki;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.history.ImportedVersion;

/** What the revisions of one page are called here: a mark of wiki and page, and their number. */
final class MediaWikiKeys {
  private static final int MARK_BYTES = 8;
  private static final int KEY_BYTES = MARK_BYTES + Long.BYTES;

  private final ByteBuffer mark;
  private final Set<Long> revisions = new HashSet<>();
  private final long highestBefore;

  MediaWikiKeys(Page page, List<ImportedVersion> imported) {
    String name = page.wiki() + "\n" + (page.id().isEmpty() ? page.title() : page.id());
    byte[] hash = ContentHash.of(name.getBytes(StandardCharsets.UTF_8)).bytes();
    this.mark = ByteBuffer.wrap(Arrays.copyOf(hash, MARK_BYTES)).asReadOnlyBuffer();
    long highest = -1;
    for (ImportedVersion version : imported) {
      byte[] key = version.sourceKey();
      if (key.length == KEY_BYTES && ByteBuffer.wrap(key, 0, MARK_BYTES).equals(mark)) {
        long revision = ByteBuffer.wrap(key).getLong(MARK_BYTES);
        revisions.add(revision);
        highest = Math.max(highest, revision);
      }
    }
    this.highestBefore = highest;
  }

  /** Whether nothing of the page was imported. */
  boolean isEmpty() {
    return revisions.isEmpty();
  }

  boolean has(long revision) {
    return revisions.contains(revision);
  }

  /** Whether later revisions were imported by an earlier run. */
  boolean isTooOld(long revision) {
    return revision < highestBefore;
  }

  /** The key of a revision to import. */
  byte[] take(long revision) {
    revisions.add(revision);
    return ByteBuffer.allocate(KEY_BYTES).put(mark.duplicate()).putLong(revision).array();
  }
}
